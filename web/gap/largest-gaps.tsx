import type { GapReport, Language, LargestGap } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, decimal, percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import { lossSentence, remedySentences, titleOf } from './gap-words.ts'
import type { GapWords } from './words/en.ts'

/** The list a manager reads first: what costs most, and what would close it. */
export function LargestGaps(props: { report: GapReport; language: Language; words: GapWords }) {
  const { report, language, words } = props
  const { total, uncovered, unplaced, prices } = report
  return (
    <>
      <p class="note">{words.largestHint}</p>
      {total.notKept > 0 && <p>{words.notKept(count(total.notKept, language))}</p>}
      {report.largest.length === 0 && <p>{words.nothingLarge}</p>}
      <ol class="largest">
        {report.largest.map((gap) => (
          <Entry key={titleOf(gap, language, words)} gap={gap} language={language} words={words} />
        ))}
      </ol>
      {uncovered.messages > 0 && (
        <p class="note">
          {words.uncovered(count(uncovered.messages, language), count(uncovered.grouped, language))}{' '}
          {uncovered.newestOnly && words.newestOnly}
        </p>
      )}
      {unplaced.handovers + unplaced.dissatisfied > 0 && (
        <p class="note">
          {words.unplaced(count(unplaced.handovers, language), count(unplaced.dissatisfied, language))}
        </p>
      )}
      <details class="explained">
        <summary>{words.howCosted}</summary>
        <p>{report.definitions.cost?.[language]}</p>
        <p>{words.costPrices(decimal(prices.handover, language), decimal(prices.unserved, language))}</p>
      </details>
    </>
  )
}

function Entry(props: { gap: LargestGap; language: Language; words: GapWords }) {
  const { gap, language, words } = props
  const { about } = gap
  return (
    <li class="panel" data-testid="largest-gap">
      <h3>{titleOf(gap, language, words)}</h3>
      <p>
        {lossSentence(gap, language, words)} {words.cost(decimal(gap.cost, language), percent(gap.share, language))}
      </p>
      <ShareBar share={gap.share} tone="warm" />
      <h4>{words.whatCloses}</h4>
      <ul class="remedies">
        {remedySentences(gap, language, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {about.kind === 'cluster' && (
        <details class="explained">
          <summary>
            {words.examples} ({words.inLanguage[about.language]})
          </summary>
          <ul lang={LOCALES[about.language]}>
            {about.examples.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
