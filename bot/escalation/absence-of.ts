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
  const ofQueue = orAll(agents, ({ queues }) => queues.length === 0 || queues.includes(queue))
  const ofLanguage = orAll(agents, ({ languages }) => languages.length === 0 || languages.includes(language))
  return agents.some((agent) => there.has(agent.id) && ofQueue(agent) && ofLanguage(agent)) ? undefined : {}
}

/** What nobody of the whole staff can do is asked of nobody: or such a customer would wait for ever. */
function orAll(agents: readonly Agent[], serves: (agent: Agent) => boolean): (agent: Agent) => boolean {
  return agents.some(serves) ? serves : () => true
}
