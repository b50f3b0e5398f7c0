import { HOUR_MS } from '../../domain/index.ts'
import type { GapLearning } from '../learning/index.ts'
import type { Sweep } from './run-sweeps.ts'

/** Looks every hour whether there is enough new to learn the gap from. */
export function learnGapSweep(
  learn: () => Promise<GapLearning>,
  log: { info(fields: object, text: string): void },
): Sweep {
  return {
    name: 'learn-gap',
    everyMs: HOUR_MS,
    async run() {
      const learning = await learn()
      if (learning.kind !== 'tried') return 0
      const { id, promoted, about } = learning
      const told = { gapModelId: id, outcomes: about.outcomes, reasons: about.verdict.reasons }
      log.info(told, promoted ? 'a gap model was learnt and promoted' : 'a gap model was learnt and kept back')
      return 1
    },
  }
}
