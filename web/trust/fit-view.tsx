import { useState } from 'preact/hooks'
import type { TrustFitDecision } from '../../bot/http/api.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { count } from '../shared/numbers.ts'
import { ReportState } from '../shared/report-state.tsx'
import { lookSentences } from './fit-sentences.ts'
import { FitTry } from './fit-try.tsx'
import { useTrustFit } from './use-trust-fit.ts'
import type { TrustWords } from './words/en.ts'

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
  // Folded away is what nobody can do anything about.
  const tries = report?.tries ?? []
  const earlier = tries.filter(({ open }, place) => place > 0 && open.length === 0)
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
        <p data-testid="fit-look">
          {lookSentences(report, language, fit, Date.now()).join(language === 'zh' ? '' : ' ')}
        </p>
      )}
      {tries
        .filter((one) => !earlier.includes(one))
        .map((one) => (
          <FitTry key={one.id} one={one} {...shown} />
        ))}
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
