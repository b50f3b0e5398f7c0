import { type Clock, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Sweep } from './run-sweeps.ts'

const AT_ONCE = 100

/** Closes conversations with the bot in which nobody has written for a while, and asks how they went. */
export function closeIdle(
  store: Pick<Store, 'conversations'>,
  conversations: ConversationService,
  clock: Clock,
  idleMinutes: () => number,
): Sweep {
  return {
    name: 'close-idle',
    everyMs: 15_000,
    async run() {
      const before = clock.now() - idleMinutes() * MINUTE_MS
      let closed = 0
      for (const id of await store.conversations.idle(before, AT_ONCE)) {
        if (await conversations.closeIdle(id, before)) closed++
      }
      return closed
    },
  }
}
