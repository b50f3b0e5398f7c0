import { type Clock, MINUTE_MS } from '../../domain/index.ts'
import { SITUATIONS, type TopicChange } from '../../nlp/index.ts'
import type { Store } from '../../store/index.ts'
import { topicChangeOf } from '../learning/index.ts'
import type { Mind } from '../turn/mind.ts'
import type { Sweep } from './run-sweeps.ts'

/** Less than this changes no decision. */
const SMALLEST_CHANGE = 0.01

/** Lets the bot expect changes of topic as often as the record shows them. */
export function learnTopicChanges(
  store: Pick<Store, 'turns'>,
  mind: () => Mind,
  adopt: (topicChange: TopicChange) => void,
  clock: Clock,
): Sweep {
  return {
    name: 'learn-topic-change',
    everyMs: 10 * MINUTE_MS,
    async run() {
      const serving = mind()
      const learned = await topicChangeOf(store, serving, clock.now())
      const moved = SITUATIONS.some(
        (situation) => Math.abs(learned[situation] - serving.topicChange[situation]) >= SMALLEST_CHANGE,
      )
      // Another mind has taken over meanwhile; the next beat is about that one.
      if (!moved || mind() !== serving) return 0
      adopt(learned)
      return 1
    },
  }
}
