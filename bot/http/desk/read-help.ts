import {
  type Agent,
  bothLanguages,
  CandorError,
  type Conversation,
  type KnowledgePack,
  type Message,
  WORTH_NAMING,
} from '../../../domain/index.ts'
import { findEntities } from '../../../nlp/index.ts'
import type { EndedConversation, ResolvedHandover, Store } from '../../../store/index.ts'
import { answerFor, askedNow, corrected, dialogueNow, saidBefore, suggestions, topicsOf } from '../../help/index.ts'
import type { Mind } from '../../turn/mind.ts'
import type { DeskHelp } from '../api.ts'

/** The newest messages of the conversation, which a suggestion has to fit. */
const MESSAGES_READ = 60
const HISTORY_SHOWN = 10
/** Handovers to learn from: of each of the likeliest needs, and of any. */
const HANDOVERS_READ = 20
const NEEDS_READ = 2
/** Of the conversation's lines on either side, those that are looked at for names and for what was said already. */
const LINES_READ = 15

/** To look for names takes a millisecond a text, and with every message it is the same answers that are looked at. */
const TEXTS_REMEMBERED = 2_000
/** Where a date stands is the same whatever the time; what it means is not asked. */
const ANY_TIME = { now: 0, timeZone: 'UTC' }

export interface HelpReader {
  /** @throws CandorError CONVERSATION_UNKNOWN */
  help(conversationId: string, viewer: Agent): Promise<DeskHelp>
}

/** Reads what helps an agent answer. */
export function helpReader(store: Store, mind: () => Mind): HelpReader {
  const find = remembering((text) => findEntities(text, ANY_TIME), TEXTS_REMEMBERED)

  async function handoversLike({ id, language }: Conversation, needs: readonly string[]): Promise<ResolvedHandover[]> {
    const pages = await Promise.all(
      [...needs, undefined].map((need) => store.handovers.resolved(language, HANDOVERS_READ, need)),
    )
    const found = new Map(pages.flat().map((handover) => [handover.escalationId, handover]))
    return [...found.values()]
      .filter(({ conversationId }) => conversationId !== id)
      .sort((a, b) => b.endedAt - a.endedAt || (a.escalationId < b.escalationId ? -1 : 1))
  }

  return {
    async help(conversationId, viewer) {
      const conversation = await store.conversations.get(conversationId)
      if (!conversation) throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId.slice(0, 100) })
      const { customerId, escalationId, language, lastSeq } = conversation
      const [customer, escalation, newest, turns, ended] = await Promise.all([
        store.customers.get(customerId),
        escalationId === undefined ? undefined : store.escalations.get(escalationId),
        store.conversations.messages(conversationId, Math.max(0, lastSeq - MESSAGES_READ), MESSAGES_READ),
        store.conversations.turns(conversationId),
        store.customers.ended(customerId, HISTORY_SHOWN),
      ])
      const thinking = mind()
      const { pack } = thinking
      const messages = corrected(newest)
      const dialogue = dialogueNow(thinking, conversation, newest, turns.at(-1)?.seq ?? 0)
      const topics = topicsOf(dialogue, thinking, escalation?.need)
      const likely = topics.filter(({ probability }) => probability >= WORTH_NAMING).slice(0, NEEDS_READ)
      const handovers = await handoversLike(
        conversation,
        likely.map(({ need }) => need),
      )

      const name = customer?.name
      const parties = {
        agentName: viewer.name,
        details: dialogue.details,
        texts: linesOf(messages, ['customer']),
        ...(name !== undefined && { customerName: name }),
      }
      return {
        suggestions: suggestions({
          pack,
          language,
          topics,
          details: dialogue.details,
          asked: askedNow(messages),
          said: linesOf(messages, ['bot', 'agent']),
          before: saidBefore(handovers, language),
          forThisCustomer: answerFor(parties, pack, find),
        }),
        history: ended.map((each) => historyLine(each, pack)),
      }
    },
  }
}

function remembering<Value>(find: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const value = known.get(text) ?? find(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}

function linesOf(messages: readonly Message[], authors: readonly Message['from'][]): string[] {
  return messages.flatMap(({ from, text }) => (authors.includes(from) ? [text] : [])).slice(-LINES_READ)
}

function historyLine(
  { conversationId, endedAt, endedBy, verdict, need, agentName, rating }: EndedConversation,
  { needs }: Pick<KnowledgePack, 'needs'>,
): DeskHelp['history'][number] {
  const title = needs.find(({ name }) => name === need)?.title
  return {
    conversationId,
    at: endedAt,
    outcome: verdict ?? endedBy,
    ...(title && { need: bothLanguages(title) }),
    ...(agentName !== undefined && { agentName }),
    ...(rating !== undefined && { rating }),
  }
}
