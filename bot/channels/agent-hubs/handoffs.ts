import { type Activity, EventFactory, type Transcript, type TurnContext } from 'botbuilder'
import { agentHub, CandorError, type KnowledgePack, type Message } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { handoffContext, handoffTranscript } from './handoff-context.ts'

export interface HandoffOptions {
  store: Pick<Store, 'conversations' | 'escalations' | 'customers'>
  conversations: Pick<ConversationService, 'backFromHub'>
  pack(): KnowledgePack
  /** Bot Framework channels whose customers go to an outside hub. */
  agentHubs: readonly string[]
}

/** How customers get to outside agent hubs. */
export interface Handoffs {
  /**
   * The event that hands a conversation to the hub behind its channel, for the message with which the bot hands over.
   * @returns undefined for every other message, and where there is no hub
   */
  initiation(message: Message, channelId: string): Promise<((context: TurnContext) => Partial<Activity>) | undefined>
  /** The channel will not take the event: our own agents do. */
  refused(conversationId: string, channelId: string): Promise<void>
}

/** As much of a long conversation as a hub is given. */
const TRANSCRIPT_MESSAGES = 500

export function handoffs({ store, conversations, pack, agentHubs }: HandoffOptions): Handoffs {
  return {
    async initiation({ conversationId, seq, body }, channelId) {
      // Teams answers 400 to these events, whatever is configured.
      if (body.kind !== 'handover' || channelId === 'msteams' || !agentHubs.includes(channelId)) return undefined
      const conversation = await store.conversations.get(conversationId)
      // Settled while the message waited to be delivered.
      if (conversation?.owner !== 'queued' || conversation.escalationId === undefined) return undefined
      const [escalation, customer, messages] = await Promise.all([
        store.escalations.get(conversation.escalationId),
        store.customers.get(conversation.customerId),
        store.conversations.messages(conversationId, Math.max(0, seq - TRANSCRIPT_MESSAGES), TRANSCRIPT_MESSAGES),
      ])
      if (!escalation) return undefined
      const facts = { conversation, customer, escalation, messages: messages.filter((each) => each.seq <= seq) }
      const known = handoffContext(facts, pack())
      // The SDK asks for whole activities and sends what it gets.
      const transcript = { activities: handoffTranscript(facts) } as Transcript
      return (context) => EventFactory.createHandoffInitiation(context, known, transcript)
    },

    async refused(conversationId, channelId) {
      try {
        await conversations.backFromHub(conversationId, agentHub(channelId).id)
      } catch (error) {
        // Somebody has taken them meanwhile: so much the better.
        if (!(error instanceof CandorError) || error.status >= 500) throw error
      }
    },
  }
}
