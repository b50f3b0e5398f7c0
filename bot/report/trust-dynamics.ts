import {
  type FittedFigure,
  fitLaw,
  forecastTrust,
  type LawFit,
  TRANSPARENCY_DEFINITIONS,
  TRANSPARENCY_PARTS,
  type TransparencyIndex,
  type TrustOfWeek,
  transparencyIndex,
  trustOfWeek,
  WEEKLY_TRUST_DEFINITION,
  type WeekOfHistory,
  Z95,
} from '../../analytics/index.ts'
import type { KnowledgePack } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { TrustDynamics, TrustForecastWeek, TrustLawReport, TrustWeeks, WeeklyTrust } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { comingWeeks, pastWeeks } from './calendar-weeks.ts'

type DynamicsPolicy = Policy['trustDynamics']

/** @param transparency kept from now on, 0..1, for the "what if"; absent: none is asked for */
export interface DynamicsQuery {
  weeks: TrustWeeks
  transparency?: number
}

/**
 * How trust moved over the last whole weeks, with what the company showed and kept, the law fitted to both, and the forecast.
 * @param now epoch milliseconds
 */
export async function buildTrustDynamics(
  store: Pick<Store, 'trustHistory'>,
  { timeZone }: Pick<KnowledgePack, 'timeZone'>,
  { trustDynamics: policy }: Pick<Policy, 'trustDynamics'>,
  { weeks: count, transparency }: DynamicsQuery,
  now: number,
): Promise<TrustDynamics> {
  const weeks = pastWeeks(count, now, timeZone)
  const periods = weeks.map(({ period }) => period)
  const { evidence, shown, promised } = store.trustHistory
  const [told, turns, promises] = await Promise.all([evidence(periods), shown(periods), promised(periods)])
  const trust = told.map(trustOfWeek)
  const indexes = turns.map((sums, i) =>
    transparencyIndex({ ...sums, ...(promises[i] ?? NO_PROMISES) }, policy.indexWeights),
  )
  const history = trust.map((week, i) => ofHistory(week, indexes[i], turns[i]?.turns ?? 0))
  const coming = comingWeeks(policy.forecastWeeks, now, timeZone)
  return {
    timeZone,
    weeks: weeks.flatMap(({ week, monday }, i) => {
      const index = indexes[i]
      return index
        ? [{ week, monday, trust: weekly(trust[i] ?? null), index: history[i]?.index ?? null, parts: index.parts }]
        : []
    }),
    indexWeights: sharesOf(policy.indexWeights),
    law: lawOf(history, policy, coming, transparency),
    definitions: { ...TRANSPARENCY_DEFINITIONS, trust: WEEKLY_TRUST_DEFINITION },
  }
}

const NO_PROMISES = { made: 0, published: 0, due: 0, kept: 0 }

/** Weeks before turns kept what they showed have no index: one of promises alone would be another figure. */
function ofHistory(trust: TrustOfWeek | null, index: TransparencyIndex | undefined, turns: number): WeekOfHistory {
  return {
    index: turns > 0 ? (index?.value ?? null) : null,
    trust: trust && trust.error !== null ? { value: trust.value, error: trust.error } : null,
  }
}

function lawOf(
  history: readonly WeekOfHistory[],
  policy: DynamicsPolicy,
  coming: readonly { week: string; monday: string }[],
  transparency: number | undefined,
): TrustLawReport {
  const first = history.findIndex(({ index }) => index !== null)
  const used = first < 0 ? [] : history.slice(first)
  const observed = used.filter(({ trust }) => trust !== null).length
  const needed = policy.fewestWeeks
  if (observed < needed) return { kind: 'too-few-weeks', observed, needed, leftOut: 0 }
  const known = used.flatMap(({ index }) => index ?? [])
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const fit = fitLaw(used)
  // Less far apart than that they cannot deviate by more.
  if ((fit?.index.deviation ?? most - least) < policy.leastVariation)
    return { kind: 'steady-index', observed, least, most }
  if (!fit || fit.used < needed)
    return { kind: 'too-few-weeks', observed: fit?.used ?? 0, needed, leftOut: observed - (fit?.used ?? 0) }
  const link = linkOf(fit)
  const named = (figures: FittedFigure[]): TrustForecastWeek[] =>
    coming.map(({ week, monday }, i) => ({ week, monday, ...(figures[i] ?? { value: 0, low: 0, high: 1 }) }))
  const { rate, threshold, drift, leftOut } = fit
  return {
    kind: 'fitted',
    observed: fit.used,
    leftOut,
    link,
    rate,
    threshold,
    drift,
    index: { mean: fit.index.mean, least, most },
    path: [...new Array<null>(first).fill(null), ...fit.path],
    forecast: named(forecastTrust(fit, coming.length)),
    whatIf:
      transparency !== undefined && link === 'follows'
        ? { transparency, weeks: named(forecastTrust(fit, coming.length, transparency)) }
        : null,
  }
}

function linkOf({ rate }: LawFit): 'follows' | 'not-shown' | 'against' {
  if (rate.low > 0) return 'follows'
  return rate.high < 0 ? 'against' : 'not-shown'
}

function weekly(trust: TrustOfWeek | null): WeeklyTrust | null {
  if (!trust) return null
  const { value, error, customers } = trust
  const half = error === null ? null : Z95 * error
  return {
    value,
    low: half === null ? null : Math.max(0, value - half),
    high: half === null ? null : Math.min(1, value + half),
    customers,
  }
}

function sharesOf(weights: DynamicsPolicy['indexWeights']): DynamicsPolicy['indexWeights'] {
  const all = TRANSPARENCY_PARTS.reduce((sum, part) => sum + weights[part], 0)
  const share = (part: (typeof TRANSPARENCY_PARTS)[number]) => weights[part] / all
  return {
    source: share('source'),
    confidence: share('confidence'),
    person: share('person'),
    published: share('published'),
    kept: share('kept'),
  }
}
