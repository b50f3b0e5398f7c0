import { type Clock, MINUTE_MS } from '../../domain/index.ts'
import { type CandidateReview, type GatherOptions, gatherCandidates } from '../learning/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Sweep } from './run-sweeps.ts'

export interface GatherSweepOptions extends GatherOptions {
  review: Pick<CandidateReview, 'acceptUnreviewed'>
  policy(): Pick<Policy, 'learning'>
  clock: Clock
  onHint?: Sweep['onHint']
}

/** Gathers what the bot may learn from, and accepts it unreviewed where the policy says so. */
export function gatherSweep({ review, policy, clock, onHint, ...options }: GatherSweepOptions): Sweep {
  return {
    name: 'gather-candidates',
    everyMs: MINUTE_MS,
    ...(onHint && { onHint }),
    async run() {
      const gathered = await gatherCandidates(options, clock.now())
      const { acceptUnreviewed } = policy().learning
      return gathered + (acceptUnreviewed === 'agents' ? await review.acceptUnreviewed() : 0)
    },
  }
}
