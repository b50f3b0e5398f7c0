import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { absenceOf } from '../escalation/absence-of.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Mind } from '../turn/mind.ts'
import type { Sweep } from './run-sweeps.ts'

/**
 * A bound on what one look costs. Whoever comes while nobody is there is told at the handover; this is for those who waited
 * already, and of more than this the others are told when the first have been served.
 */
const AT_ONCE = 1_000

/** Tells those who wait while nobody is there any more, each once, and promises them an answer. */
export function promiseWaiting(
  store: Pick<Store, 'escalations' | 'people' | 'promises'>,
  conversations: Pick<ConversationService, 'tellAbsence'>,
  mind: () => Pick<Mind, 'policy' | 'pack'>,
  clock: Clock,
): Sweep {
  return {
    name: 'promise-waiting',
    everyMs: 15_000,
    async run() {
      const { policy, pack } = mind()
      const [waiting, open, people, presences] = await Promise.all([
        store.escalations.waiting(AT_ONCE, policy.routing.urgency.waitingMinute),
        store.promises.open(AT_ONCE),
        store.people.list(),
        store.people.presences(),
      ])
      const promised = new Set(open.flatMap(({ kind, conversationId }) => (kind === 'answer' ? [conversationId] : [])))
      const staff = { people, presences }
      const unattended = waiting.filter(
        ({ conversationId, queue, language }) =>
          !promised.has(conversationId) && absenceOf(queue, language, staff, policy, pack.timeZone, clock.now()),
      )
      let told = 0
      for (const { conversationId } of unattended) {
        if (await conversations.tellAbsence(conversationId)) told++
      }
      return told
    },
  }
}
