import { HOUR_MS } from '../../domain/index.ts'
import type { PolicyLearning } from '../learning/index.ts'
import type { Sweep } from './run-sweeps.ts'

/** Looks every hour whether there is enough new to learn figures of the policy from. */
export function learnPolicySweep(
  learn: () => Promise<PolicyLearning>,
  log: { info(fields: object, text: string): void },
): Sweep {
  return {
    name: 'learn-policy',
    everyMs: HOUR_MS,
    async run() {
      const learning = await learn()
      if (learning.kind !== 'tried') return 0
      const { outcome, before, after, reasons } = learning.attempt
      log.info({ outcome, before, after, reasons }, 'figures of the policy were learnt and judged')
      return 1
    },
  }
}
