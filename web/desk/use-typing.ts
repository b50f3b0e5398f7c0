import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { DeskFrame } from '../../bot/http/api.ts'
import type { LiveDesk } from './live.ts'

export interface DeskTyping {
  from: 'customer' | 'agent'
  /** Of a colleague. */
  name?: string
}

/** A sign stands for this long; who goes on writing repeats it. */
const SHOWN_MS = 6_000
const PAUSE_MS = 2_000

/** Who is writing in the shown conversation, and how to say that we are. */
export function useTyping(conversationId: string | undefined, live: { readonly current: LiveDesk | undefined }) {
  const [typing, setTyping] = useState<DeskTyping>()
  const shownId = useRef(conversationId)
  shownId.current = conversationId
  const timer = useRef(0)

  const show = useCallback((now: DeskTyping | undefined) => {
    window.clearTimeout(timer.current)
    setTyping(now)
    if (now) timer.current = window.setTimeout(() => setTyping(undefined), SHOWN_MS)
  }, [])
  // Whenever another conversation is shown.
  useEffect(() => () => show(undefined), [conversationId, show])

  const onFrame = useCallback(
    (frame: DeskFrame) => {
      if (frame.kind === 'queue' || frame.conversationId !== shownId.current) return
      if (frame.kind === 'typing') show({ from: frame.from, ...(frame.name !== undefined && { name: frame.name }) })
      // What was being written is there.
      if (frame.kind === 'messages') show(undefined)
    },
    [show],
  )

  const said = useRef({ conversationId, at: 0 })
  const sendTyping = useCallback(() => {
    const id = shownId.current
    const now = Date.now()
    if (id === undefined || (said.current.conversationId === id && now - said.current.at < PAUSE_MS)) return
    said.current = { conversationId: id, at: now }
    live.current?.say({ kind: 'typing', conversationId: id })
  }, [live])

  return { typing, onFrame, sendTyping }
}
