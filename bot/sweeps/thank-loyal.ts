import { type Clock, DAY_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Sweep } from './run-sweeps.ts'

/** A bound on what one look costs; the next one goes on behind the last customer. */
const AT_ONCE = 200

/**
 * Looks for customers of long standing for whom a rule of the policy has something, a part of them at a time and round and
 * round. Which of them get it is decided by what is stored, so that where it goes on after a restart does not matter.
 */
export function thankLoyal(
  store: Pick<Store, 'goodwill'>,
  conversations: Pick<ConversationService, 'thank'>,
  policy: () => Pick<Policy, 'goodwill'>,
  clock: Clock,
): Sweep {
  let after = ''
  return {
    name: 'thank-loyal',
    everyMs: 60_000,
    async run() {
      const { rules, loyal } = policy().goodwill
      if (!rules.some(({ when }) => when === 'loyal')) return 0
      const since = clock.now() - loyal.knownForDays * DAY_MS
      const found = await store.goodwill.longStanding(since, loyal.fewestEvents, after, AT_ONCE)
      after = found.length < AT_ONCE ? '' : (found.at(-1)?.customerId ?? '')
      let thanked = 0
      for (const { conversationId } of found) if (await conversations.thank(conversationId)) thanked++
      return thanked
    },
  }
}
