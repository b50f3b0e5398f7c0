import { type Activity, type InvokeResponse, TurnContext } from 'botbuilder'
import { CandorError, type Clock, type KnowledgePack, localize } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { TypingSignals } from '../../live/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { localeHint } from '../locale-hint.ts'
import { PHRASES } from '../phrases.ts'
import type { CandorAdapter } from './candor-adapter.ts'
import { type BotActivity, conversationIdOf, parseBotActivity, toInbound } from './from-activity.ts'
import { filePointers, receivedFiles } from './received-files.ts'
import { isResend, RESEND_LOOKBACK } from './resends.ts'

export interface BotRequest {
  authorization: string | undefined
  body: unknown
  /** True when it comes straight from this machine. */
  loopback: boolean
}

export interface BotFramework {
  /**
   * Takes one activity; resolves when it is stored. Replies go out from the outbox afterwards.
   * @throws CandorError LOOPBACK_ONLY, BODY_INVALID, SERVICE_URL_REFUSED, BOT_AUTHENTICATION_FAILED, and as `receive` does
   */
  receive(request: BotRequest): Promise<{ status: number; body?: object }>
}

export interface BotFrameworkOptions {
  adapter: CandorAdapter
  /** False without an app id: then only this machine is answered. */
  authenticated: boolean
  store: Pick<Store, 'conversations'>
  conversations: Pick<ConversationService, 'receive'>
  typing: TypingSignals
  pack(): KnowledgePack
  clock: Clock
  /** Told of greetings that could not be sent; they are not worth a retry. */
  onGreetingFailed(error: unknown): void
}

/** /api/messages: what Teams and every other Bot Framework channel sends. */
export function botFramework(options: BotFrameworkOptions): BotFramework {
  const { adapter, store, conversations, clock } = options

  async function take(activity: BotActivity, context: TurnContext): Promise<InvokeResponse | undefined> {
    switch (activity.type) {
      case 'message':
        await takeMessage(activity, context)
        return undefined
      case 'typing':
        options.typing.tell({ conversationId: conversationIdOf(activity), from: 'customer' })
        return undefined
      case 'conversationUpdate':
        if (activity.membersAdded?.some(({ id }) => id === activity.recipient?.id)) greet(activity, context)
        return undefined
      case 'invoke':
        // Feedback on a message wants an empty 200; the buttons for it are not shown yet.
        return { status: activity.name === 'message/submitAction' ? 200 : 501 }
      default:
        return undefined
    }
  }

  async function takeMessage(activity: BotActivity, context: TurnContext): Promise<void> {
    const text = TurnContext.removeRecipientMention(context.activity) ?? activity.text ?? ''
    const reference = JSON.stringify(TurnContext.getConversationReference(context.activity))
    const pointers = filePointers(activity)
    const inbound = toInbound(activity, text, reference, pointers.length > 0)
    if (!inbound) return
    if (inbound.clientId !== undefined && (await cameBefore(inbound.conversationId, inbound.clientId))) return
    const { files, lostFiles } = await receivedFiles(pointers, (url) => adapter.download(url, activity.serviceUrl))
    await conversations.receive({
      ...inbound,
      ...(files.length > 0 && { files }),
      ...(lostFiles.length > 0 && { lostFiles }),
    })
  }

  async function cameBefore(conversationId: string, key: string): Promise<boolean> {
    const conversation = await store.conversations.get(conversationId)
    if (!conversation) return false
    const after = Math.max(0, conversation.lastSeq - RESEND_LOOKBACK)
    return isResend(key, await store.conversations.messages(conversationId, after, RESEND_LOOKBACK), clock.now())
  }

  /** Not waited for: the channel must have its answer within a second, however slow its own service is. */
  function greet(activity: BotActivity, context: TurnContext): void {
    const language = localeHint(activity.locale ?? undefined) ?? options.pack().defaultLanguage
    const text = PHRASES[language].greeting(localize(options.pack().title, language))
    adapter
      .push(TurnContext.getConversationReference(context.activity), { type: 'message', text, textFormat: 'plain' })
      .catch(options.onGreetingFailed)
  }

  return {
    async receive({ authorization, body, loopback }) {
      if (!options.authenticated && !loopback) throw new CandorError('LOOPBACK_ONLY')
      const activity = parseBotActivity(body)
      let invoke: InvokeResponse | undefined
      // The schema has checked what we read; the SDK reads the rest as it came.
      await adapter.receive(authorization, activity as unknown as Activity, async (context) => {
        invoke = await take(activity, context)
      })
      return { status: invoke?.status ?? 200 }
    },
  }
}
