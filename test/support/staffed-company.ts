import { presences } from '../../bot/escalation/presence.ts'
import { giveBackSweep } from '../../bot/sweeps/give-back.ts'
import { routeWaiting } from '../../bot/sweeps/route-waiting.ts'
import type { Mind } from '../../bot/turn/mind.ts'
import { StoredConversations } from '../../bot/turn/stored-conversations.ts'
import { type Agent, type Escalation, fixedClock } from '../../domain/index.ts'
import { openStore, type Store } from '../../store/index.ts'
import { scriptedMind } from './minds.ts'

/** 2026-11-02 09:00 UTC, a Monday. */
export const NINE = Date.UTC(2026, 10, 2, 9)

export interface StaffedCompanyOptions {
  /** Absent: a new one in memory. */
  store?: Store
  clock?: ReturnType<typeof fixedClock>
  routing?: Partial<Mind['policy']['routing']>
  policy?: Partial<Mind['policy']>
}

export type StaffedCompany = Awaited<ReturnType<typeof staffedCompany>>

/** A company whose customers all ask for a person, on a real store, with a clock that is moved by hand. */
export async function staffedCompany(options: StaffedCompanyOptions = {}) {
  const store = options.store ?? (await openStore(':memory:'))
  const clock = options.clock ?? fixedClock(NINE)
  const scripted = scriptedMind({})
  const policy = { ...scripted.policy, ...options.policy }
  const mind: Mind = { ...scripted, policy: { ...policy, routing: { ...policy.routing, ...options.routing } } }
  const conversations = new StoredConversations({
    store,
    mind: () => mind,
    clock,
    newId: () => crypto.randomUUID(),
    stopwatch: () => 0,
  })
  const { awayAfterSeconds, giveBackAfterSeconds } = mind.policy.routing
  const attendance = presences({ people: store.people, clock, awayAfterSeconds: () => awayAfterSeconds })
  const routing = routeWaiting({ store, conversations, mind: () => mind, clock })
  const givingBack = giveBackSweep(store, conversations, clock, () => giveBackAfterSeconds)

  return {
    store,
    clock,
    policy: mind.policy,
    conversations,
    presences: attendance,
    /** Looks once for agents. @returns how many steps it noted */
    route: () => routing.run(),
    /** Looks once for agents who are gone. @returns how many customers it took back */
    giveBack: () => givingBack.run(),

    async hire(id: string, parts: Partial<Agent> = {}): Promise<Agent> {
      const agent: Agent = {
        id,
        email: `${id}@example.com`,
        name: id.charAt(0).toUpperCase() + id.slice(1),
        role: 'agent',
        languages: [],
        queues: [],
        capacity: 5,
        createdAt: NINE,
        ...parts,
      }
      await store.people.add(agent)
      return agent
    },

    writes: (customer: string, text: string) =>
      conversations.receive({ conversationId: customer, channel: 'web', customer: { id: `dl_${customer}` }, text }),

    /** The customer asks for a person, and waits. */
    async asks(customer: string, text = 'let me talk to a human'): Promise<Escalation> {
      await this.writes(customer, text)
      const waiting = (await store.escalations.ofConversation(customer)).at(-1)
      if (!waiting) throw new TypeError(`${customer} does not wait`)
      return waiting
    },

    /** As it is now. */
    async escalation(id: string): Promise<Escalation> {
      const found = await store.escalations.get(id)
      if (!found) throw new TypeError(`there is no escalation ${id}`)
      return found
    },

    /** To whom the customers who wait are offered, `all`, or `nobody`, by conversation. */
    async offers(): Promise<Record<string, string>> {
      const waiting = await store.escalations.waiting(1_000)
      return Object.fromEntries(
        waiting.map(({ conversationId, routing: { offer, openSince } }) => [
          conversationId,
          offer?.agentId ?? (openSince === undefined ? 'nobody' : 'all'),
        ]),
      )
    },
  }
}
