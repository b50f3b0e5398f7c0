import type { RandomBytes } from '../../analytics/index.ts'
import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { planRelease, type ReleasePlan } from './plan-release.ts'
import { type NoiseUsed, type PublicFigures, publicFigures } from './public-figures.ts'
import { endedPeriod, missedPeriods, type ReleasePeriod } from './release-period.ts'

export interface ReleaseParts {
  store: Pick<Store, 'releases'>
  settings: Policy['publicPage']
  timeZone: string
  clock: Clock
}

/** Figures of one period as they are stored and served. Days are YYYY-MM-DD, both included. */
export interface ReleaseBody extends Pick<ReleasePeriod, 'every' | 'firstDay' | 'lastDay'> {
  timeZone: string
  releasedAt: number
  figures: PublicFigures
  noise: NoiseUsed
}

/** A period that has ended, and what becomes of it. */
interface PlannedRelease<Plan = ReleasePlan> {
  period: ReleasePeriod
  plan: Plan
}
type DueRelease = PlannedRelease<Extract<ReleasePlan, { kind: 'due' }>>

/** The last period that has ended, and what becomes of it. */
export async function nextRelease(parts: ReleaseParts): Promise<PlannedRelease> {
  const { settings, timeZone, clock } = parts
  return planned(parts, endedPeriod(settings.releaseEvery, timeZone, clock.now()))
}

async function planned({ store: { releases }, settings }: ReleaseParts, period: ReleasePeriod, isLate = false) {
  const [spend, budget] = [await releases.spendOf(period.name), await releases.budgetOf(period.quarter)]
  const before = isLate && !budget ? await releases.budgetBefore(period.quarter) : undefined
  return { period, plan: planRelease(settings, period, spend, budget, before) }
}

/**
 * What is to be released now: periods that were missed, the oldest first, and then the last one that has ended. Each spends of
 * the quarter in which it begins, as it would have in its time.
 */
export async function dueReleases(parts: ReleaseParts): Promise<DueRelease[]> {
  const { period, plan } = await nextRelease(parts)
  if (plan.kind === 'off') return []
  const missed = missedPeriods(period, parts.timeZone, await parts.store.releases.released())
  const all = await Promise.all(missed.map((each) => planned(parts, each, each.quarter !== period.quarter)))
  return [...all, { period, plan }].filter((each): each is DueRelease => each.plan.kind === 'due')
}

/**
 * Releases the figures of one period: the oldest that has ended, was not released and has a budget that allows it. Counts and
 * noise are gone when another node was faster: only what was paid for is ever seen.
 * @returns whether it did
 */
export async function makeRelease(parts: ReleaseParts, random: RandomBytes): Promise<boolean> {
  const [due] = await dueReleases(parts)
  if (!due) return false
  const { epsilonMicros, budgetMicros } = due.plan
  const { name, from, to, every, firstDay, lastDay, quarter } = due.period
  const { rowsPerCustomer } = parts.settings
  const counts = await parts.store.releases.counts({ from, to }, rowsPerCustomer)
  const at = parts.clock.now()
  const body: ReleaseBody = {
    every,
    firstDay,
    lastDay,
    timeZone: parts.timeZone,
    releasedAt: at,
    ...publicFigures(counts, { rowsPerCustomer, epsilonMicros }, random),
  }
  const release = { period: name, from, to, at, body: JSON.stringify(body) }
  return (await parts.store.releases.publish(release, { quarter, epsilonMicros, budgetMicros })) === 'published'
}
