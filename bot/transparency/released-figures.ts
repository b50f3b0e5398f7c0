import { epsilonOf } from '../../analytics/index.ts'
import type { QuarterBudget } from '../../store/index.ts'
import { dueReleases, nextRelease, type ReleaseBody, type ReleaseParts } from './make-release.ts'
import type { ReleasePlan } from './plan-release.ts'
import { nextEnd } from './release-period.ts'

/** So many quarters and releases are listed. */
const LISTED = 60

/** How it stands with the public figures, for whoever runs the server. Times are epoch milliseconds. */
export interface ReleasedFigures {
  /** The newest period first. `epsilon` is absent where somebody has removed the spend. */
  releases: { period: string; at: number; epsilon?: number; body: ReleaseBody }[]
  quarters: QuarterBudget[]
  /** Names of the periods before the last one that are released one after the other now, the oldest first. */
  missed: string[]
  /** The last period that has ended, what becomes of it, and when the one after it ends. */
  next: { period: string; firstDay: string; lastDay: string; plan: ReleasePlan['kind']; endsAt: number }
}

export async function releasedFigures(parts: ReleaseParts): Promise<ReleasedFigures> {
  const { releases } = parts.store
  const { period, plan } = await nextRelease(parts)
  const { name, firstDay, lastDay } = period
  const due = await dueReleases(parts)
  const kept = await releases.latest(LISTED)
  const spends = await Promise.all(kept.map((release) => releases.spendOf(release.period)))
  return {
    releases: kept.map(({ period: of, at, body }, index) => {
      const spend = spends[index]
      const epsilon = spend && { epsilon: epsilonOf(spend.epsilonMicros) }
      return { period: of, at, ...epsilon, body: JSON.parse(body) as ReleaseBody }
    }),
    quarters: await releases.budgets(LISTED),
    missed: due.flatMap(({ period: { name: missed } }) => (missed === name ? [] : [missed])),
    next: { period: name, firstDay, lastDay, plan: plan.kind, endsAt: nextEnd(period, parts.timeZone) },
  }
}
