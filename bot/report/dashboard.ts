import { METRICS, OUTCOMES_DEFINITION, trustScore } from '../../analytics/index.ts'
import type { KnowledgePack } from '../../domain/index.ts'
import type { PeriodSums, Store } from '../../store/index.ts'
import type { Dashboard, DashboardDay } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { daysBetween, periodOf, type ReportQuery } from './days.ts'
import { gapModelInForce } from './gap-model.ts'
import { outcomeCounts } from './outcome-counts.ts'

const LOWEST_TRUST = 10

/**
 * What a manager sees: every figure by its contract in analytics/metrics, over sums that the store made.
 * The total is counted over the whole range, never averaged over days.
 * @param now epoch milliseconds: what has ended lately has no final outcome yet
 */
export async function buildDashboard(
  store: Store,
  pack: Pick<KnowledgePack, 'timeZone'>,
  policy: Pick<Policy, 'trust' | 'gap'>,
  { from, to, channel }: ReportQuery,
  now: number,
): Promise<Dashboard> {
  const days = daysBetween(from, to, pack.timeZone)
  const whole = periodOf(from, to, pack.timeZone)
  const [sums, reasons, lowest, outcomes, gapModel] = await Promise.all([
    store.reports.sums([whole, ...days.map(({ period }) => period)], channel),
    store.reports.escalationReasons(whole, channel),
    store.reports.lowestTrust(whole.to, LOWEST_TRUST, channel),
    outcomeCounts(store, policy, whole, now, channel),
    gapModelInForce(store),
  ])
  const [total, ...perDay] = sums as [PeriodSums, ...PeriodSums[]]
  return {
    from,
    to,
    timeZone: pack.timeZone,
    channel: channel ?? null,
    total: {
      ...figures(total),
      reopened: METRICS.reopened.of(total),
      turns: METRICS.turns.of(total),
      meanRating: METRICS.meanRating.of(total),
      saidResolved: METRICS.saidResolved.of(total),
    },
    days: perDay.map((sum, i) => ({ day: days[i]?.day ?? '', ...figures(sum) })),
    escalationReasons: reasons,
    outcomes: {
      known: outcomes.bySource,
      missing: outcomes.missing,
      excluded: outcomes.excluded,
      pending: outcomes.pending,
    },
    gapModel,
    lowestTrust: await Promise.all(
      lowest.map(async ({ customerId, name, lastAt }) => {
        const { score, low, high, n } = trustScore(
          await store.customers.trustEvents(customerId),
          whole.to,
          policy.trust,
        )
        return { customerId, name: name ?? customerId, trust: score, low, high, n, lastAt }
      }),
    ),
    definitions: {
      ...Object.fromEntries(Object.entries(METRICS).map(([key, { definition }]) => [key, definition])),
      outcomes: OUTCOMES_DEFINITION,
    },
  }
}

function figures(sums: PeriodSums): Omit<DashboardDay, 'day'> {
  return {
    conversations: METRICS.conversations.of(sums),
    containment: METRICS.containment.of(sums),
    escalations: METRICS.escalations.of(sums),
    csat: METRICS.csat.of(sums),
    responseRate: METRICS.responseRate.of(sums),
    gap: METRICS.gap.of(sums),
    trust: METRICS.trust.of(sums),
  }
}
