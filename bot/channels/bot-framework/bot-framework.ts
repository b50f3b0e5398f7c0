import { type Activity, type InvokeResponse, TurnContext } from 'botbuilder'
import { agentHub, CandorError, type Clock, type KnowledgePack, localize } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { momentInWords } from '../../hours/index.ts'
import type { TypingSignals } from '../../live/index.ts'
import { SURVEY_WORDS } from '../../survey/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { inOrder } from '../../turn/in-order.ts'
import type { AgentChats } from '../agent-chats/agent-chats.ts'
import type { AgentChatAnswer } from '../agent-chats/customer-acts.ts'
import { type HandoffStatusOptions, handoffStatus } from '../agent-hubs/handoff-status.ts'
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
  store: Pick<Store, 'conversations' | 'surveys'>
  typing: TypingSignals
  conversations: Pick<ConversationService, 'receive' | 'accept' | 'resolve' | 'backFromHub'>
  agentChats: AgentChats
  /** Channels whose customers go to an outside agent hub; never `msteams`. */
  agentHubs: readonly string[]
  /** Told of a hub's states that come too late. */
  onTooLate: HandoffStatusOptions['onTooLate']
  pack(): KnowledgePack
  clock: Clock
  /** Told of greetings and answers to commands that could not be sent; they are not worth a retry. */
  onReplyFailed(error: unknown): void
}

/** /api/messages: what Teams and every other Bot Framework channel sends. */
export function botFramework(options: BotFrameworkOptions): BotFramework {
  const { adapter, store, conversations, clock, agentChats } = options
  const takeStatus = handoffStatus(options)
  // What is read before an activity is stored takes its time, a file most of all: the next must not overtake it.
  const inTurn = inOrder()

  async function take(activity: BotActivity, context: TurnContext): Promise<InvokeResponse | undefined> {
    switch (activity.type) {
      case 'message':
        return takeMessage(activity, context)
      case 'typing':
        options.typing.tell({ conversationId: conversationIdOf(activity), from: 'customer' })
        return undefined
      case 'conversationUpdate':
        if (activity.membersAdded?.some(({ id }) => id === activity.recipient?.id)) greet(activity, context)
        return undefined
      case 'invoke': {
        if (activity.name === 'adaptiveCard/action') return takeCardAction(activity, context)
        // Feedback on a message wants an empty 200; the buttons for it are not shown yet.
        return { status: activity.name === 'message/submitAction' ? 200 : 501 }
      }
      case 'event':
        await takeStatus(activity)
        return undefined
      default:
        return undefined
    }
  }

  async function takeMessage(activity: BotActivity, context: TurnContext): Promise<undefined> {
    const text = TurnContext.removeRecipientMention(context.activity) ?? activity.text ?? ''
    const reference = JSON.stringify(TurnContext.getConversationReference(context.activity))
    const answer = await agentChats.take(activity, text, reference)
    if (answer) return reply(answer, context)
    const pointers = filePointers(activity)
    const inbound = toInbound(activity, text, reference, pointers.length > 0)
    if (!inbound) return
    if (inbound.clientId !== undefined && (await cameBefore(inbound.conversationId, inbound.clientId))) return
    const { files, lostFiles } = await receivedFiles(pointers, (url) => adapter.download(url, activity.serviceUrl))
    const { channelId } = activity
    const hub = options.agentHubs.includes(channelId) && { hubId: agentHub(channelId).id }
    const received = conversations.receive({
      ...inbound,
      ...(files.length > 0 && { files }),
      ...(lostFiles.length > 0 && { lostFiles }),
      ...hub,
    })
    await received.catch((error: unknown) => tooLate(error, inbound.survey?.surveyId, context))
  }

  /** The channel would hide a refusal from the customer, so it is said to them. */
  async function tooLate(error: unknown, surveyId: string | undefined, context: TurnContext): Promise<void> {
    const isLate = error instanceof CandorError && error.code === 'SURVEY_EXPIRED'
    const survey = isLate ? await store.surveys.get(surveyId ?? '') : undefined
    if (!survey) throw error
    const { language, expiresAt } = survey
    const text = SURVEY_WORDS[language].closed(momentInWords(expiresAt, options.pack().timeZone, language))
    adapter
      .push(TurnContext.getConversationReference(context.activity), { type: 'message', text, textFormat: 'plain' })
      .catch(options.onReplyFailed)
  }

  async function takeCardAction(activity: BotActivity, context: TurnContext): Promise<InvokeResponse> {
    const reference = JSON.stringify(TurnContext.getConversationReference(context.activity))
    const answer = await agentChats.take(activity, '', reference)
    if (!answer) return { status: 501 }
    reply(answer, context)
    const { card } = answer
    return { status: 200, body: { statusCode: 200, ...(card && { type: card.contentType, value: card.content }) } }
  }

  /** Not waited for, as a greeting is not. */
  function reply({ replies }: AgentChatAnswer, context: TurnContext): undefined {
    const reference = TurnContext.getConversationReference(context.activity)
    const send = async () => {
      for (const text of replies) await adapter.push(reference, { type: 'message', text, textFormat: 'markdown' })
    }
    send().catch(options.onReplyFailed)
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
      .catch(options.onReplyFailed)
  }

  return {
    async receive({ authorization, body, loopback }) {
      if (!options.authenticated && !loopback) throw new CandorError('LOOPBACK_ONLY')
      const activity = parseBotActivity(body)
      let invoke: InvokeResponse | undefined
      // The schema has checked what we read; the SDK reads the rest as it came.
      await adapter.receive(authorization, activity as unknown as Activity, async (context) => {
        invoke = await inTurn(conversationIdOf(activity), () => take(activity, context))
      })
      return { status: invoke?.status ?? 200, ...(invoke?.body && { body: invoke.body }) }
    },
  }
}
