import { HandoffEventNames } from 'botbuilder'
import { z } from 'zod'
import { agentHub, CandorError, type Language } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { type BotActivity, conversationIdOf } from '../bot-framework/from-activity.ts'

const statusSchema = z.object({ state: z.enum(['accepted', 'failed', 'completed']), message: z.string().nullish() })

export interface HandoffStatusOptions {
  store: Pick<Store, 'conversations'>
  conversations: Pick<ConversationService, 'accept' | 'resolve' | 'backFromHub'>
  agentHubs: readonly string[]
  /** Told of states that come too late: somebody else has the customer. */
  onTooLate(error: CandorError, conversationId: string): void
}

/** Who of the hub speaks is the hub's affair: the customer is told that it is a person. */
const NAME: Record<Language, string> = { en: 'A colleague', zh: '人工客服' }

/**
 * Takes `handoff.status` of a hub. `accepted`: the hub owns the conversation and the bot is silent. `completed`: it is
 * closed as resolved by the hub, with a survey, since a hub says only that it is done; whoever was not helped says so in
 * the survey, or writes again and meets the bot. `failed`: the customer waits in our own queue.
 * Everything else, and what comes from a channel without a hub, has no effect.
 */
export function handoffStatus({
  store,
  conversations,
  agentHubs,
  onTooLate,
}: HandoffStatusOptions): (activity: BotActivity) => Promise<void> {
  async function take(conversationId: string, channelId: string, state: z.infer<typeof statusSchema>['state']) {
    const conversation = await store.conversations.get(conversationId)
    if (!conversation) return
    const hub = agentHub(channelId, NAME[conversation.language])
    const accept = async () => {
      if (conversation.owner === 'queued' && conversation.escalationId !== undefined) {
        await conversations.accept(conversation.escalationId, hub)
      }
    }
    switch (state) {
      case 'accepted':
        return accept()
      case 'completed':
        // "accepted" may have been lost on the way.
        await accept()
        return conversations.resolve(conversationId, hub, { outcome: 'resolved' })
      case 'failed':
        return conversations.backFromHub(conversationId, hub.id)
      default:
        return state satisfies never
    }
  }

  return async (activity) => {
    const { name, channelId, value } = activity
    if (name !== HandoffEventNames.HandoffStatus || channelId === 'msteams' || !agentHubs.includes(channelId)) return
    const status = statusSchema.safeParse(value)
    if (!status.success) return
    const conversationId = conversationIdOf(activity)
    try {
      await take(conversationId, channelId, status.data.state)
    } catch (error) {
      if (!(error instanceof CandorError) || error.status >= 500) throw error
      onTooLate(error, conversationId)
    }
  }
}
