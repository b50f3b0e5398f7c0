import { type Agent, CandorError, type Conversation, type Message } from '../../../domain/index.ts'
import type { ConversationCommit, OutboxEntry, Store } from '../../../store/index.ts'

/** Until the real one lands. */
export function memoryStore(): Store {
  const conversations = new Map<string, Conversation>()
  const messages = new Map<string, Message[]>()
  const keys = new Map<string, string>()
  const references = new Map<string, string>()
  const commits: ConversationCommit[] = []
  const outbox: (OutboxEntry & { nextAt: number | null; done: boolean })[] = []
  const settings = new Map<string, string>()
  const people = new Map<string, { agent: Agent; passwordHash?: string }>()
  const sessions = new Map<string, { agentId: string; expiresAt: number }>()
  const links = new Map<string, { agentId: string; expiresAt: number }>()
  const last = <T>(found: T[]): T | undefined => found.at(-1)
  const unknown = () => Promise.reject(new CandorError('INTERNAL', { incident: 'not in the fake' }))
  return {
    conversations: {
      get: async (id) => conversations.get(id),
      async commit(change) {
        const { id, version } = change.conversation
        const key = `${id} ${change.dedupeKey}`
        const first = change.dedupeKey === undefined ? undefined : keys.get(key)
        if (first) return { kind: 'duplicate', messageId: first }
        if ((conversations.get(id)?.version ?? 0) !== version) return { kind: 'conflict' }
        const stored = messages.get(id) ?? []
        const added = change.messages.map((message, i) => ({
          ...message,
          conversationId: id,
          seq: stored.length + i + 1,
        }))
        messages.set(id, [...stored, ...added])
        const conversation = { ...change.conversation, version: version + 1, lastSeq: stored.length + added.length }
        conversations.set(id, conversation)
        commits.push(change)
        if (change.dedupeKey !== undefined) keys.set(key, added[0]?.id ?? '')
        if (change.channelReference) references.set(id, change.channelReference)
        for (const message of added.filter(({ id: each }) => change.outbox.includes(each))) {
          outbox.push({ message, channelReference: '', attempts: 0, nextAt: 0, done: false })
        }
        return { kind: 'committed', conversation, messages: added }
      },
      duplicateOf: async (id, key) => keys.get(`${id} ${key}`),
      messages: async (id, after, limit) => (messages.get(id) ?? []).filter(({ seq }) => seq > after).slice(0, limit),
      turns: async (id) => commits.flatMap(({ turn }) => (turn?.conversationId === id ? [turn] : [])),
      events: async (id) => commits.flatMap((c) => (c.conversation.id === id ? c.events : [])),
      channelReference: async (id) => references.get(id),
      idle: unknown,
    },
    escalations: {
      get: async (id) => last(commits.flatMap(({ escalation }) => (escalation?.id === id ? [escalation] : []))),
      async waiting() {
        const all = new Map(commits.flatMap(({ escalation }) => (escalation ? [[escalation.id, escalation]] : [])))
        return [...all.values()].filter(({ acceptedAt, endedAt }) => !acceptedAt && !endedAt)
      },
      async openOf(agentId) {
        const all = new Map(commits.flatMap(({ escalation }) => (escalation ? [[escalation.id, escalation]] : [])))
        return [...all.values()].filter((e) => e.agentId === agentId && !e.endedAt)
      },
      async countWaiting() {
        return (await this.waiting(99)).length
      },
    },
    customers: {
      get: async (id) => last(commits.flatMap(({ customer }) => (customer?.id === id ? [customer] : []))),
      trustEvents: async () => [],
    },
    surveys: {
      get: async (id) => last(commits.flatMap(({ survey }) => (survey?.id === id ? [survey] : []))),
      responseTo: async (id) => last(commits.flatMap(({ response }) => (response?.surveyId === id ? [response] : []))),
    },
    outbox: {
      async due(now, limit) {
        const seen = new Set<string>()
        return outbox
          .filter(({ message, done }) => {
            if (done || seen.has(message.conversationId)) return false
            seen.add(message.conversationId)
            return true
          })
          .filter(({ nextAt }) => nextAt !== null && nextAt <= now)
          .slice(0, limit)
          .map(({ message, attempts }) => ({
            message,
            attempts,
            channelReference: references.get(message.conversationId) ?? '',
          }))
      },
      async delivered(id) {
        for (const entry of outbox) if (entry.message.id === id) entry.done = true
      },
      async failed(id, nextAt) {
        for (const entry of outbox) {
          if (entry.message.id !== id) continue
          entry.attempts++
          entry.nextAt = nextAt
          if (nextAt === null) entry.done = true
        }
      },
    },
    people: {
      async add(agent, passwordHash) {
        people.set(agent.id, { agent, ...(passwordHash && { passwordHash }) })
      },
      get: async (id) => people.get(id)?.agent,
      byEmail: async (email) => [...people.values()].find(({ agent }) => agent.email === email.toLowerCase()),
      list: async () => [...people.values()].map(({ agent }) => agent),
      async setPassword(id, passwordHash) {
        const known = people.get(id)
        if (known) people.set(id, { ...known, passwordHash })
      },
      async createSession(session) {
        sessions.set(session.tokenHash, session)
      },
      async sessionAgent(hash, now) {
        const session = sessions.get(hash)
        return session && session.expiresAt > now ? people.get(session.agentId)?.agent : undefined
      },
      async endSession(hash) {
        sessions.delete(hash)
      },
      async createSignInLink(link) {
        links.set(link.tokenHash, link)
      },
      async useSignInLink(hash, now) {
        const link = links.get(hash)
        links.delete(hash)
        return link && link.expiresAt > now ? people.get(link.agentId)?.agent : undefined
      },
    },
    models: { save: unknown, champion: unknown, get: unknown, list: unknown, promote: unknown },
    reports: { sums: unknown, lowestTrust: unknown, escalationReasons: unknown },
    settings: {
      get: async (key) => settings.get(key),
      async getOrSet(key, value) {
        if (!settings.has(key)) settings.set(key, value)
        return settings.get(key) ?? value
      },
      async set(key, value) {
        settings.set(key, value)
      },
    },
    audit: { append: async () => {}, list: async () => [] },
    close: async () => {},
  }
}
