import { countOutcomes, type Outcome, type OutcomeCounts } from '../../analytics/index.ts'
import type { Channel } from '../../domain/index.ts'
import type { Period, Store } from '../../store/index.ts'
import { endedEpisodes, finalOutcome } from '../learning/index.ts'
import type { Policy } from '../policy/index.ts'

export interface OutcomesOfPeriod extends OutcomeCounts {
  /** Episodes that ended so lately that the customer may still come back: not counted otherwise. */
  pending: number
}

/** How much is known of how the episodes turned out that ended in a period. */
export async function outcomeCounts(
  store: Pick<Store, 'episodes'>,
  policy: Pick<Policy, 'gap'>,
  period: Period,
  now: number,
  channel?: Channel,
): Promise<OutcomesOfPeriod> {
  const outcomes: Outcome[] = []
  let pending = 0
  for await (const episode of endedEpisodes(store, period)) {
    if (channel !== undefined && episode.channel !== channel) continue
    const outcome = finalOutcome(episode, policy.gap, now)
    if (outcome) outcomes.push(outcome)
    else pending += 1
  }
  return { ...countOutcomes(outcomes), pending }
}
