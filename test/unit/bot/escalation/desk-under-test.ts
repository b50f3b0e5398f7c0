import type { Policy } from '../../../../bot/policy/index.ts'
import type { Inbound } from '../../../../bot/turn/conversation-service.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { type Agent, CandorError, type Escalation, fixedClock, type MessageBody } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'

export const HOUR = 3_600_000

const TWO_QUEUES = [
  { name: 'general', title: { en: 'General', zh: '综合' }, needs: [] },
  { name: 'refunds', title: { en: 'Refunds', zh: '退款' }, needs: ['refund'] },
]

const spoken = scriptedMind({
  'refund please': { refund: 0.9 },
  'about money': { refund: 0.5, exchange: 0.4 },
  'bad service': { complaint: 0.9 },
  'how long is delivery': { delivery: 0.9 },
  退款: { refund: 0.9 },
  thanks: { thanks: 0.95 },
})

/** A company with two queues, a mind whose understanding is written down, and one conversation, `c`. */
export interface DeskUnderTest {
  store: Store
  clock: ReturnType<typeof fixedClock>
  conversations: StoredConversations
  /** The same on another node: nothing but the store puts the two in order. */
  otherNode: StoredConversations
  /** The customer writes. */
  write(text: string, parts?: Partial<Inbound>): Promise<void>
  /** Somebody who works here and sits at the desk. */
  agent(name: string, parts?: Partial<Agent>): Promise<Agent>
  /** Somebody takes what has waited longest. */
  accept(agent: Agent): Promise<void>
  /** Everything said in the conversation, as `author kind: text`. */
  transcript(): Promise<string[]>
  /** Its escalations, the oldest first. */
  escalations(): Promise<Escalation[]>
  bodies(): Promise<MessageBody[]>
  stop(): Promise<void>
}

/**
 * @param survey what differs from the default in whom it asks
 * @param sentiments how pleased a text sounds, where that matters
 * @param parts what else of the policy is otherwise
 */
export async function openDesk(
  survey: Partial<Policy['survey']> = {},
  sentiments: Readonly<Record<string, number>> = {},
  parts: Partial<Policy> = {},
): Promise<DeskUnderTest> {
  const understand: typeof spoken.understand = (text, now) => {
    const understood = spoken.understand(text, now)
    return { ...understood, sentiment: sentiments[text] ?? understood.sentiment }
  }
  const mind = {
    ...spoken,
    understand,
    policy: { ...policy, queues: TWO_QUEUES, survey: { ...policy.survey, ...survey }, ...parts },
  }
  const store = await openStore(':memory:')
  const clock = fixedClock(Date.UTC(2026, 10, 23, 10))
  let ids = 0
  const newId = () => `id-${String(++ids).padStart(6, '0')}`
  const node = () => new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
  const conversations = node()
  const messages = () => store.conversations.messages('c', 0, 10_000)
  return {
    store,
    clock,
    conversations,
    otherNode: node(),
    async write(text, parts = {}) {
      clock.advance(1)
      await conversations.receive({ conversationId: 'c', channel: 'web', customer: { id: 'dl_cy' }, text, ...parts })
    },
    async agent(name, parts = {}) {
      const queues: string[] = []
      const email = `${name}@example.com`
      const hired: Agent = {
        id: name,
        email,
        name,
        role: 'agent',
        languages: [],
        queues,
        capacity: 5,
        createdAt: 0,
        ...parts,
      }
      await store.people.add(hired)
      await store.people.setPresence({ agentId: name, available: true, until: clock.now() + 100 * HOUR, since: 0 })
      return hired
    },
    async accept(agent) {
      clock.advance(1)
      const waiting = (await store.escalations.waiting(100)).toSorted((a, b) => a.queuedAt - b.queuedAt)
      await conversations.accept(waiting[0]?.id ?? '', agent)
    },
    async transcript() {
      return (await messages()).map(({ from, body, text }) => `${from} ${body.kind}: ${text}`)
    },
    bodies: async () => (await messages()).map(({ body }) => body),
    escalations: () => store.escalations.ofConversation('c'),
    stop: () => store.close(),
  }
}

/** The code of the error a promise ends with, or `done`. */
export async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (problem) => (problem instanceof CandorError ? problem.code : String(problem)),
  )
}
