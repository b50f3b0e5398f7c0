import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs'
import XMLHttpRequestForNode from 'xhr2'
import { CandorError } from '../../domain/index.ts'
import type { CandorChannelData, ChatToken, Language } from '../http/api.ts'

/** What the bot said first to a message. */
export interface Reply {
  kind: CandorChannelData['kind']
  need?: string
  options: string[]
  language: Language
}

/** What became of one message that was sent as its own customer. */
export interface Exchange {
  /** Undefined when nothing came in time. */
  reply?: Reply
  /** What the customer said to that, if anything, and the first reply to it. */
  then?: { said: string; reply?: Reply }
  /** From sending the first message to the first reply, as the client sees it. */
  latencyMs: number
  /** How often the customer's messages and each of the bot's stand in the stored conversation beyond once. */
  duplicates: number
  /** True when the stored conversation lacks one of the customer's messages. */
  lost: boolean
}

/** An answer, or small talk; not what the bot says of itself. */
export function isAnswer(reply: Reply | undefined): boolean {
  return reply?.kind === 'answer' || (reply?.kind === 'text' && reply.need !== undefined)
}

const PATIENCE_MS = 15_000

// The official client expects a browser.
Object.assign(globalThis, { XMLHttpRequest: XMLHttpRequestForNode })

/**
 * Sends one message as a new customer through the official Direct Line client, waits for the bot's reply, says one thing
 * more if there is one to say, and then reads the whole conversation back to see that each message is there exactly once.
 * @param url the server, without a slash at the end
 * @param newId makes the client's ids of the messages
 * @param goOn what the customer says to the reply; undefined: nothing
 * @throws CandorError SERVER_UNREACHABLE
 */
export async function chat(
  url: string,
  text: string,
  newId: () => string,
  goOn: (reply: Reply) => string | undefined = () => undefined,
): Promise<Exchange> {
  const { token, conversationId } = await newToken(url)
  const directLine = new DirectLine({ token, domain: `${url}/v3/directline`, webSocket: true })
  try {
    const firstId = newId()
    const startedAt = performance.now()
    const replied = await firstReply(directLine, text, firstId)
    const latencyMs = performance.now() - startedAt
    const reply = replied && replyIn(replied)
    const said = reply && goOn(reply)
    const secondId = newId()
    if (said !== undefined) await post(directLine, said, secondId)

    const stored = await storedActivities(url, conversationId, token)
    const sent = said === undefined ? [firstId] : [firstId, secondId]
    const times = sent.map((id) => stored.filter((activity) => dataOf(activity).clientActivityID === id).length)
    const ids = stored.map(({ id }) => id)
    const then = said !== undefined && { said, ...replyAfter(stored, secondId) }
    return {
      latencyMs,
      lost: times.includes(0),
      duplicates: times.reduce((sum, count) => sum + Math.max(0, count - 1), 0) + (ids.length - new Set(ids).size),
      ...(reply && { reply }),
      ...(then && { then }),
    }
  } finally {
    directLine.end()
  }
}

/** What a message is answered with is stored together with it. */
function replyAfter(stored: Activity[], clientId: string): { reply?: Reply } {
  const own = stored.findIndex((activity) => dataOf(activity).clientActivityID === clientId)
  const answer = stored.find((activity, i) => own >= 0 && i > own && dataOf(activity).candor?.from === 'bot')
  const reply = answer && replyIn(answer)
  return reply ? { reply } : {}
}

function replyIn(activity: Activity): Reply | undefined {
  const { candor } = dataOf(activity)
  if (!candor) return undefined
  const { kind, need, options = [], language } = candor
  return { kind, options, language, ...(need !== undefined && { need }) }
}

async function newToken(url: string): Promise<ChatToken> {
  const unreachable = (problem: string, cause?: unknown) =>
    new CandorError('SERVER_UNREACHABLE', { url, problem }, { cause })
  const response = await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' }).catch((cause: unknown) => {
    throw unreachable(cause instanceof Error ? cause.message : String(cause), cause)
  })
  if (!response.ok) throw unreachable(`it answers ${response.status} ${await response.text()}`)
  return (await response.json()) as ChatToken
}

function firstReply(directLine: DirectLine, text: string, clientId: string): Promise<Activity | undefined> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(undefined), PATIENCE_MS)
    const done = (activity: Activity | undefined) => {
      clearTimeout(patience)
      resolve(activity)
    }
    directLine.activity$.subscribe({
      next: (activity) => {
        if (activity.type === 'message' && dataOf(activity).candor?.from === 'bot') done(activity)
      },
      // The client reports the end of the conversation, which we bring about ourselves, as an error.
      error: () => done(undefined),
    })
    directLine.connectionStatus$.subscribe((status) => {
      if (status === ConnectionStatus.FailedToConnect || status === ConnectionStatus.ExpiredToken) done(undefined)
    })
    void post(directLine, text, clientId).then((stored) => !stored && done(undefined))
  })
}

/** @returns whether the server has taken it */
function post(directLine: DirectLine, text: string, clientId: string): Promise<boolean> {
  const activity = { type: 'message', text, from: { id: '' }, channelData: { clientActivityID: clientId } } as const
  return new Promise((resolve) => {
    directLine.postActivity(activity).subscribe({ next: () => resolve(true), error: () => resolve(false) })
  })
}

async function storedActivities(url: string, conversationId: string, token: string): Promise<Activity[]> {
  const response = await fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!response.ok) return []
  return ((await response.json()) as { activities: Activity[] }).activities
}

function dataOf(activity: Activity): { clientActivityID?: string; candor?: CandorChannelData } {
  return (activity.channelData ?? {}) as ReturnType<typeof dataOf>
}
