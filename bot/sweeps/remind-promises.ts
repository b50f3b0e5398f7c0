import { type Clock, type CompanyPromise, DAY_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { hoursOf, queueFor } from '../policy/index.ts'
import { isReminderDue } from '../promises/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Mind } from '../turn/mind.ts'
import type { Sweep } from './run-sweeps.ts'

/** Nothing is closed for longer: what is due later than this needs no reminder yet. */
const AHEAD_MS = 60 * DAY_MS
const AT_ONCE = 1_000

/** Reminds who sees to a promise before it is due, once; whoever takes it over later is reminded, too. */
export function remindOfPromises(
  store: Pick<Store, 'promises'>,
  conversations: Pick<ConversationService, 'remindOfPromise'>,
  mind: () => Pick<Mind, 'policy' | 'pack'>,
  clock: Clock,
  remind: (promise: CompanyPromise) => Promise<void>,
): Sweep {
  return {
    name: 'remind-promises',
    everyMs: 15_000,
    async run() {
      const { policy, pack } = mind()
      const { remindBeforeMinutes } = policy.promises
      if (remindBeforeMinutes === 0) return 0
      const now = clock.now()
      const open = await store.promises.toRemind(now + AHEAD_MS, AT_ONCE)
      let reminded = 0
      for (const promise of open) {
        const hours = hoursOf(policy, promise.queue ?? queueFor(policy.queues, undefined))
        if (!isReminderDue(promise, hours, pack.timeZone, remindBeforeMinutes, now)) continue
        const noted = await conversations.remindOfPromise(promise.id)
        if (!noted) continue
        reminded++
        await remind(noted)
      }
      return reminded
    },
  }
}
