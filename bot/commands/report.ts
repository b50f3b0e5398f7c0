import type { Command } from 'commander'
import type { CsatFigures, Dashboard, Rate } from '../http/api.ts'
import { policyInForce } from '../learning/index.ts'
import { buildDashboard } from '../report/dashboard.ts'
import { reportOverDays } from './report-over-days.ts'

/** `candor report`: the manager's figures on the terminal. */
export function reportCommand(): Command {
  return reportOverDays(
    'satisfaction, containment, gap and trust over a range of days',
    async ({ store, pack, policy, query, now }) =>
      buildDashboard(store, pack, await policyInForce(store, policy), query, now),
    asText,
  )
}

function asText(dashboard: Dashboard): string {
  const { from, to, timeZone, channel, total, escalationReasons, outcomes, gapModel } = dashboard
  const rows: [string, string][] = [
    ['conversations', String(total.conversations)],
    ['containment', rate(total.containment)],
    ['escalations', String(total.escalations)],
    ...csatRows('the bot', total.csat.bot),
    ...csatRows('people', total.csat.agent),
    ['mean gap', total.gap === null ? 'no data yet' : total.gap.toFixed(3)],
    [
      'gap estimated by',
      gapModel.kind === 'prior' ? 'weights set by hand' : `learnt from ${gapModel.outcomes} outcomes`,
    ],
    ['outcomes known', String(Object.values(outcomes.known).reduce((sum, count) => sum + count, 0))],
    ...Object.entries(outcomes.known).map(([source, count]): [string, string] => [`  ${source}`, String(count)]),
    ['outcomes missing', `${outcomes.missing} (and ${outcomes.pending} too recent to tell, ${outcomes.excluded} spam)`],
    ['mean trust', total.trust === null ? 'no data yet' : total.trust.toFixed(3)],
    ...escalationReasons.map(({ reason, count }): [string, string] => [`  ${reason}`, String(count)]),
  ]
  const lines = rows.map(([name, value]) => `${name.padEnd(26)}${value}`)
  return [`${from} to ${to} (${timeZone}), ${channel ?? 'all channels'}`, ...lines].join('\n')
}

/** Of whom surveys rate, alone: the bot and people are never added up. */
function csatRows(rated: string, { satisfied, response, resolved }: CsatFigures): [string, string][] {
  return [
    [`CSAT of ${rated} (4 or 5)`, rate(satisfied)],
    ['  answered', rate(response)],
    ['  said resolved', rate(resolved)],
  ]
}

function rate({ value, numerator, denominator, low, high }: Rate): string {
  if (value === null) return 'no data yet'
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return `${percent(value)}  (${numerator} of ${denominator}; 95 %: ${percent(low)} to ${percent(high)})`
}
