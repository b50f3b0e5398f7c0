import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { createApiClient } from '../shared/api-client.ts'
import { newClientId } from '../shared/client-id.ts'
import { LOCALES } from '../shared/language.ts'
import { problemWords } from '../shared/problem-words.ts'
import { readStored, writeStored } from '../shared/stored.ts'
import { type ChatConnection, connectChat, type Identity, retryDelayMs, type Status } from './connection.ts'
import {
  acknowledged,
  discarded,
  emptyTranscript,
  type IncomingActivity,
  queued,
  received,
  refused,
  retried,
  type Transcript,
} from './transcript.ts'
import { type Signals, useSignals } from './use-signals.ts'

const IDENTITY = 'candor.chat.identity'
const UNSENT = 'candor.chat.unsent'

export interface Chat {
  transcript: Transcript
  status: Status
  signals: Signals
  /** To be called with every key: says so at most every two seconds, and only to a person. */
  sendTyping(): void
  send(text: string, value?: Record<string, unknown>): void
  sendAgain(clientId: string): void
  discard(clientId: string): void
}

type Change = (transcript: Transcript) => Transcript

/** The customer's side of one conversation: connects as soon as there is something to say or to resume. */
export function useChat(language: Language): Chat {
  const [transcript, change] = useReducer((now: Transcript, apply: Change) => apply(now), emptyTranscript, restore)
  const [status, setStatus] = useState<Status>('idle')
  const latest = useRef({ transcript, language })
  latest.current = { transcript, language }
  const heard = useRef((_activity: IncomingActivity) => {})

  const connection = useMemo<ChatConnection>(
    () =>
      connectChat({
        api: createApiClient(),
        origin: window.location.origin,
        identity: storedIdentity(),
        random: Math.random,
        onIdentity: (identity) => writeStored(IDENTITY, JSON.stringify(identity)),
        onStatus: setStatus,
        onActivity(activity: IncomingActivity) {
          heard.current(activity)
          change((now) => received(now, activity))
        },
      }),
    [],
  )

  const { onActivity, sendTyping, ...signals } = useSignals(transcript.lines, connection)
  heard.current = onActivity

  useEffect(() => {
    if (storedIdentity() || latest.current.transcript.outgoing.length > 0) connection.open()
    const openAgain = () => {
      if (storedIdentity() && !document.hidden) connection.open()
    }
    window.addEventListener('online', openAgain)
    document.addEventListener('visibilitychange', openAgain)
    return () => {
      window.removeEventListener('online', openAgain)
      document.removeEventListener('visibilitychange', openAgain)
      connection.close()
    }
  }, [connection])

  // One at a time and in order, so that two messages cannot overtake each other.
  const next = transcript.outgoing.find((message) => message.line.delivery === 'sending')
  const nextId = status === 'online' ? next?.clientId : undefined
  useEffect(() => {
    if (nextId === undefined) return
    let timer = 0
    let stopped = false
    const attemptPost = async (attempt: number): Promise<void> => {
      const message = latest.current.transcript.outgoing.find((outgoing) => outgoing.clientId === nextId)
      if (!message || stopped) return
      const posted = await connection.post({
        type: 'message',
        text: message.text,
        locale: LOCALES[latest.current.language],
        channelData: { clientActivityID: message.clientId },
        ...(message.value && { value: message.value }),
      })
      // Even when this effect was stopped meanwhile: what is stored is stored.
      if (posted.kind === 'stored') change((now) => acknowledged(now, nextId, posted.id))
      else if (posted.kind === 'refused')
        change((now) => refused(now, nextId, problemWords(posted.problem, latest.current.language)))
      else if (!stopped)
        timer = window.setTimeout(() => void attemptPost(attempt + 1), retryDelayMs(attempt, Math.random()))
    }
    void attemptPost(0)
    return () => {
      stopped = true
      window.clearTimeout(timer)
    }
  }, [nextId, connection])

  useEffect(() => {
    const unsent = transcript.outgoing.map(({ clientId, text, value, line }) => ({
      clientId,
      text,
      value,
      at: line.at,
    }))
    writeStored(UNSENT, unsent.length > 0 ? JSON.stringify(unsent) : null)
  }, [transcript.outgoing])

  const send = useCallback(
    (text: string, value?: Record<string, unknown>) => {
      const clientId = newClientId()
      change((now) => queued(now, { clientId, text, at: Date.now(), ...(value && { value }) }))
      connection.open()
    },
    [connection],
  )

  return {
    transcript,
    status,
    signals,
    sendTyping,
    send,
    sendAgain: useCallback((clientId) => change((now) => retried(now, clientId)), []),
    discard: useCallback((clientId) => change((now) => discarded(now, clientId)), []),
  }
}

/** What was written but not stored when the page was left: it goes out under its old id, so it cannot arrive twice. */
function restore(empty: Transcript): Transcript {
  const unsent = parseStored(UNSENT)
  if (!Array.isArray(unsent)) return empty
  return unsent.reduce<Transcript>((transcript, message) => {
    if (typeof message?.clientId !== 'string' || typeof message.text !== 'string') return transcript
    const { clientId, text, value } = message
    return queued(transcript, {
      clientId,
      text,
      at: typeof message.at === 'number' ? message.at : Date.now(),
      ...(typeof value === 'object' && value !== null && { value }),
    })
  }, empty)
}

function storedIdentity(): Identity | undefined {
  const stored = parseStored(IDENTITY) as Partial<Identity> | null
  if (typeof stored?.customerKey !== 'string' || typeof stored.conversationId !== 'string') return undefined
  return { customerKey: stored.customerKey, conversationId: stored.conversationId }
}

function parseStored(key: string): unknown {
  try {
    return JSON.parse(readStored(key) ?? 'null')
  } catch {
    return null
  }
}
