import { useRef, useState } from 'preact/hooks'
import type { AnswerProposal, PackChange } from '../../bot/http/api.ts'
import type { ApiProblem } from '../shared/api-client.ts'
import { LOCALES } from '../shared/language.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { count } from '../shared/numbers.ts'
import { problemWords } from '../shared/problem-words.ts'
import { PackChanged } from './pack-changed.tsx'
import { ratingText } from './rating-text.ts'
import type { ReviewWords } from './words/en.ts'

/** What the pack says beside what agents say; the text of the agents can be changed before it is taken over. */
export function AnswerCard(
  props: Shown<ReviewWords> & {
    proposal: AnswerProposal
    writable: boolean
    /** Somebody has changed the pack's answer: reads the proposals again. */
    onChangedMeanwhile: () => Promise<void>
  },
) {
  const { proposal, language, words, writable } = props
  const { need, current } = proposal
  const [text, setText] = useState(proposal.text)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [change, setChange] = useState<PackChange>()
  const heading = useRef<HTMLHeadingElement>(null)
  const lang = LOCALES[proposal.language]
  const id = `${need}-${proposal.language}`

  const takeOver = async () => {
    if (isSaving || text.trim() === '') return
    setSaving(true)
    const body = { need, language: proposal.language, text: text.trim(), replaces: current.text }
    const result = await props.api.post<PackChange>('/api/review/answers', body)
    setSaving(false)
    if (result.ok) {
      setProblem(undefined)
      setChange(result.value)
      // The button that was pressed is gone.
      return heading.current?.focus()
    }
    setProblem(result.problem)
    props.onProblem(result.problem)
    if (result.problem.code === 'ANSWER_CHANGED') await props.onChangedMeanwhile()
  }

  return (
    <li class="panel answer" data-testid="answer-proposal">
      <h2 id={id} ref={heading} tabIndex={-1}>
        {proposal.title[language]}
      </h2>
      <p class="tags">
        <span class="tag tag-reason">{words.because[proposal.because]}</span>
        <span class="tag">{words.languages[proposal.language]}</span>
        <span class="tag">{words.given(count(proposal.given, language))}</span>
      </p>
      <div class="side-by-side">
        <div>
          <h3>
            {words.packSays}
            {current.draft && <span class="mark">{words.draftMark}</span>}
          </h3>
          {current.text.trim() === '' ? (
            <p class="note">{words.noAnswerYet}</p>
          ) : (
            <blockquote lang={lang}>{current.text}</blockquote>
          )}
          <p class="note">{ratingText(current.rated, language, words)}</p>
        </div>
        <div>
          <h3 id={`${id}-agents`}>{words.agentsSay}</h3>
          <textarea
            class="input"
            lang={lang}
            rows={6}
            maxLength={4000}
            aria-labelledby={`${id} ${id}-agents`}
            value={text}
            readOnly={!writable || change !== undefined}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p class="note">{ratingText(proposal.rated, language, words)}</p>
        </div>
      </div>
      <div role="status">
        {isSaving && <p class="note">{words.saving}</p>}
        {problem && <p class="problem">{problemWords(problem, language)}</p>}
        {change && (
          <>
            <PackChanged id={`${id}-changed`} change={change} words={words} />
            <p>{words.servesSoon}</p>
          </>
        )}
      </div>
      {!change && writable && (
        <div class="acts">
          <button
            type="button"
            class="button button-primary"
            disabled={text.trim() === ''}
            onClick={() => void takeOver()}
          >
            {words.takeOver}
            <span class="visually-hidden">{words.forNeed(proposal.title[language])}</span>
          </button>
          {text !== proposal.text && (
            <button type="button" class="button button-quiet" onClick={() => setText(proposal.text)}>
              {words.asTheyWroteIt}
            </button>
          )}
          <p class="note">{words.readFirst}</p>
        </div>
      )}
    </li>
  )
}
