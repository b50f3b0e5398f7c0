import { type Clock, type CompanyPromise, HOUR_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Sweep } from './run-sweeps.ts'

const AT_ONCE = 100

/**
 * Notes the promises that were not kept in time, each once, however often it looks; they stay to be kept. Customers are told
 * that they are late, or asked whether they were kept, and who sees to them is warned.
 */
export function overduePromises(
  store: Pick<Store, 'promises'>,
  conversations: Pick<ConversationService, 'watchPromises'>,
  clock: Clock,
  policy: () => Policy['promises'],
  warn: (promise: CompanyPromise) => Promise<void>,
): Sweep {
  return {
    name: 'overdue-promises',
    everyMs: 15_000,
    async run() {
      const now = clock.now()
      const { askedForHours, apologise } = policy()
      const at = { now, askedBefore: now - askedForHours * HOUR_MS, apologises: apologise }
      const overdue = await store.promises.overdue(at, AT_ONCE)
      const brokenBefore = new Set(overdue.flatMap(({ id, brokenAt }) => (brokenAt === undefined ? [] : [id])))
      let changed = 0
      for (const id of new Set(overdue.map(({ conversationId }) => conversationId))) {
        const watched = await conversations.watchPromises(id)
        changed += watched.length
        for (const promise of watched) {
          if (promise.brokenAt !== undefined && !brokenBefore.has(promise.id)) await warn(promise)
        }
      }
      return changed
    },
  }
}
