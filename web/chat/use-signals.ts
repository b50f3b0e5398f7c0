import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ChatConnection } from './connection.ts'
import { isEmbedded, onShown } from './embed.ts'
import type { IncomingActivity } from './incoming-activity.ts'
import type { Line } from './line.ts'
import { attendanceOf } from './read-lines.ts'

/** A typing activity stands for this long; the sender repeats it while it lasts. */
const TYPING_MS = 6_000
const PAUSE_MS = 2_000

/** What both sides know of each other besides the messages. */
export interface Signals {
  /** Who is writing on the company's side; `name` where it is known. */
  typing: { name?: string } | undefined
  /** Up to where the agent has read; 0 when that is not known. */
  agentReadSeq: number
}

/**
 * Hears who is writing and reading, and says the same of the customer: only while a person is concerned, since the bot
 * has no use for it.
 */
export function useSignals(lines: readonly Line[], connection: Pick<ChatConnection, 'say'>) {
  const [typing, setTyping] = useState<Signals['typing']>()
  const [agentReadSeq, setAgentReadSeq] = useState(0)
  const [shown, setShown] = useState(true)
  const timer = useRef(0)
  const attendance = attendanceOf(lines).kind
  const person = attendance === 'queued' || attendance === 'agent'

  const onActivity = useCallback(({ type, name, value, from }: IncomingActivity) => {
    if (type === 'event') {
      const seq = name === 'candor/read' ? (value as { seq?: unknown } | undefined)?.seq : undefined
      if (typeof seq === 'number') setAgentReadSeq((known) => Math.max(known, seq))
      return
    }
    if (from?.role === 'user') return
    window.clearTimeout(timer.current)
    setTyping(type === 'typing' ? (from?.name ? { name: from.name } : {}) : undefined)
    if (type === 'typing') timer.current = window.setTimeout(() => setTyping(undefined), TYPING_MS)
  }, [])

  const saidAt = useRef(0)
  const sendTyping = useCallback(() => {
    const now = Date.now()
    if (!person || now - saidAt.current < PAUSE_MS) return
    saidAt.current = now
    connection.say({ type: 'typing' })
  }, [person, connection])

  useEffect(() => (isEmbedded ? onShown(setShown) : undefined), [])
  const newest = lines.findLast(({ from, seq }) => from !== 'customer' && seq !== undefined)?.seq ?? 0
  const saidRead = useRef(0)
  useEffect(() => {
    const sayRead = () => {
      if (!person || !shown || document.hidden || newest <= saidRead.current) return
      if (connection.say({ type: 'event', name: 'candor/read', value: { seq: newest } })) saidRead.current = newest
    }
    sayRead()
    document.addEventListener('visibilitychange', sayRead)
    return () => document.removeEventListener('visibilitychange', sayRead)
  }, [person, shown, newest, connection])

  return { typing, agentReadSeq, onActivity, sendTyping }
}
