import { type Absence, type Agent, isAtDesk, type Language, type Presence } from '../../domain/index.ts'
import { absenceAt } from '../hours/index.ts'
import { hoursOf, type Policy } from '../policy/index.ts'

/** Everybody who works for the company, and who of them is at the desk. */
export interface Staff {
  people: readonly Agent[]
  presences: readonly Presence[]
}

/**
 * Whether a customer of a queue finds nobody there: outside its hours, or because nobody who could take them is at the desk.
 * Managers take nobody.
 *
 * @param now epoch milliseconds
 * @returns undefined when somebody is there; without `backAt` when nobody knows when somebody will be
 */
export function absenceOf(
  queue: string,
  language: Language,
  { people, presences }: Staff,
  policy: Pick<Policy, 'queues' | 'hours'>,
  companyTimeZone: string,
  now: number,
): Absence | undefined {
  const closed = absenceAt(hoursOf(policy, queue), companyTimeZone, now)
  if (closed) return closed
  const there = new Set(
    presences.filter((presence) => presence.available && isAtDesk(presence, now)).map(({ agentId }) => agentId),
  )
  const agents = people.filter(({ role }) => role !== 'manager')
  const speaking = skilled(agents, ({ languages }) => languages.length === 0 || languages.includes(language))
  const suitable = skilled(speaking, ({ queues }) => queues.length === 0 || queues.includes(queue))
  return suitable.some(({ id }) => there.has(id)) ? undefined : {}
}

/** Those who have a skill; everybody where nobody has it, as the search for an agent asks nobody for it then. */
function skilled(agents: readonly Agent[], has: (agent: Agent) => boolean): readonly Agent[] {
  const those = agents.filter(has)
  return those.length > 0 ? those : agents
}
