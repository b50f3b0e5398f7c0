import { HOUR_MS } from '../../domain/index.ts'
import type { TrustLearning } from '../learning/index.ts'
import type { Sweep } from './run-sweeps.ts'

/** Looks every hour whether there are enough new ratings to fit to them what evidence of trust is worth. */
export function learnTrustSweep(
  learn: () => Promise<TrustLearning>,
  log: { info(fields: object, text: string): void },
): Sweep {
  return {
    name: 'learn-trust',
    everyMs: HOUR_MS,
    async run() {
      const learning = await learn()
      if (learning.kind !== 'tried') return 0
      const { outcome, before, after, reasons, evidence } = learning.attempt
      log.info({ outcome, before, after, reasons, evidence }, 'figures of trust were fitted and judged')
      return 1
    },
  }
}
