import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Sweep } from './run-sweeps.ts'

const AT_ONCE = 100

/** Notes the promises that were not kept in time, each once, however often it looks. They stay to be kept. */
export function overduePromises(
  store: Pick<Store, 'promises'>,
  conversations: Pick<ConversationService, 'breakOverduePromises'>,
  clock: Clock,
): Sweep {
  return {
    name: 'overdue-promises',
    everyMs: 15_000,
    async run() {
      const overdue = await store.promises.overdue(clock.now(), AT_ONCE)
      let broken = 0
      for (const id of new Set(overdue.map(({ conversationId }) => conversationId))) {
        broken += await conversations.breakOverduePromises(id)
      }
      return broken
    },
  }
}
