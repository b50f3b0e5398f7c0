import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { DeskConversation, DeskFrame, DeskQueue } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { type Followed, hasGap, keptOf, positionsOf, withFrame, withRead } from './followed.ts'
import { type LiveDesk, openLiveDesk } from './live.ts'
import { type DeskTyping, useTyping } from './use-typing.ts'

/** How often the desk looks by itself: seldom while frames come, often while they do not. */
const POLL_CONNECTED_MS = 30_000
const POLL_ALONE_MS = 5_000

export interface Desk {
  queue: DeskQueue | undefined
  conversation: DeskConversation | undefined
  /** The line to the server is open. */
  connected: boolean
  /** The server's clock minus ours, in milliseconds: waiting times are the server's. */
  clockOffsetMs: number
  /** Who is writing in the shown conversation at this moment. */
  typing: DeskTyping | undefined
  show(conversation: DeskConversation): void
  refresh(): void
  /** To be called with every key: says so at most every two seconds. */
  sendTyping(): void
  /** The agent has seen everything that is shown; done by itself while the page is in sight. */
  markRead(): void
}

/** The queue, and every conversation that is shown or this agent's, kept up to date by the live desk. */
export function useDesk(
  api: ApiClient,
  conversationId: string | undefined,
  onProblem: (problem: ApiProblem) => void,
): Desk {
  const [queue, setQueue] = useState<DeskQueue>()
  const [followed, setFollowed] = useState<Followed>({})
  const [connected, setConnected] = useState(false)
  const [clockOffsetMs, setClockOffsetMs] = useState(0)
  const live = useRef<LiveDesk>(undefined)
  const latest = useRef({ conversationId, followed })
  latest.current = { conversationId, followed }
  const conversation = conversationId === undefined ? undefined : followed[conversationId]
  const { typing, onFrame: onTyping, sendTyping } = useTyping(conversationId, live)

  const loadQueue = useCallback(async () => {
    const result = await api.get<DeskQueue>('/api/desk/queue')
    if (!result.ok) return onProblem(result.problem)
    setClockOffsetMs(result.value.now - Date.now())
    setQueue(result.value)
    setFollowed((now) => keptOf(now, latest.current.conversationId, result.value))
  }, [api, onProblem])

  const newestLoad = useRef(0)
  const loadConversation = useCallback(async () => {
    const id = latest.current.conversationId
    newestLoad.current += 1
    const load = newestLoad.current
    if (id === undefined) return
    const result = await api.get<DeskConversation>(`/api/desk/conversations/${encodeURIComponent(id)}`)
    // Somebody may have clicked on while it was loading, or it was asked for again.
    if (load !== newestLoad.current) return
    if (!result.ok) return onProblem(result.problem)
    setFollowed((now) => withRead(now, result.value))
  }, [api, onProblem])

  const refresh = useCallback(() => {
    void loadQueue()
    void loadConversation()
  }, [loadQueue, loadConversation])

  useEffect(() => {
    const onFrame = (frame: DeskFrame) => {
      setFollowed((now) => withFrame(now, frame))
      onTyping(frame)
      if (frame.kind === 'queue') void loadQueue()
      if (frame.kind === 'conversation' && frame.conversationId === latest.current.conversationId)
        void loadConversation()
    }
    const opened = openLiveDesk({
      frame: onFrame,
      connected: setConnected,
      positions: () => positionsOf(latest.current.followed),
    })
    live.current = opened
    return () => opened.close()
  }, [loadQueue, loadConversation, onTyping])

  // Anew when the line is back: what is no message was not kept for this desk.
  useEffect(() => {
    refresh()
    const timer = window.setInterval(refresh, connected ? POLL_CONNECTED_MS : POLL_ALONE_MS)
    return () => window.clearInterval(timer)
  }, [refresh, connected])

  // Whenever another conversation is shown.
  useEffect(() => void loadConversation(), [conversationId, loadConversation])

  const gap = hasGap(followed)
  const ids = Object.keys(followed).toSorted().join(' ')
  // Whenever there are others to follow, or something is missing.
  useEffect(() => live.current?.follow(), [ids, gap])

  const lastSeq = conversation?.messages.at(-1)?.seq ?? 0
  const mine = conversation !== undefined && (conversation.mine || conversation.joined)
  const markRead = useCallback(() => {
    const { conversationId: id, followed } = latest.current
    const seq = followed[id ?? '']?.messages.at(-1)?.seq
    if (id !== undefined && seq !== undefined && !document.hidden)
      live.current?.say({ kind: 'read', conversationId: id, seq })
  }, [])
  // Whenever something new is shown, or the line is back.
  useEffect(() => {
    if (!mine) return
    markRead()
    document.addEventListener('visibilitychange', markRead)
    return () => document.removeEventListener('visibilitychange', markRead)
  }, [conversationId, mine, lastSeq, connected, markRead])

  const show = useCallback((read: DeskConversation) => setFollowed((now) => withRead(now, read)), [])
  return { queue, conversation, connected, clockOffsetMs, typing, show, refresh, sendTyping, markRead }
}
