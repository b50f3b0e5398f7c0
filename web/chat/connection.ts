import { ConnectionStatus, DirectLine } from 'botframework-directlinejs'
import type { ChatPromise, ChatToken } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import type { CustomerIdentity } from '../shared/customer-identity.ts'
import type { IncomingActivity } from './incoming-activity.ts'
import { notStored, type OutgoingActivity, type Posted } from './outgoing-activity.ts'
import { uploadFile } from './upload-file.ts'

export type Status = 'idle' | 'connecting' | 'online' | 'offline'

/** What is no message: that the customer is writing, or has read so far. */
export type Signal = { type: 'typing' } | { type: 'event'; name: 'candor/read'; value: { seq: number } }

interface Surroundings {
  api: ApiClient
  /** `https://host`, without a slash at the end. */
  origin: string
  identity: CustomerIdentity | undefined
  random: () => number
  onIdentity: (identity: CustomerIdentity) => void
  onActivity: (activity: IncomingActivity) => void
  onStatus: (status: Status) => void
}

export interface ChatConnection {
  /** Connects if that has not been done; at once if a later try was planned. */
  open(): void
  post(activity: OutgoingActivity): Promise<Posted>
  /** Said now or never: it is worth nothing later. @returns whether there was a line to say it on */
  say(signal: Signal): boolean
  /** @param onProgress told how much has gone, 0..1 */
  upload(activity: OutgoingActivity, file: File, onProgress: (share: number) => void): Promise<Posted>
  /** What was promised to the customer; undefined while that cannot be read. */
  promises(): Promise<ChatPromise[] | undefined>
  close(): void
}

/** How long to wait before try number `attempt` (0, 1, 2 …): doubles up to 15 s, spread so that not all come at once. */
export function retryDelayMs(attempt: number, random: number): number {
  return Math.min(15_000, 1000 * 2 ** attempt) * (0.5 + random / 2)
}

/**
 * Keeps one Direct Line connection to the customer's conversation. Whatever ends it (the network, a restart of the
 * server, an expired token), the way back is the same: a new token for the same conversation, and everything from its
 * start once more; the transcript drops what it has.
 */
export function connectChat(surroundings: Surroundings): ChatConnection {
  let identity = surroundings.identity
  let line: DirectLine | undefined
  let token: ChatToken | undefined
  let stopLine = () => {}
  let attempt = 0
  let retryTimer = 0
  let opening = false
  let closed = false

  async function start(): Promise<void> {
    if (opening || line || closed) return
    opening = true
    window.clearTimeout(retryTimer)
    surroundings.onStatus('connecting')
    const given = await fetchToken()
    opening = false
    if (closed) return
    if (!given) return retryLater()
    token = given
    const isNew = given.conversationId !== identity?.conversationId
    identity = { customerKey: given.customerKey, conversationId: given.conversationId }
    surroundings.onIdentity(identity)
    listen(given, isNew)
  }

  async function fetchToken(): Promise<ChatToken | undefined> {
    const path = '/v3/directline/tokens/generate'
    const result = await surroundings.api.post<ChatToken>(path, identity ?? {})
    if (result.ok) return result.value
    const isUnknown = [400, 401, 403, 404, 410].includes(result.problem.status)
    if (!identity || !isUnknown) return undefined
    // The server does not know this browser any more (another database, say): begin anew rather than never.
    const again = await surroundings.api.post<ChatToken>(path, {})
    return again.ok ? again.value : undefined
  }

  function listen(given: ChatToken, isNew: boolean): void {
    const dropped = () => {
      stopLine()
      retryLater()
    }
    const opened = new DirectLine({
      domain: `${surroundings.origin}/v3/directline`,
      token: given.token,
      // Says that this page shows sources and confidence itself; other clients get them in the text.
      botAgent: 'candor-chat',
      ...(isNew ? {} : { conversationId: given.conversationId }),
      WebSocket: observedWebSocket({
        onOpen: () => {
          attempt = 0
          surroundings.onStatus('online')
        },
        onClose: () => {
          if (line === opened) dropped()
        },
      }),
    })
    line = opened
    const activities = opened.activity$.subscribe(
      (activity) => surroundings.onActivity(activity as IncomingActivity),
      () => line === opened && dropped(),
    )
    const statuses = opened.connectionStatus$.subscribe((status) => {
      if (status === ConnectionStatus.ExpiredToken || status === ConnectionStatus.FailedToConnect) {
        // Not while the library is still in the middle of telling us.
        queueMicrotask(() => line === opened && dropped())
      }
    })
    stopLine = () => {
      line = undefined
      statuses.unsubscribe()
      activities.unsubscribe()
      opened.end()
    }
  }

  async function promisesWithFreshToken(): Promise<ChatPromise[] | undefined> {
    const fresh = line && identity ? await fetchToken() : undefined
    if (!fresh || fresh.conversationId !== identity?.conversationId) return undefined
    token = fresh
    return readPromises(surroundings.origin, fresh)
  }

  function retryLater(): void {
    if (closed) return
    surroundings.onStatus('offline')
    window.clearTimeout(retryTimer)
    retryTimer = window.setTimeout(() => void start(), retryDelayMs(attempt, surroundings.random()))
    attempt += 1
  }

  return {
    open: () => void start(),

    post(activity) {
      const current = line
      if (!current) return Promise.resolve({ kind: 'later' })
      return new Promise((resolve) => {
        // `from` is required by the type; the user's id in the token wins over it.
        current.postActivity({ ...activity, from: { id: 'customer', role: 'user' } }).subscribe(
          (id: string) => resolve(id === 'retry' ? { kind: 'later' } : { kind: 'stored', id }),
          (error: unknown) => resolve(postFailure(error)),
          () => resolve({ kind: 'later' }),
        )
      })
    },

    say(signal) {
      if (!line) return false
      line.postActivity({ ...signal, from: { id: 'customer', role: 'user' } }).subscribe({ error() {} })
      return true
    },

    async upload(activity, file, onProgress) {
      // A fresh token: the library renews its own without telling.
      const fresh = line && identity ? await fetchToken() : undefined
      if (!fresh || fresh.conversationId !== identity?.conversationId) return { kind: 'later' }
      const base = `${surroundings.origin}/v3/directline/conversations/${fresh.conversationId}`
      return uploadFile(`${base}/upload?userId=customer`, fresh.token, activity, file, onProgress)
    },

    async promises() {
      const known = line && token
      // The library renews its own without telling: ours may have expired.
      return (known && (await readPromises(surroundings.origin, known))) ?? (await promisesWithFreshToken())
    },

    close() {
      closed = true
      window.clearTimeout(retryTimer)
      if (line) stopLine()
    },
  }
}

async function readPromises(origin: string, { conversationId, token }: ChatToken): Promise<ChatPromise[] | undefined> {
  const url = `${origin}/v3/directline/conversations/${encodeURIComponent(conversationId)}/promises`
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    if (!answer.ok) return undefined
    return ((await answer.json()) as { promises: ChatPromise[] }).promises
  } catch {
    return undefined
  }
}

/** DirectLineJS reports what the server refused as an error with `status` and `xhr`. */
function postFailure(error: unknown): Posted {
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') {
    const text = 'xhr' in error && error.xhr instanceof XMLHttpRequest ? responseText(error.xhr) : ''
    return notStored(error.status, text)
  }
  return { kind: 'later' }
}

function responseText(request: XMLHttpRequest): string {
  if (request.responseType === '' || request.responseType === 'text') return request.responseText
  return JSON.stringify(request.response)
}

/** DirectLineJS reconnects in silence; the customer should know that the line is down. */
function observedWebSocket(on: { onOpen: () => void; onClose: () => void }): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('open', on.onOpen)
      this.addEventListener('close', on.onClose)
    }
  }
}
