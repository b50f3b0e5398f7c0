import { type Agent, type Escalation, type Presence, takesConversations } from '../../../domain/index.ts'
import type { AgentLoad } from '../../../store/index.ts'

/** Somebody who serves customers, as the search for an agent sees them at one moment. */
export interface StaffMember extends Pick<Agent, 'id' | 'languages' | 'queues' | 'capacity'> {
  /** There, and taking conversations. */
  present: boolean
  /** Conversations they have open. */
  open: number
  /** Epoch milliseconds; absent when they never accepted one. */
  lastAcceptedAt?: number
}

/** Managers look after the others and are offered nobody. */
export function takesOffers({ role }: Pick<Agent, 'role'>): boolean {
  return role !== 'manager'
}

/** Everybody to whom customers are offered. */
export function staffAt(
  people: readonly Agent[],
  presences: readonly Presence[],
  loads: readonly AgentLoad[],
  now: number,
): StaffMember[] {
  const presenceOf = new Map(presences.map((presence) => [presence.agentId, presence]))
  const loadOf = new Map(loads.map((load) => [load.agentId, load]))
  return people.filter(takesOffers).map(({ id, languages, queues, capacity }) => {
    const presence = presenceOf.get(id)
    const load = loadOf.get(id)
    return {
      id,
      languages,
      queues,
      capacity,
      present: presence ? takesConversations(presence, now) : false,
      open: load?.open ?? 0,
      ...(load && { lastAcceptedAt: load.lastAcceptedAt }),
    }
  })
}

/**
 * Who is right for a customer, whether or not they are there: who speaks the language and serves the queue. What nobody
 * in the whole company offers is not asked for, the queue before the language, so that nobody waits for ever.
 */
export function suitableStaff<Member extends Pick<Agent, 'languages' | 'queues'>>(
  staff: readonly Member[],
  { language, queue }: Pick<Escalation, 'language' | 'queue'>,
): readonly Member[] {
  const speaking = hasSkill(staff, ({ languages }) => languages.length === 0 || languages.includes(language))
  return hasSkill(speaking, ({ queues }) => queues.length === 0 || queues.includes(queue))
}

/** Those who have a skill; everybody, when nobody has it. */
function hasSkill<Member>(staff: readonly Member[], has: (member: Member) => boolean): readonly Member[] {
  const skilled = staff.filter(has)
  return skilled.length > 0 ? skilled : staff
}
