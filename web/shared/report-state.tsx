import type { Language } from '../../bot/http/api.ts'
import { clockTime } from './numbers.ts'
import { problemWords, sharedWords } from './problem-words.ts'
import type { useRangedReport } from './use-ranged-report.ts'
import type { ReportWords } from './words/report-en.ts'

/** How the reading of a report stands, of which days and when it was read, and a way to read it again. */
export function ReportState(props: {
  asked: Pick<ReturnType<typeof useRangedReport>, 'report' | 'readAt' | 'problem' | 'reload' | 'range'>
  language: Language
  words: Pick<ReportWords, 'wrongRange' | 'zone' | 'updated' | 'again'>
}) {
  const { asked, language, words } = props
  const { report, readAt, problem, reload, range } = asked
  return (
    <>
      <div role="status">
        {!range && <p class="problem">{words.wrongRange}</p>}
        {problem && <p class="problem">{problemWords(problem, language)}</p>}
        {!report && !problem && range && <p class="note">{sharedWords[language].loading}</p>}
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
