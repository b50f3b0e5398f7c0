import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { DeskConversation, DeskFrame, DeskQueue } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { listenForHints } from './live.ts'

/** How often the desk looks by itself: seldom while hints come, often while they do not. */
const POLL_CONNECTED_MS = 30_000
const POLL_ALONE_MS = 5_000

export interface Desk {
  queue: DeskQueue | undefined
  conversation: DeskConversation | undefined
  /** Hints are coming in. */
  connected: boolean
  /** The server's clock minus ours, in milliseconds: waiting times are the server's. */
  clockOffsetMs: number
  /** Who is writing in the shown conversation at this moment. */
  typing: { from: 'customer' | 'agent'; name?: string } | undefined
  /** To be called with every key. */
  sendTyping(): void
  show(conversation: DeskConversation): void
  refresh(): void
}

/** The queue and the shown conversation, kept as fresh as the hints allow. */
export function useDesk(
  api: ApiClient,
  conversationId: string | undefined,
  onProblem: (problem: ApiProblem) => void,
): Desk {
  const [queue, setQueue] = useState<DeskQueue>()
  const [conversation, setConversation] = useState<DeskConversation>()
  const [connected, setConnected] = useState(false)
  const [clockOffsetMs, setClockOffsetMs] = useState(0)
  const wanted = useRef(conversationId)
  wanted.current = conversationId

  const loadQueue = useCallback(async () => {
    const result = await api.get<DeskQueue>('/api/desk/queue')
    if (!result.ok) return onProblem(result.problem)
    setClockOffsetMs(result.value.now - Date.now())
    setQueue(result.value)
  }, [api, onProblem])

  const loadConversation = useCallback(async () => {
    const id = wanted.current
    if (id === undefined) return setConversation(undefined)
    const result = await api.get<DeskConversation>(`/api/desk/conversations/${encodeURIComponent(id)}`)
    // Somebody may have clicked on while it was loading.
    if (wanted.current !== id) return
    if (!result.ok) return onProblem(result.problem)
    setConversation(result.value)
  }, [api, onProblem])

  const refresh = useCallback(() => {
    void loadQueue()
    void loadConversation()
  }, [loadQueue, loadConversation])

  useEffect(() => {
    const onHint = (hint: DeskFrame) => {
      // The queue shows last texts, so it changes with every message.
      void loadQueue()
      if (hint.kind === 'queue' || hint.conversationId === wanted.current) void loadConversation()
    }
    return listenForHints({ hint: onHint, connected: setConnected })
  }, [loadQueue, loadConversation])

  useEffect(() => {
    refresh()
    const timer = window.setInterval(refresh, connected ? POLL_CONNECTED_MS : POLL_ALONE_MS)
    return () => window.clearInterval(timer)
  }, [refresh, connected])

  useEffect(() => {
    // What was shown at once, with an act's answer, stays: a reply may be on its way into its box.
    setConversation((shown) => (shown?.id === conversationId ? shown : undefined))
    void loadConversation()
  }, [conversationId, loadConversation])

  return {
    queue,
    conversation,
    connected,
    clockOffsetMs,
    typing: undefined,
    sendTyping: () => {},
    show: setConversation,
    refresh,
  }
}
