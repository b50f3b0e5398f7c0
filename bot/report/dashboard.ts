import {
  csatFigures,
  METRICS,
  OUTCOMES_DEFINITION,
  SATISFACTION_DEFINITIONS,
  tallySurveys,
} from '../../analytics/index.ts'
import type { KnowledgePack } from '../../domain/index.ts'
import type { PeriodSums, Store, SurveyCount } from '../../store/index.ts'
import type { Dashboard, DashboardDay } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { daysBetween, periodOf, type ReportQuery } from './days.ts'
import { gapModelInForce } from './gap-model.ts'
import { LOWEST_TRUST_DEFINITION, lowestTrust } from './lowest-trust.ts'
import { outcomeCounts } from './outcome-counts.ts'
import { botAndAgent } from './satisfaction/survey-groups.ts'

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
  const spans = days.map(({ period }) => period)
  const [sums, surveys, reasons, lowest, outcomes, gapModel] = await Promise.all([
    store.reports.sums([whole, ...spans], channel),
    store.surveyReport.counts(spans, { now, ...(channel && { channel }) }),
    store.reports.escalationReasons(whole, channel),
    lowestTrust(store, policy.trust, whole, now, channel),
    outcomeCounts(store, policy, whole, now, channel),
    gapModelInForce(store),
  ])
  const [total, ...perDay] = sums as [PeriodSums, ...PeriodSums[]]
  const rated = surveys.filter(({ form }) => form === 'csat')
  const ratedOn = Map.groupBy(rated, ({ position }) => position)
  return {
    from,
    to,
    timeZone: pack.timeZone,
    channel: channel ?? null,
    total: {
      // The days leave no gap.
      ...figures(total, rated),
      reopened: METRICS.reopened.of(total),
      turns: METRICS.turns.of(total),
    },
    days: perDay.map((sum, i) => ({ day: days[i]?.day ?? '', ...figures(sum, ratedOn.get(i) ?? []) })),
    escalationReasons: reasons,
    outcomes: {
      known: outcomes.bySource,
      missing: outcomes.missing,
      excluded: outcomes.excluded,
      pending: outcomes.pending,
    },
    gapModel,
    lowestTrust: lowest,
    definitions: {
      ...Object.fromEntries(Object.entries(METRICS).map(([key, { definition }]) => [key, definition])),
      csat: SATISFACTION_DEFINITIONS.csat,
      resolved: SATISFACTION_DEFINITIONS.resolved,
      outcomes: OUTCOMES_DEFINITION,
      lowestTrust: LOWEST_TRUST_DEFINITION,
    },
  }
}

function figures(sums: PeriodSums, rated: readonly SurveyCount[]): Omit<DashboardDay, 'day'> {
  return {
    conversations: METRICS.conversations.of(sums),
    containment: METRICS.containment.of(sums),
    escalations: METRICS.escalations.of(sums),
    csat: botAndAgent(rated, (own) => csatFigures(tallySurveys(own))),
    gap: METRICS.gap.of(sums),
    trust: METRICS.trust.of(sums),
  }
}
