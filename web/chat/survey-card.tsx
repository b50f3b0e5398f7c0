import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { Line } from './transcript.ts'
import type { ChatWords } from './words/en.ts'

/** The survey as the server's Adaptive Card. Once it is on its way it is shown as done and takes nothing more. */
export function SurveyCard(props: {
  card: unknown
  surveyId: string
  language: Language
  words: ChatWords
  answered: Line['delivery'] | undefined
  onSubmit: (value: Record<string, unknown>) => void
}) {
  const { words, answered, card, surveyId } = props
  const place = useRef<HTMLDivElement>(null)
  const [broken, setBroken] = useState(false)
  const submit = useRef(props.onSubmit)
  submit.current = props.onSubmit

  useEffect(() => {
    if (answered !== undefined) return
    let stopped = false
    // Most visits see no card: the renderer is loaded when the first one comes.
    void import('./adaptive-card.ts')
      .then(({ renderCard }) => {
        if (stopped || !place.current) return
        place.current.replaceChildren(renderCard(card, (value) => submit.current({ ...value, surveyId })))
      })
      .catch(() => setBroken(true))
    return () => {
      stopped = true
    }
  }, [card, surveyId, answered])

  if (answered === 'stored') return <p class="survey-done">{words.surveySent}</p>
  if (answered === 'sending') return <p class="survey-done">{words.surveySending}</p>
  if (broken) return <p class="note">{words.surveyBroken}</p>
  return <section ref={place} class="survey" aria-label={words.surveyLabel} lang={LOCALES[props.language]} />
}
