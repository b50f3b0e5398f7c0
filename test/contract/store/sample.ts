import {
  type CompanyPromise,
  type Conversation,
  type ConversationEvent,
  type Escalation,
  newDialogueState,
  newRouting,
  type Survey,
  type TrustEvent,
  type Turn,
  type TurnLabel,
} from '../../../domain/index.ts'
import type { ConversationCommit, Store } from '../../../store/index.ts'

/** 2026-11-02 09:00 UTC, a Monday. */
export const START = Date.UTC(2026, 10, 2, 9)
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

export function conversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    channel: 'web',
    customerId: 'anna',
    language: 'en',
    owner: 'bot',
    settledSeq: 0,
    version: 0,
    lastSeq: 0,
    state: newDialogueState(),
    createdAt: START,
    updatedAt: START,
    ...changes,
  }
}

export function message(id: string, changes: Partial<ConversationCommit['messages'][number]> = {}) {
  return {
    id,
    from: 'customer' as const,
    authorId: 'anna',
    at: START,
    language: 'en' as const,
    text: `text of ${id}`,
    body: { kind: 'text' as const },
    ...changes,
  }
}

/** A commit of nothing but what is given. The customer comes along, so that it can be the first. */
export function change(
  conversationAsRead: Conversation,
  parts: Partial<Omit<ConversationCommit, 'conversation'>> = {},
): ConversationCommit {
  return {
    conversation: conversationAsRead,
    customer: { id: conversationAsRead.customerId, language: conversationAsRead.language, createdAt: START },
    messages: [],
    events: [],
    trustEvents: [],
    outbox: [],
    ...parts,
  }
}

export function turn(id: string, changes: Partial<Turn> = {}): Turn {
  return {
    id,
    conversationId: 'c1',
    seq: 1,
    at: START,
    understanding: {
      language: 'en',
      languageConfidence: 0.99,
      needs: [{ need: 'where-is-my-order', probability: 0.8 }],
      outOfScope: 0.2,
      entities: [{ type: 'orderNumber', text: 'a-17', start: 3, end: 7, value: 'A-17' }],
      sentiment: -0.25,
      why: [{ feature: 'order', weight: 1.5 }],
    },
    gap: {
      value: 0.25,
      parts: { understanding: 0.3, detail: 0, answer: 0.1 },
      entropyBits: 0.72,
      reasons: [{ code: 'need-unclear', contribution: 0.2 }],
    },
    decision: { kind: 'answer', need: 'where-is-my-order', confidence: 0.8 },
    modelId: 'model-1',
    latencyMs: 1.75,
    ...changes,
  }
}

export function escalation(id: string, changes: Partial<Escalation> = {}): Escalation {
  return {
    id,
    conversationId: 'c1',
    customerId: 'anna',
    language: 'en',
    reasons: ['asked-for-person'],
    gap: 0.6,
    gapReasons: [{ code: 'asked-for-person', contribution: 0.4 }],
    priority: 0.5,
    queue: 'general',
    routing: newRouting(),
    queuedAt: START,
    ...changes,
  }
}

export function promise(id: string, changes: Partial<CompanyPromise> = {}): CompanyPromise {
  return {
    id,
    customerId: 'anna',
    conversationId: 'c1',
    escalationId: 'e1',
    kind: 'answer',
    madeBy: { kind: 'bot' },
    toldBy: 'staff',
    madeAt: START,
    dueAt: START + 240 * MINUTE,
    ...changes,
  }
}

export function survey(id: string, changes: Partial<Survey> = {}): Survey {
  return {
    id,
    conversationId: 'c1',
    customerId: 'anna',
    channel: 'web',
    language: 'en',
    sentAt: START,
    expiresAt: START + 7 * DAY,
    form: 'csat',
    about: { kind: 'bot', modelId: 'model-1' },
    ...changes,
  }
}

export function trustEvent(id: string, changes: Partial<TrustEvent> = {}): TrustEvent {
  return {
    id,
    customerId: 'anna',
    conversationId: 'c1',
    at: START,
    cause: 'survey-rating',
    gain: 1,
    loss: 0,
    scoreAfter: 0.7,
    ...changes,
  }
}

export const opened: ConversationEvent = { kind: 'opened', at: START }

/** Commits and gives the conversation as it is then. */
export async function committed(store: Store, commit: ConversationCommit): Promise<Conversation> {
  const result = await store.conversations.commit(commit)
  if (result.kind !== 'committed') throw new TypeError(`expected to be committed, was a ${result.kind}`)
  return result.conversation
}

/** Commits labels, all of one conversation, as what shows them would. */
export async function labelled(store: Store, ...labels: [TurnLabel, ...TurnLabel[]]): Promise<void> {
  const read = await store.conversations.get(labels[0].conversationId)
  if (!read) throw new TypeError(`there is no conversation ${labels[0].conversationId}`)
  await committed(store, change(read, { labels }))
}
