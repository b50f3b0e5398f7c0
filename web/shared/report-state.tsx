import type { Language } from '../../bot/http/api.ts'
import { clockTime } from './numbers.ts'
import { problemWords, sharedWords } from './problem-words.ts'
import type { Range } from './range.ts'
import type { RangedReport } from './use-ranged-report.ts'
import type { ReportState as Reading } from './use-report.ts'
import type { ReportWords } from './words/report-en.ts'

/** How the reading of a report stands, of which days and when it was read, and a way to read it again. */
export function ReportState(props: {
  /** Its `range` is undefined while the choice makes no sense; a report without a choice of days has none. */
  asked: Reading<Pick<RangedReport, 'timeZone'>> & { range?: Range | undefined }
  language: Language
  words: Pick<ReportWords, 'wrongRange' | 'zone' | 'updated' | 'again'>
}) {
  const { asked, language, words } = props
  const { report, readAt, problem, reload } = asked
  const isRangeWrong = 'range' in asked && !asked.range
  return (
    <>
      <div role="status">
        {isRangeWrong && <p class="problem">{words.wrongRange}</p>}
        {problem && <p class="problem">{problemWords(problem, language)}</p>}
        {!report && !problem && !isRangeWrong && <p class="note">{sharedWords[language].loading}</p>}
        {report && (
          <p class="note">
            {report.timeZone !== undefined && words.zone(report.timeZone)} {words.updated(clockTime(readAt, language))}
          </p>
        )}
      </div>
      {(report || problem) && (
        <p>
          <button type="button" class="button" onClick={reload}>
            {problem ? sharedWords[language].tryAgain : words.again}
          </button>
        </p>
      )}
    </>
  )
}
