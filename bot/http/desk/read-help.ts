import {
  type Agent,
  bothLanguages,
  CandorError,
  type Clock,
  type Conversation,
  type KnowledgePack,
  LANGUAGES,
  localize,
  type Message,
  WORTH_NAMING,
} from '../../../domain/index.ts'
import { findEntities } from '../../../nlp/index.ts'
import type { EndedConversation, ResolvedHandover, Store } from '../../../store/index.ts'
import {
  ASKED,
  corrected,
  dialogueNow,
  forThisCustomer,
  occurrences,
  personalOf,
  publicText,
  saidBefore,
  suggestions,
  topicsOf,
} from '../../help/index.ts'
import type { Mind } from '../../turn/mind.ts'
import type { CannedReply, DeskHelp } from '../api.ts'

/** The newest messages of the conversation, which a suggestion has to fit. */
const MESSAGES_READ = 60
const HISTORY_SHOWN = 10
/** Handovers to learn from: of each of the likeliest needs, and of any. */
const HANDOVERS_READ = 30
const NEEDS_READ = 2

export interface HelpReader {
  /** @throws CandorError CONVERSATION_UNKNOWN */
  help(conversationId: string, viewer: Agent): Promise<DeskHelp>
  /** The pack's replies in the name of this agent. */
  replies(viewer: Agent): CannedReply[]
}

/** Reads what helps an agent answer. */
export function helpReader(store: Store, pack: () => KnowledgePack, mind: () => Mind, clock: Clock): HelpReader {
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
      const teaches = pack()
      const messages = corrected(newest)
      const texts = messages.flatMap(({ from, text }) => (from === 'customer' ? [text] : []))
      const dialogue = dialogueNow(thinking, conversation, newest, turns.at(-1)?.seq ?? 0)
      const topics = topicsOf(dialogue, thinking, escalation?.need)
      const likely = topics.filter(({ probability }) => probability >= WORTH_NAMING).slice(0, NEEDS_READ)
      const handovers = await handoversLike(
        conversation,
        likely.map(({ need }) => need),
      )

      const context = { now: clock.now(), timeZone: teaches.timeZone, products: teaches.products }
      const find = (text: string) => findEntities(text, context)
      const name = customer?.name
      const parties = {
        agentName: viewer.name,
        details: dialogue.details,
        texts,
        ...(name !== undefined && { customerName: name }),
      }
      const ours = personalOf(parties, teaches, find)
      const anybodys = publicText(teaches)
      return {
        suggestions: suggestions({
          pack: teaches,
          language,
          topics,
          details: dialogue.details,
          asked: askedNow(messages),
          said: messages.flatMap(({ from, text }) => (from === 'bot' || from === 'agent' ? [text] : [])),
          before: saidBefore(handovers, language),
          forThisCustomer({ text, handover }) {
            const customerTexts = handover.messages.flatMap((message) =>
              message.from === 'customer' ? [message.text] : [],
            )
            return forThisCustomer(text, {
              theirs: personalOf({ ...handover, texts: customerTexts }, teaches, find),
              ours,
              found: find(text),
              isPublic: (value) => occurrences(anybodys, value).length > 0,
            })
          },
        }),
        history: ended.map((each) => historyLine(each, teaches)),
      }
    },

    replies(viewer) {
      const { title, replies = [] } = pack()
      return replies.map((reply) => ({
        name: reply.name,
        title: bothLanguages(reply.title),
        text: bothLanguages(
          Object.fromEntries(
            LANGUAGES.map((language) => [
              language,
              localize(reply.text, language)
                .replaceAll('{agent}', () => viewer.name)
                .replaceAll('{company}', () => localize(title, language)),
            ]),
          ),
        ),
      }))
    },
  }
}

/** What the customer has written since an agent's last words, the last of it. */
function askedNow(messages: readonly Message[]): string {
  const answered = messages.findLastIndex(({ from }) => from === 'agent')
  return messages
    .slice(answered + 1)
    .flatMap(({ from, text }) => (from === 'customer' ? [text] : []))
    .slice(-ASKED)
    .join('\n')
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
