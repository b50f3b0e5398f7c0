import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs'
import XMLHttpRequestForNode from 'xhr2'
import { CandorError } from '../../domain/index.ts'
import type { CandorChannelData, ChatToken } from '../http/api.ts'

/** What became of one message that was sent as its own customer. */
export interface Exchange {
  /** The first thing the bot said to it; undefined when nothing came in time. */
  reply?: { kind: CandorChannelData['kind']; need?: string; options: string[] }
  /** From sending to the first reply, as the client sees it. */
  latencyMs: number
  /** How often the customer's message and each of the bot's stand in the stored conversation beyond once. */
  duplicates: number
  /** True when the stored conversation lacks the message. */
  lost: boolean
}

const PATIENCE_MS = 15_000

// The official client expects a browser.
Object.assign(globalThis, { XMLHttpRequest: XMLHttpRequestForNode })

/**
 * Sends one message as a new customer through the official Direct Line client, waits for the bot's reply,
 * and then reads the whole conversation back to see that each message is there exactly once.
 * @param url the server, without a slash at the end
 * @throws CandorError SERVER_UNREACHABLE
 */
export async function chatOnce(url: string, text: string, clientId: string): Promise<Exchange> {
  const { token, conversationId } = await newToken(url)
  const directLine = new DirectLine({ token, domain: `${url}/v3/directline`, webSocket: true })
  try {
    const startedAt = performance.now()
    const reply = await firstReply(directLine, text, clientId)
    const latencyMs = performance.now() - startedAt
    const stored = await storedActivities(url, conversationId, token)
    const own = stored.filter((activity) => dataOf(activity).clientActivityID === clientId)
    const ids = stored.map(({ id }) => id)
    const candor = reply && dataOf(reply).candor
    return {
      latencyMs,
      lost: own.length === 0,
      duplicates: Math.max(0, own.length - 1) + (ids.length - new Set(ids).size),
      ...(candor && {
        reply: {
          kind: candor.kind,
          options: candor.options ?? [],
          ...(candor.need !== undefined && { need: candor.need }),
        },
      }),
    }
  } finally {
    directLine.end()
  }
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
    directLine
      .postActivity({ type: 'message', text, from: { id: '' }, channelData: { clientActivityID: clientId } })
      .subscribe({ error: () => done(undefined) })
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
