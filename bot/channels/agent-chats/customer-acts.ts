import type { Attachment } from 'botbuilder'
import {
  type Agent,
  CandorError,
  type Clock,
  type Escalation,
  type KnowledgePack,
  type Message,
} from '../../../domain/index.ts'
import type { AgentChat, ThreadNow } from '../../../store/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import type { Presences } from '../../escalation/presence.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { escapeMarkdown } from '../bot-framework/escape-markdown.ts'
import type { BotActivity } from '../bot-framework/from-activity.ts'
import { intentHash } from '../bot-framework/resends.ts'
import { type CardAction, meantBy } from './card-action.ts'
import type { Command } from './command.ts'
import { languageOf, readThread, type ThreadStore, threadCard } from './read-thread.ts'
import { recipientOf } from './recipient.ts'
import { refusalWords } from './refusal-words.ts'
import { WORDS } from './words.ts'

export interface AgentChatsOptions {
  store: ThreadStore
  conversations: Pick<ConversationService, 'accept' | 'say' | 'resolve' | 'returnToBot'>
  presences: Pick<Presences, 'choose'>
  pack(): KnowledgePack
  clock: Clock
}

export interface AgentChatAnswer {
  /** Markdown, to be said where the message came from. */
  replies: string[]
  /** What the pressed card says now. */
  card?: Attachment
}

/** What agents in Teams do with customers. What cannot be done is an answer in words, never an error. */
export interface CustomerActs {
  /** A button of a card. */
  press(action: CardAction, chat: AgentChat, agent: Agent): Promise<AgentChatAnswer>
  say(text: string, chat: AgentChat, agent: Agent, activity: BotActivity): Promise<AgentChatAnswer>
  end(
    command: Extract<Command, { kind: 'resolve' | 'return' }>,
    chat: AgentChat,
    agent: Agent,
    activity: BotActivity,
  ): Promise<AgentChatAnswer>
  /** The message stands below a card. */
  isThread(activity: BotActivity): Promise<boolean>
}

/** As much of a transcript as Teams takes in one message, and a person reads. */
const TRANSCRIPT_LINES = 40
const TRANSCRIPT_LINE_LENGTH = 400

export function customerActs({ store, conversations, pack, clock }: AgentChatsOptions): CustomerActs {
  /** The customer whom a message is meant for. */
  async function customerFor(chat: AgentChat, agent: Agent, activity: BotActivity): Promise<Customer | undefined> {
    if (chat.kind === 'channel') {
      const thread = await store.agentChats.threadAt(activity.conversation.id)
      return thread && { conversationId: thread.conversationId, ofSeveral: false }
    }
    const open = await store.escalations.openOf(agent.id)
    const recipient = recipientOf(open, chat.chosen)
    return recipient && { conversationId: recipient.conversationId, ofSeveral: open.length > 1 }
  }

  /** As Markdown, which replies are. */
  async function nameOf(conversationId: string): Promise<string> {
    const conversation = await store.conversations.get(conversationId)
    const id = conversation?.customerId ?? conversationId
    return escapeMarkdown(customerName((await store.customers.get(id))?.name, id))
  }

  /** The answer of `act`, or in words why it could not be done. */
  async function attempt(agent: Agent, act: () => Promise<string[]>): Promise<string[]> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof CandorError && error.status < 500) return [refusalWords(error, languageOf(agent))]
      throw error
    }
  }

  async function cardOf(now: ThreadNow | undefined): Promise<Pick<AgentChatAnswer, 'card'>> {
    const read = now && (await readThread(now, store))
    return read ? { card: await threadCard(read, pack(), store) } : {}
  }

  async function transcript(conversationId: string, agent: Agent): Promise<string> {
    const words = WORDS[languageOf(agent)]
    const [name, conversation] = await Promise.all([nameOf(conversationId), store.conversations.get(conversationId)])
    const from = Math.max(0, (conversation?.lastSeq ?? 0) - TRANSCRIPT_LINES)
    const messages = await store.conversations.messages(conversationId, from, TRANSCRIPT_LINES)
    const speaker: Record<Message['from'], string> = {
      customer: name,
      bot: words.card.bot,
      agent: words.card.colleague,
      system: words.card.bot,
    }
    const lines = messages.map(
      ({ from, text }) => `**${speaker[from]}:** ${escapeMarkdown(text.slice(0, TRANSCRIPT_LINE_LENGTH))}`,
    )
    return [`**${words.transcriptOf(name)}**`, ...lines].join('\n\n')
  }

  async function carryOut(
    { act, outcome, trueNeed }: CardAction,
    escalation: Escalation,
    chat: AgentChat,
    agent: Agent,
  ): Promise<string[]> {
    const words = WORDS[languageOf(agent)]
    const { id, conversationId } = escalation
    const name = await nameOf(conversationId)
    switch (act) {
      case 'accept':
        await conversations.accept(id, agent)
        await store.agentChats.setThreadAgent({ escalationId: id, chatKey: chat.key }, agent.id)
        return [words.accepted(name)]
      case 'transcript':
        return [await transcript(conversationId, agent)]
      case 'write': {
        const open = await store.escalations.openOf(agent.id)
        if (!open.some((each) => each.id === id)) return [words.gone]
        await store.agentChats.choose(chat.key, conversationId, clock.now())
        return [words.writingTo(name)]
      }
      case 'resolve': {
        // A card of long ago must not close what came after it.
        if (escalation.endedAt !== undefined) return [words.gone]
        const meant = meantBy(trueNeed, pack())
        const verdict = { outcome: outcome ?? 'resolved', ...(meant && { meant }) }
        await conversations.resolve(conversationId, agent, verdict)
        return [words.resolved(name, verdict.outcome)]
      }
      default:
        return act satisfies never
    }
  }

  return {
    async press(action, chat, agent) {
      const id = { escalationId: action.escalationId, chatKey: chat.key }
      const [before, escalation] = await Promise.all([
        store.agentChats.thread(id),
        store.escalations.get(action.escalationId),
      ])
      if (!before || !escalation) return { replies: [WORDS[languageOf(agent)].gone] }
      const replies = await attempt(agent, () => carryOut(action, escalation, chat, agent))
      return { replies, ...(await cardOf(await store.agentChats.thread(id))) }
    },

    async say(text, chat, agent, activity) {
      const words = WORDS[languageOf(agent)]
      const customer = await customerFor(chat, agent, activity)
      // In a channel people also talk to each other.
      if (!customer) return { replies: chat.kind === 'channel' ? [] : [words.nobodyInHand] }
      if (text === '') return { replies: activity.attachments?.length ? [words.onlyText] : [] }
      const { conversationId, ofSeveral } = customer
      const replies = await attempt(agent, async () => {
        await conversations.say(conversationId, agent, text, intentHash(activity) ?? activity.id)
        return ofSeveral ? [words.sentTo(await nameOf(conversationId))] : []
      })
      return { replies }
    },

    async end(command, chat, agent, activity) {
      const words = WORDS[languageOf(agent)]
      const customer = await customerFor(chat, agent, activity)
      if (!customer) return { replies: [words.nobodyInHand] }
      const { conversationId } = customer
      const replies = await attempt(agent, async () => {
        const name = await nameOf(conversationId)
        if (command.kind === 'return') {
          await conversations.returnToBot(conversationId, agent)
          return [words.returned(name)]
        }
        await conversations.resolve(conversationId, agent, { outcome: command.outcome })
        return [words.resolved(name, command.outcome)]
      })
      return { replies }
    },

    isThread: async ({ conversation }) => (await store.agentChats.threadAt(conversation.id)) !== undefined,
  }
}

interface Customer {
  conversationId: string
  /** The agent has others in hand as well. */
  ofSeveral: boolean
}
