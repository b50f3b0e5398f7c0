import { useState } from 'preact/hooks'
import type { Language, TrustFitDecision, TrustFitReport } from '../../bot/http/api.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { count, dateTime } from '../shared/numbers.ts'
import { ReportState } from '../shared/report-state.tsx'
import { FitTry } from './fit-try.tsx'
import { useTrustFit } from './use-trust-fit.ts'
import type { TrustWords } from './words/en.ts'
import type { FitWords } from './words/fit-en.ts'

/** What evidence of trust is worth by the company's own ledgers: what is proposed, why, and what became of it. */
export function FitView({ api, onProblem, language, words }: Shown<TrustWords>) {
  const asked = useTrustFit(api, onProblem)
  const [said, setSaid] = useState<TrustFitDecision>()
  const { report, isBusy, decide } = asked
  const { fit } = words
  const say = async (id: string, as: TrustFitDecision) => {
    setSaid(undefined)
    const isDone = await decide(id, as)
    if (isDone) setSaid(as)
    return isDone
  }
  const [newest, ...earlier] = report?.tries ?? []
  const shown = { isBusy, onDecide: say, language, words: fit, needed: report?.needed.rows ?? 0 }
  return (
    <div class="fit">
      <p class="note">{fit.hint}</p>
      {/* It is of no range of days, and has no time zone to tell. */}
      <ReportState asked={{ ...asked, report: report && {} }} language={language} words={words} />
      <p role="status" data-testid="fit-said">
        {said && fit.said[said]}
      </p>
      {report && (
        <p data-testid="fit-look">{lookSentences(report, language, fit).join(language === 'zh' ? '' : ' ')}</p>
      )}
      {newest && <FitTry key={newest.id} one={newest} {...shown} />}
      {earlier.length > 0 && (
        <details class="fit-earlier">
          <summary>{fit.earlier(count(earlier.length, language))}</summary>
          {earlier.map((one) => (
            <FitTry key={one.id} one={one} {...shown} />
          ))}
        </details>
      )}
      <p class="note">{fit.laterRows}</p>
    </div>
  )
}

/** How it is looked for, and what the last look found. */
function lookSentences({ learning, look, needed }: TrustFitReport, language: Language, words: FitWords): string[] {
  const number = (value: number) => count(value, language)
  if (learning === 'off') return [words.learning.off]
  if (!look) return [words.learning[learning], words.noLook]
  const seen = words.seen(dateTime(look.at, language, Date.now()), number(look.ratings), number(look.customers))
  switch (look.found) {
    case 'tried':
      return [words.learning[learning], seen]
    case 'too-few-new':
      return [words.learning[learning], seen, words.tooFewNew(number(look.fresh), number(look.needed))]
    case 'too-few-ratings':
      return [words.learning[learning], seen, words.tooFewRatings(number(needed.ratings))]
    case 'too-few-repeated-ratings':
      return [words.learning[learning], seen, words.tooFewRepeated]
    default:
      return [words.learning[learning], seen]
  }
}
