import { type Agent, type Escalation, isAtDesk, isSupervisor, type Presence } from '../../../domain/index.ts'
import { takesOffers } from '../../escalation/routing/staff.ts'
import type { DeskQueue } from '../api.ts'

export interface TeamFacts {
  viewer: Agent
  people: readonly Agent[]
  presences: readonly Presence[]
  /** What they have accepted and not ended. */
  open: readonly Pick<Escalation, 'agentId'>[]
  now: number
}

/** Who is there, and what each of them has to do. */
export function deskTeam({ viewer, people, presences, open, now }: TeamFacts): Pick<DeskQueue, 'me' | 'colleagues'> {
  const presenceOf = new Map(presences.map((presence) => [presence.agentId, presence]))
  const openOf = Map.groupBy(open, ({ agentId }) => agentId)
  const mine = presenceOf.get(viewer.id)
  return {
    me: {
      agentId: viewer.id,
      name: viewer.name,
      supervisor: isSupervisor(viewer),
      takesOffers: takesOffers(viewer),
      capacity: viewer.capacity,
      available: mine?.available ?? true,
      since: mine?.since ?? now,
    },
    colleagues: people.map(({ id, name, role, languages, queues, capacity }) => {
      const presence = presenceOf.get(id)
      return {
        agentId: id,
        name,
        role,
        languages,
        queues,
        capacity,
        open: openOf.get(id)?.length ?? 0,
        atDesk: presence !== undefined && isAtDesk(presence, now),
        available: presence?.available ?? false,
      }
    }),
  }
}
