import { HOUR_MS, MINUTE_MS } from '../../domain/index.ts'
import type { IntentLearning } from '../learning/index.ts'
import type { Sweep } from './run-sweeps.ts'

/** A server that has just begun has customers to answer first. */
const AFTER_START_MS = 5 * MINUTE_MS

/**
 * Looks every hour, a while after the start, and when the pack has something else to teach, whether there is enough new to
 * train a challenger on.
 * @param onOtherToLearn is given what to call then
 */
export function learnIntentsSweep(
  learn: () => Promise<IntentLearning>,
  log: { info(fields: object, text: string): void },
  onOtherToLearn: (look: () => void) => void,
): Sweep {
  return {
    name: 'learn-intents',
    everyMs: HOUR_MS,
    onHint(look) {
      onOtherToLearn(look)
      const timer = setTimeout(look, AFTER_START_MS)
      return () => clearTimeout(timer)
    },
    async run() {
      const learning = await learn()
      if (learning.kind !== 'tried') return 0
      const { id, promoted, about } = learning
      const told = { modelId: id, candidates: about.candidates, reasons: about.verdict.reasons }
      log.info(told, promoted ? 'a model was learnt and promoted' : 'a model was learnt and kept back')
      return 1
    },
  }
}
