import { type Clock, type Escalation, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { AgentSearch } from '../escalation/agent-search.ts'
import { route } from '../escalation/routing/route.ts'
import { staffAt } from '../escalation/routing/staff.ts'
import { addOpenTime } from '../hours/index.ts'
import { hoursOf } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import type { Sweep } from './run-sweeps.ts'

/** A bound on what one look costs. Nobody starves behind it: who waits becomes more urgent (`waitingMinute`). */
const AT_ONCE = 2_000

export interface RouteWaitingOptions {
  store: Pick<Store, 'escalations' | 'people'>
  conversations: Pick<AgentSearch, 'noteRouting'>
  mind(): Pick<Mind, 'policy' | 'pack'>
  clock: Clock
  onHint?: Sweep['onHint']
}

/** Looks for agents for everybody who waits. Two nodes at once are harmless: of two that note the same step one is refused. */
export function routeWaiting({ store, conversations, mind, clock, onHint }: RouteWaitingOptions): Sweep {
  /** Waited long enough within the hours of their queue. */
  const supervisorsDue = ({ queue, queuedAt, routing }: Escalation, now: number): boolean => {
    const { policy, pack } = mind()
    const afterMs = policy.routing.supervisorsAfterMinutes * MINUTE_MS
    // The calendar need not be asked for most.
    if (routing.calledAt !== undefined || now - queuedAt < afterMs) return routing.calledAt !== undefined
    const dueAt = addOpenTime(hoursOf(policy, queue), pack.timeZone, queuedAt, afterMs)
    return dueAt !== undefined && dueAt <= now
  }

  return {
    name: 'route-waiting',
    everyMs: 1_000,
    ...(onHint && { onHint }),
    async run() {
      const waiting = await store.escalations.waiting(AT_ONCE, mind().policy.routing.urgency.waitingMinute)
      if (waiting.length === 0) return 0
      const [people, presences, loads] = await Promise.all([
        store.people.list(),
        store.people.presences(),
        store.escalations.loads(),
      ])
      const now = clock.now()
      const steps = route({
        waiting: waiting.map((escalation) => ({ escalation, supervisorsDue: supervisorsDue(escalation, now) })),
        staff: staffAt(people, presences, loads, now),
        rules: mind().policy.routing,
        now,
      })
      const noted = await Promise.all(
        steps.map(({ escalation, routing }) => conversations.noteRouting(escalation, routing)),
      )
      return noted.filter(Boolean).length
    },
  }
}
