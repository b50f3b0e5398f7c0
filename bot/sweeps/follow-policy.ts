import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../policy/index.ts'
import type { Sweep } from './run-sweeps.ts'

export interface FollowPolicyParts {
  /** The policy of the file with what was learnt for it and serves. */
  inForce(): Promise<Policy>
  current(): Policy
  /** From the next turn on. */
  adopt(policy: Policy): Promise<void>
}

/** Takes over learnt figures of the policy that were applied, taken or gone back from, here or on another node. */
export function followPolicy({ inForce, current, adopt }: FollowPolicyParts): Sweep {
  return {
    name: 'follow-policy',
    everyMs: 5_000,
    async run() {
      const next = await inForce()
      if (isDeepStrictEqual(next, current())) return 0
      await adopt(next)
      return 1
    },
  }
}
