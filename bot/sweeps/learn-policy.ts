import { isDeepStrictEqual } from 'node:util'
import { HOUR_MS } from '../../domain/index.ts'
import type { PolicyLearning } from '../learning/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Sweep } from './run-sweeps.ts'

export interface LearnPolicyParts {
  learn(): Promise<PolicyLearning>
  /** The policy of the file with what was learnt for it, here or on another node. */
  inForce(): Promise<Policy>
  current(): Policy
  /** From the next turn on. */
  adopt(policy: Policy): Promise<void>
  log: { info(fields: object, text: string): void }
}

/** Looks every hour whether there is enough new to learn figures of the policy from, and takes over those that are in force. */
export function learnPolicySweep({ learn, inForce, current, adopt, log }: LearnPolicyParts): Sweep {
  return {
    name: 'learn-policy',
    everyMs: HOUR_MS,
    async run() {
      const learning = await learn()
      if (learning.kind === 'tried') {
        const { outcome, before, after, reasons } = learning.attempt
        log.info({ outcome, before, after, reasons }, 'figures of the policy were learnt and judged')
      }
      const next = await inForce()
      if (!isDeepStrictEqual(next, current())) await adopt(next)
      return learning.kind === 'tried' ? 1 : 0
    },
  }
}
