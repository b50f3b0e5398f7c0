import type { Language, LearningReport, LearningTry, ModelFate } from '../../bot/http/api.ts'
import { count, dateTime } from '../shared/numbers.ts'
import { PolicyFigures } from './policy-figures.tsx'
import { findingSentence, reasonSentences } from './reason-sentences.ts'
import type { LearningWords } from './words/en.ts'

/** So many are shown at once; older ones are folded away. */
const AT_ONCE = 10

/** Everything that was tried, with what became of it and why. */
export function TryList(props: { report: LearningReport; language: Language; words: LearningWords }) {
  const { report, language, words } = props
  const older = report.tries.slice(AT_ONCE)
  if (report.tries.length === 0) return <p class="note">{words.noTries}</p>
  const list = (tries: readonly LearningTry[]) => (
    <ol class="tries">
      {tries.map((one) => (
        <Tried key={one.id} one={one} language={language} words={words} />
      ))}
    </ol>
  )
  return (
    <>
      {list(report.tries.slice(0, AT_ONCE))}
      {older.length > 0 && (
        <details class="explained">
          <summary>{words.older(count(older.length, language))}</summary>
          {list(older)}
        </details>
      )}
    </>
  )
}

function Tried(props: { one: LearningTry; language: Language; words: LearningWords }) {
  const { one, language, words } = props
  const time = (at: number) => dateTime(at, language, Date.now())
  return (
    <li class="panel" data-testid="try" data-outcome={one.outcome}>
      <h3>
        {words.kind[one.kind]}
        <span class="mark">{words.outcome[one.outcome]}</span>
        {one.serves && <span class="mark mark-serves">{words.serves}</span>}
      </h3>
      <p class="note">
        {time(one.at)} {one.kind === 'intents' && words.startedBy[one.startedBy]}
      </p>
      {one.kind === 'intents' && (
        <p>{words.learntFrom(count(one.candidates.learnt, language), count(one.candidates.fresh, language))}</p>
      )}
      {one.kind === 'policy' && <PolicyFigures figures={one.figures} language={language} words={words} />}
      <ul class="try-reasons">
        {reasonSentences(one, language, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {one.kind === 'policy' && one.waits && (
        <p>
          {words.toTakeOver} <a href="/what-if">{words.tryFirst}</a>
        </p>
      )}
      {one.kind !== 'policy' && one.rolledBack && (
        <GoneBackFrom rolledBack={one.rolledBack} at={time(one.rolledBack.at)} language={language} words={words} />
      )}
      <p class="note model-id">{one.kind === 'policy' ? words.policyTry(one.id) : words.model(one.id)}</p>
    </li>
  )
}

function GoneBackFrom(props: {
  rolledBack: NonNullable<ModelFate['rolledBack']>
  at: string
  language: Language
  words: LearningWords
}) {
  const { rolledBack, at, language, words } = props
  return (
    <>
      <p>{words.leftBy[rolledBack.by](at)}</p>
      {rolledBack.worse.length > 0 && (
        <ul class="try-reasons">
          {rolledBack.worse.map((finding) => (
            <li key={finding.rate}>{findingSentence(finding, language, words)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
