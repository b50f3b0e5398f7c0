import type { RandomBytes } from '../../analytics/index.ts'
import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { planRelease, type ReleasePlan } from './plan-release.ts'
import { type NoiseUsed, type PublicFigures, publicFigures } from './public-figures.ts'
import { endedPeriod, type ReleasePeriod } from './release-period.ts'

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

/** The last period that has ended, and what becomes of it. */
export async function nextRelease({
  store: { releases },
  settings,
  timeZone,
  clock,
}: ReleaseParts): Promise<{ period: ReleasePeriod; plan: ReleasePlan }> {
  const period = endedPeriod(settings.releaseEvery, timeZone, clock.now())
  const [spend, budget] = [await releases.spendOf(period.name), await releases.budgetOf(period.quarter)]
  return { period, plan: planRelease(settings, period, spend, budget) }
}

/**
 * Releases the figures of the last period that has ended, if they were not and the budget allows it. Counts and noise are
 * gone when another node was faster: only what was paid for is ever seen.
 * @returns whether it did
 */
export async function makeRelease(parts: ReleaseParts, random: RandomBytes): Promise<boolean> {
  const { period, plan } = await nextRelease(parts)
  if (plan.kind !== 'due') return false
  const { epsilonMicros, budgetMicros } = plan
  const { name, from, to, every, firstDay, lastDay, quarter } = period
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
