import type { KnowledgePack } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { FileLinks } from '../files/index.ts'
import type { SurveyLinks } from '../survey/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import { type StartAgentChatsOptions, startAgentChats } from './agent-chats/start-agent-chats.ts'
import { handoffs } from './agent-hubs/handoffs.ts'
import type { CandorAdapter } from './bot-framework/candor-adapter.ts'
import { type DeliveryOptions, startDelivery } from './bot-framework/delivery.ts'

export interface PushOptions
  extends Pick<DeliveryOptions, 'clock' | 'log'>,
    Pick<StartAgentChatsOptions, 'waitingMinute'> {
  store: Store
  adapter: CandorAdapter
  conversations: ConversationService
  pack(): KnowledgePack
  /** Bot Framework channels whose customers go to an outside hub. */
  agentHubs: readonly string[]
  links: FileLinks
  surveys: SurveyLinks
  /** Where this server can be reached from anywhere: only then do pictures and surveys go out by link. */
  publicUrl?: string
}

/**
 * Everything that goes out by itself: messages to customers and hubs on channels that are pushed to, and to agents in Teams.
 * @returns how to stop
 */
export function startPushing(options: PushOptions): () => Promise<void> {
  const { store, adapter, conversations, pack, agentHubs, links, surveys, publicUrl, waitingMinute, clock, log } =
    options
  const stops = [
    startDelivery({
      store,
      adapter,
      conversations,
      handoffs: handoffs({ store, conversations, pack, agentHubs }),
      clock,
      log,
      ...(publicUrl !== undefined && {
        fileUrl: async (key) => `${publicUrl}${await links.path(key)}`,
        surveyUrl: async ({ surveyId: id, expiresAt = clock.now() }) =>
          `${publicUrl}${await surveys.path({ id, expiresAt })}`,
      }),
    }),
    startAgentChats({ store, adapter, conversations, pack, waitingMinute, clock, log }),
  ]
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}
