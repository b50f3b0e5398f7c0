import type { Interval, TrustProposal } from '../../../analytics/index.ts'
import { signFlipTest } from '../../../nlp/index.ts'

/** Same ledgers, same seed, same verdict. */
const SEED = 20_261_122

/** Why other figures of trust are better or not. `gain`: logarithmic score of a held-out rating, 95 % over customers. */
export interface TrustGateReason {
  code: 'better' | 'not-better'
  /** Held out, with a rating. */
  customers: number
  ratings: number
  gain: Interval & { value: number }
  p: number
  level: number
}

/**
 * Whether fitted figures foretell customers better whom they were not fitted to: a paired sign-flip test over customers, as
 * for what else is learnt.
 * @param level of the test, 0..1; see `spentLevel`
 */
export function judgeTrust(
  { heldOut, gain, after }: Extract<TrustProposal, { kind: 'fitted' }>,
  level: number,
): TrustGateReason {
  const p = signFlipTest(
    heldOut.map((one) => one.gain),
    SEED,
    level,
  )
  return { code: p <= level ? 'better' : 'not-better', customers: heldOut.length, ratings: after.n, gain, p, level }
}
