import type { DeskStep, Language } from '../../bot/http/api.ts'
import { dateTime, percent } from '../shared/numbers.ts'
import { actWords, alternativeWords } from './act-words.ts'
import { signed } from './gap-reasons.tsx'
import type { DeskWords } from './words/en.ts'

/** What the bot tried, oldest first; with each step, on demand, what else could have been done and its worth. */
export function Tried(props: { steps: DeskStep[]; language: Language; words: DeskWords }) {
  const { words, language } = props
  return (
    <>
      <h3>{words.tried}</h3>
      <ol class="tried">
        {props.steps.map((step) => (
          <li key={step.seq}>
            <time dateTime={new Date(step.at).toISOString()}>{dateTime(step.at, language, Date.now())}</time>
            {step.did.map((act, i) => {
              const { did, taken } = actWords(act, language, words)
              return (
                <p key={i}>
                  {did}
                  {taken !== undefined && <span class="taken"> — {taken}</span>}
                </p>
              )
            })}
            {step.weighed && <Weighed weighed={step.weighed} language={language} words={words} />}
          </li>
        ))}
      </ol>
    </>
  )
}

function Weighed(props: { weighed: NonNullable<DeskStep['weighed']>; language: Language; words: DeskWords }) {
  const { words, language } = props
  const { by, answerAbove, alternatives } = props.weighed
  return (
    <details class="weighed">
      <summary>{words.weighed}</summary>
      {by === 'rule' && <p>{words.byRule}</p>}
      {alternatives.length > 0 && (
        <>
          <ul>
            {alternatives.map((alternative) => (
              <li key={alternative.kind} class="candidate" data-chosen={alternative.chosen}>
                <span>
                  {alternativeWords(alternative, language, words)}
                  {alternative.chosen && <strong> · {words.done}</strong>}
                </span>
                <span class="candidate-share">{signed(alternative.utility)}</span>
              </li>
            ))}
          </ul>
          <p class="note">{words.worth}</p>
        </>
      )}
      <p class="note">{words.answersAbove(percent(answerAbove, language))}</p>
    </details>
  )
}
