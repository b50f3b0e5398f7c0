import type { WebSocket } from 'ws'
import type { Clock, KnowledgePack } from '../../../domain/index.ts'
import { CandorError } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { CheckedFile, FileLinks } from '../../files/index.ts'
import type { ChatPromise, ChatToken } from '../../http/api.ts'
import { type ReadMarks, sendAside, type TypingSignals } from '../../live/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { type Access, directLineGate } from './access.ts'
import { activityReader } from './activity-reader.ts'
import { readActivity, typingActivity } from './aside-activity.ts'
import { attachedFiles } from './attached-files.ts'
import { chatPromises } from './chat-promises.ts'
import { fromActivity } from './from-activity.ts'
import { checkUploadType, readUpload, UPLOAD_LIMIT } from './read-upload.ts'
import { type StreamHub, streamHub } from './stream-hub.ts'
import { namedUserId, parseTokenRequest } from './token-request.ts'
import { directLineTokens, TOKEN_SECONDS } from './tokens.ts'
import { parseWatermark } from './watermark.ts'

/** What the protocol needs to know of the client that calls. */
export interface Caller {
  authorization: string | undefined
  /** True when the client draws `channelData.candor` (it says so in `x-ms-bot-agent`). */
  knowsCandor: boolean
  /** How it reaches this server, e.g. `https://shop.example`. */
  origin: string
}

export interface StartedConversation {
  conversationId: string
  token: string
  expires_in: number
  streamUrl: string
}

/** The body of an upload, read only for somebody who may upload. */
export interface UploadBody {
  contentType: string
  /** @param limit the most that is taken. @throws CandorError BODY_TOO_LARGE */
  bytes(limit: number): Promise<Uint8Array>
}

/** Direct Line 3.0, free of any HTTP library. Every method throws CandorError as in the gate and the parsers. */
export interface DirectLine {
  generateToken(caller: Caller, body: unknown): Promise<ChatToken>
  refreshToken(caller: Caller): Promise<Omit<StartedConversation, 'streamUrl'>>
  startConversation(caller: Caller, body: unknown): Promise<StartedConversation>
  reconnect(caller: Caller, conversationId: string, watermark: string | null): Promise<StartedConversation>
  post(caller: Caller, conversationId: string, body: unknown): Promise<{ id: string }>
  read(
    caller: Caller,
    conversationId: string,
    watermark: string | null,
  ): Promise<{ activities: unknown[]; watermark: string }>
  /** What was promised to the customer in any conversation: all that is open, the next due first, and what was settled of late. */
  promises(caller: Caller, conversationId: string): Promise<ChatPromise[]>
  /** Takes files, and the words that came with them. */
  upload(caller: Caller, conversationId: string, body: UploadBody): Promise<{ id: string }>
  /** Checks a streamUrl's query. @returns what to do with the open socket */
  openStream(
    caller: Pick<Caller, 'origin'>,
    conversationId: string,
    query: URLSearchParams,
  ): Promise<(socket: WebSocket) => void>
  streams: Pick<StreamHub, 'close'>
}

export interface DirectLineOptions {
  store: Pick<Store, 'conversations' | 'people' | 'promises' | 'reads'>
  conversations: Pick<ConversationService, 'receive' | 'onCommitted'>
  typing: TypingSignals
  reads: ReadMarks
  pack(): KnowledgePack
  clock: Clock
  newId: () => string
  signingKey: string
  links: Pick<FileLinks, 'path'>
  /** With it the company's own server may name its customers. */
  directLineSecret?: string
}

export function directLine(options: DirectLineOptions): DirectLine {
  const { store, conversations, typing, reads, newId } = options
  const tokens = directLineTokens(options.signingKey, options.clock, newId)
  const gate = directLineGate(store, tokens, options.directLineSecret)
  const read = activityReader(store, options.pack, options.links)

  async function enter(caller: Caller, conversationId: string): Promise<Access> {
    return gate.enter(await gate.credentials(caller.authorization), conversationId)
  }

  async function agentHasRead(conversationId: string): Promise<number | undefined> {
    const marks = await store.reads.ofConversations([conversationId])
    return marks.find(({ reader }) => reader === 'agent')?.seq
  }

  async function started(
    caller: Caller,
    conversationId: string,
    userId: string,
    watermark: number,
  ): Promise<StartedConversation> {
    const bound = { conversationId, userId }
    const query = new URLSearchParams({
      watermark: String(watermark),
      ...(caller.knowsCandor && { client: 'candor' }),
      t: await tokens.streamToken(bound),
    })
    return {
      conversationId,
      token: await tokens.conversationToken(bound),
      expires_in: TOKEN_SECONDS,
      streamUrl: `${caller.origin.replace(/^http/, 'ws')}/v3/directline/conversations/${conversationId}/stream?${query}`,
    }
  }

  async function take(access: Access, body: unknown, files: CheckedFile[]): Promise<{ id: string }> {
    const activity = fromActivity(body, files)
    const { conversationId, conversation } = access
    if (activity.kind === 'typing' && conversation) typing.tell({ conversationId, from: 'customer' })
    if (activity.kind === 'read' && conversation) await reads.raise(conversation, 'customer', activity.seq)
    if (activity.kind !== 'message') return { id: newId() }
    const userId = access.userId ?? (activity.fromId ? namedUserId(activity.fromId) : tokens.newUserId())
    const { messageId } = await conversations.receive({
      ...activity.inbound,
      conversationId,
      // A name that anyone can type is no name; the company's own server is believed.
      customer: { id: userId, ...(!access.userId && activity.fromName && { name: activity.fromName }) },
    })
    return { id: messageId }
  }

  const streams = streamHub(read, store.conversations, conversations)
  typing.onTyping(({ conversationId, from, name }) => {
    if (from === 'agent') streams.aside(conversationId, () => typingActivity(conversationId, name))
  })
  reads.onRaised(({ conversationId, reader, seq }) => {
    if (reader !== 'agent') return
    streams.aside(conversationId, (of) => (of.knowsCandor ? readActivity(conversationId, seq) : undefined))
  })

  return {
    streams,

    async generateToken(caller, body) {
      const request = parseTokenRequest(body)
      const trusted =
        caller.authorization !== undefined && (await gate.credentials(caller.authorization)).kind === 'secret'
      if (caller.authorization !== undefined && !trusted) {
        throw new CandorError('TOKEN_INVALID', { problem: 'a token cannot make tokens, only the secret can' })
      }
      const userId =
        request.customerKey !== undefined
          ? await tokens.verifyCustomerKey(request.customerKey)
          : trusted && request.user?.id
            ? namedUserId(request.user.id)
            : tokens.newUserId()
      const conversationId = request.conversationId ?? tokens.newConversationId()
      if (request.conversationId !== undefined) {
        const conversation = await store.conversations.get(conversationId)
        // One answer for "not there" and "not yours", so that nobody learns which conversations there are.
        if (conversation ? conversation.customerId !== userId : !tokens.isConversationId(conversationId)) {
          throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId })
        }
      }
      return {
        conversationId,
        token: await tokens.conversationToken({ conversationId, userId }),
        expires_in: TOKEN_SECONDS,
        customerKey: await tokens.customerKey(userId),
      }
    },

    async refreshToken(caller) {
      const credentials = await gate.credentials(caller.authorization)
      if (credentials.kind === 'secret') {
        throw new CandorError('TOKEN_INVALID', { problem: 'the secret needs no refresh' })
      }
      const { conversationId } = credentials.bound
      await gate.enter(credentials, conversationId)
      return { conversationId, token: await tokens.conversationToken(credentials.bound), expires_in: TOKEN_SECONDS }
    },

    async startConversation(caller, body) {
      const credentials = await gate.credentials(caller.authorization)
      if (credentials.kind === 'token') {
        const { conversationId, userId } = credentials.bound
        await gate.enter(credentials, conversationId)
        return started(caller, conversationId, userId, 0)
      }
      const { user } = parseTokenRequest(body)
      return started(caller, tokens.newConversationId(), user?.id ? namedUserId(user.id) : tokens.newUserId(), 0)
    },

    async reconnect(caller, conversationId, watermark) {
      const access = await enter(caller, conversationId)
      const afterSeq = parseWatermark(watermark, access.conversation?.lastSeq ?? 0)
      return started(caller, conversationId, access.userId ?? tokens.newUserId(), afterSeq)
    },

    async post(caller, conversationId, body) {
      const access = await enter(caller, conversationId)
      return take(access, body, await attachedFiles(body))
    },

    async read(caller, conversationId, watermark) {
      const access = await enter(caller, conversationId)
      const afterSeq = parseWatermark(watermark, access.conversation?.lastSeq ?? 0)
      if (!access.conversation) return { activities: [], watermark: String(afterSeq) }
      const { knowsCandor, origin } = caller
      const of = { conversationId, userId: access.conversation.customerId, knowsCandor, origin }
      const page = await read(of, afterSeq)
      return { activities: page.map(({ activity }) => activity), watermark: String(page.at(-1)?.seq ?? afterSeq) }
    },

    async promises(caller, conversationId) {
      const { userId } = await enter(caller, conversationId)
      // Nobody has written yet, so that it is nobody's.
      if (userId === undefined) return []
      return chatPromises(await store.promises.ofCustomer(userId), options.clock.now())
    },

    async upload(caller, conversationId, { contentType, bytes }) {
      const access = await enter(caller, conversationId)
      checkUploadType(contentType)
      const { activity, files } = await readUpload(contentType, await bytes(UPLOAD_LIMIT))
      return take(access, activity, files)
    },

    async openStream({ origin }, conversationId, query) {
      const token = query.get('t')
      if (!token) throw new CandorError('TOKEN_MISSING')
      const bound = await tokens.verifyStream(token)
      const access = await gate.enter({ kind: 'token', bound }, conversationId)
      const of = { conversationId, userId: bound.userId, knowsCandor: query.get('client') === 'candor', origin }
      const afterSeq = parseWatermark(query.get('watermark'), access.conversation?.lastSeq ?? 0)
      const seen = of.knowsCandor ? await agentHasRead(conversationId) : undefined
      return (socket) => {
        streams.follow(socket, of, afterSeq)
        if (seen !== undefined) sendAside(socket, { activities: [readActivity(conversationId, seen)] })
      }
    },
  }
}
