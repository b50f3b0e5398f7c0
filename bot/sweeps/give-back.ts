import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { AgentSearch } from '../escalation/agent-search.ts'
import type { Sweep } from './run-sweeps.ts'

/** Takes the customers who have no answer back from agents who are gone. Who was answered stays with their agent. */
export function giveBackSweep(
  store: Pick<Store, 'escalations' | 'people'>,
  conversations: Pick<AgentSearch, 'giveBack'>,
  clock: Clock,
  afterSeconds: () => number,
): Sweep {
  // While no server ran nobody could give a sign of life.
  const runsSince = clock.now()
  return {
    name: 'give-back',
    everyMs: 5_000,
    async run() {
      const goneBefore = clock.now() - afterSeconds() * 1000
      const [presences, loads] = await Promise.all([store.people.presences(), store.escalations.loads()])
      const busy = new Set(loads.filter(({ open }) => open > 0).map(({ agentId }) => agentId))
      let given = 0
      for (const { agentId, until } of presences) {
        if (Math.max(until, runsSince) >= goneBefore || !busy.has(agentId)) continue
        for (const escalation of await store.escalations.openOf(agentId)) {
          if (escalation.unansweredSince === undefined) continue
          if (await conversations.giveBack(escalation)) given++
        }
      }
      return given
    },
  }
}
