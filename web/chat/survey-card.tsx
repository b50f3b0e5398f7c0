import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { fillCard } from './fill-card.ts'
import type { Line } from './line.ts'
import type { ChatWords } from './words/en.ts'

/** A survey as the server's Adaptive Card. Once it is answered it shows the answer, which can be changed while it is open. */
export function SurveyCard(props: {
  line: Line
  language: Language
  words: ChatWords
  /** The last answer, stored or on the way. */
  answer: Line | undefined
  onSubmit: (value: Record<string, unknown>) => void
}) {
  const { words, answer, language } = props
  const { card, surveyId, expiresAt } = props.line
  const place = useRef<HTMLElement>(null)
  const [isBroken, setBroken] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const submit = useRef(props.onSubmit)
  submit.current = props.onSubmit
  const isClosed = expiresAt !== undefined && Date.now() >= expiresAt
  const isShown = !isBroken && !isClosed && (answer === undefined || isChanging)

  // An answer that has gone out ends the change.
  useEffect(() => setChanging(false), [answer?.key])
  useEffect(() => {
    if (!isShown) return
    let stopped = false
    // Most visits see no card: the renderer is loaded when the first one comes.
    void import('./adaptive-card.ts')
      .then(({ renderCard }) => {
        if (stopped || !place.current) return
        const filled = fillCard(card, answer?.answers ?? {})
        place.current.replaceChildren(renderCard(filled, (value) => submit.current({ ...value, surveyId })))
        if (isChanging) place.current.querySelector<HTMLElement>('input, textarea, select')?.focus()
      })
      .catch(() => setBroken(true))
    return () => {
      stopped = true
    }
  }, [card, surveyId, isShown])

  if (isBroken) return <p class="note">{words.surveyBroken}</p>
  if (isShown)
    return (
      <>
        <section ref={place} class="survey" aria-label={words.surveyLabel} lang={LOCALES[language]} />
        {isChanging && (
          <button type="button" class="button" onClick={() => setChanging(false)}>
            {words.surveyKeep}
          </button>
        )}
      </>
    )
  if (answer?.delivery === 'sending') return <p class="survey-done">{words.surveySending}</p>
  if (!answer) return <p class="note">{words.surveyClosed}</p>
  return (
    <div class="survey-done">
      <p>{words.surveySent}</p>
      {answer.text !== '' && <p lang={LOCALES[language]}>{answer.text}</p>}
      {expiresAt !== undefined && !isClosed && (
        <p>
          <button type="button" class="button" onClick={() => setChanging(true)}>
            {words.surveyChange}
          </button>{' '}
          <span class="note">{words.surveyUntil(momentText(expiresAt, language))}</span>
        </p>
      )}
    </div>
  )
}

function momentText(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
