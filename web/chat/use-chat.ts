import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { ChatPromise, Language } from '../../bot/http/api.ts'
import { createApiClient } from '../shared/api-client.ts'
import { newClientId } from '../shared/client-id.ts'
import { IDENTITY, storedIdentity } from '../shared/customer-identity.ts'
import { fileProblem } from '../shared/file-rules.ts'
import { LOCALES } from '../shared/language.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { readStored, writeStored } from '../shared/stored.ts'
import { type ChatConnection, connectChat, retryDelayMs, type Status } from './connection.ts'
import type { IncomingActivity } from './incoming-activity.ts'
import type { Line } from './line.ts'
import type { OutgoingActivity } from './outgoing-activity.ts'
import {
  acknowledged,
  discarded,
  emptyTranscript,
  progressed,
  queued,
  received,
  refused,
  retried,
  type Transcript,
} from './transcript.ts'
import { usePromises } from './use-promises.ts'
import { type Signals, useSignals } from './use-signals.ts'

const UNSENT = 'candor.chat.unsent'
/** Too large, or of a kind that is not taken: the same once more would be refused once more. */
const REFUSED_FOR_GOOD = new Set([413, 415])

export interface Chat {
  transcript: Transcript
  status: Status
  signals: Signals
  /** To be called with every key: says so at most every two seconds, and only to a person. */
  sendTyping(): void
  send(text: string, value?: Record<string, unknown>): void
  /** Each goes out as a message of its own. */
  sendFiles(files: File[]): void
  sendAgain(clientId: string): void
  discard(clientId: string): void
  /** What was promised to this customer: read again when something was said of it. */
  promises: readonly ChatPromise[]
}

type Change = (transcript: Transcript) => Transcript

/** The customer's side of one conversation: connects as soon as there is something to say or to resume. */
export function useChat(language: Language): Chat {
  const [transcript, change] = useReducer(
    (now: Transcript, apply: Change) => apply(now),
    emptyTranscript,
    (empty) => restore(empty, language),
  )
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
      const { file } = message
      const activity: OutgoingActivity = {
        type: 'message',
        text: file ? '' : message.text,
        locale: LOCALES[latest.current.language],
        channelData: { clientActivityID: message.clientId },
        ...(message.value && { value: message.value }),
      }
      const posted = file
        ? await connection.upload(activity, file, (share) => change((now) => progressed(now, nextId, share)))
        : await connection.post(activity)
      // Even when this effect was stopped meanwhile: what is stored is stored.
      if (posted.kind === 'stored') change((now) => acknowledged(now, nextId, posted.id))
      else if (posted.kind === 'refused')
        change((now) => {
          const why = problemWords(posted.problem, latest.current.language)
          return refused(now, nextId, why, REFUSED_FOR_GOOD.has(posted.problem.status))
        })
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
    const unsent = transcript.outgoing
      .filter(({ line }) => line.delivery !== 'stored')
      .map(({ clientId, text, value, line }) => ({ clientId, text, value, at: line.at, about: line.file }))
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

  const sendFiles = useCallback(
    (files: File[]) => {
      for (const file of files) {
        const clientId = newClientId()
        const about = { name: file.name, mediaType: file.type, bytes: file.size }
        change((now) => queued(now, { clientId, text: file.name, at: Date.now(), file, about }))
        const problem = fileProblem(file)
        if (problem) change((now) => refused(now, clientId, problemWords(problem, latest.current.language), true))
      }
      connection.open()
    },
    [connection],
  )

  const promises = usePromises(transcript.lines, status, connection)

  return {
    transcript,
    promises,
    status,
    signals,
    sendTyping,
    send,
    sendFiles,
    sendAgain: useCallback((clientId) => change((now) => retried(now, clientId)), []),
    discard: useCallback((clientId) => change((now) => discarded(now, clientId)), []),
  }
}

/** What was written but not stored when the page was left: it goes out under its old id, so it cannot arrive twice. */
function restore(empty: Transcript, language: Language): Transcript {
  const unsent = parseStored(UNSENT)
  if (!Array.isArray(unsent)) return empty
  return unsent.reduce<Transcript>((transcript, message) => {
    if (typeof message?.clientId !== 'string' || typeof message.text !== 'string') return transcript
    const { clientId, text, value } = message
    const about = restoredFile(message.about)
    const again = queued(transcript, {
      clientId,
      text,
      at: typeof message.at === 'number' ? message.at : Date.now(),
      ...(typeof value === 'object' && value !== null && { value }),
      ...(about && { about }),
    })
    // Its bytes are gone with the page: told, and not lost without a word.
    return about ? refused(again, clientId, sharedWords[language].files.gone, true) : again
  }, empty)
}

function restoredFile(about: unknown): Line['file'] {
  if (typeof about !== 'object' || about === null || !('name' in about)) return undefined
  const bytes = 'bytes' in about && typeof about.bytes === 'number' ? about.bytes : 0
  return { name: String(about.name), mediaType: '', bytes }
}

function parseStored(key: string): unknown {
  try {
    return JSON.parse(readStored(key) ?? 'null')
  } catch {
    return null
  }
}
