import { WebSocket } from 'ws'
import type { Agent } from '../../../domain/index.ts'
import { heartbeat, lookAgain, sayGoodbye, sendAside, sendFrame } from '../../live/index.ts'
import type { DeskFrame, DeskMessage } from '../api.ts'

/**
 * How long after a change of the queue desks are told, all that happens meanwhile at once. By then whoever waits has been
 * offered to somebody: a card that moved a moment after it came would move away under the pointer.
 */
const QUEUE_PAUSE_MS = 250
/** Messages to a frame, and so what a desk that does not read costs at most. */
const PAGE = 50

/** One open desk: what it follows, and what it has still to be told. */
export interface DeskSocket {
  agent: Agent
  /** From now on these conversations after these `seq`, instead of what was followed before. */
  follow(positions: Readonly<Record<string, number>>): void
  /** Up to which `seq` it has been sent a conversation; undefined when it does not follow it. */
  positionIn(conversationId: string): number | undefined
  followed(): Iterable<string>
  /** There may be new messages. */
  said(conversationId: string): void
  /** Something else of it changed. */
  changed(conversationId: string): void
  queueChanged(): void
  customerRead(conversationId: string, seq: number): void
  /** Left out when the desk does not keep up. */
  aside(frame: DeskFrame): void
  /** To be called at intervals. @returns false when it has given no sign of life since the last time, and is ended */
  beat(): boolean
  goodbye(code?: number, reason?: string): void
}

/**
 * Everything but words of the moment is kept as a note of what to look at, not as a frame: one frame is on the way at a
 * time, and its messages are read when it is sent. So a desk that sleeps costs one page, and a desk that wakes up gets
 * everything after what it had, in order, once.
 *
 * @param readAfter the next messages of a conversation after a `seq`, in order, at most `limit`
 */
export function deskSocket(
  socket: WebSocket,
  agent: Agent,
  readAfter: (conversationId: string, seq: number, limit: number) => Promise<DeskMessage[]>,
): DeskSocket {
  let positions = new Map<string, number>()
  let toRead = new Set<string>()
  const changes = new Set<string>()
  const reads = new Map<string, number>()
  let queueDue = false
  let queuePause: NodeJS.Timeout | undefined
  socket.on('close', () => clearTimeout(queuePause))

  /** Whoever waits longest is next, so that one long conversation does not hold up the others. */
  async function sendPage(conversationId: string): Promise<void> {
    const followed = positions
    const seq = followed.get(conversationId)
    toRead.delete(conversationId)
    if (seq === undefined) return
    const messages = await readAfter(conversationId, seq, PAGE)
    const lastSeq = messages.at(-1)?.seq
    if (lastSeq === undefined || followed !== positions) return
    positions.set(conversationId, lastSeq)
    if (messages.length === PAGE) toRead.add(conversationId)
    await sendFrame(socket, { kind: 'messages', conversationId, messages, lastSeq } satisfies DeskFrame)
  }

  function nextNote(): DeskFrame | undefined {
    for (const conversationId of changes) {
      changes.delete(conversationId)
      return { kind: 'conversation', conversationId }
    }
    for (const [conversationId, seq] of reads) {
      reads.delete(conversationId)
      return { kind: 'read', conversationId, seq }
    }
    if (!queueDue) return undefined
    queueDue = false
    return { kind: 'queue' }
  }

  const look = lookAgain(
    async () => {
      if (socket.readyState !== WebSocket.OPEN) return false
      const [conversationId] = toRead
      if (conversationId !== undefined) {
        await sendPage(conversationId)
        return true
      }
      const note = nextNote()
      if (note) await sendFrame(socket, note)
      return note !== undefined
    },
    // The desk comes back with what it has, so closing loses nothing.
    () => socket.terminate(),
  )

  return {
    agent,
    follow(wanted) {
      positions = new Map(Object.entries(wanted))
      toRead = new Set(positions.keys())
      look()
    },
    positionIn: (conversationId) => positions.get(conversationId),
    followed: () => positions.keys(),
    said(conversationId) {
      if (!positions.has(conversationId)) return
      toRead.add(conversationId)
      look()
    },
    changed(conversationId) {
      if (!positions.has(conversationId)) return
      changes.add(conversationId)
      look()
    },
    queueChanged() {
      queuePause ??= setTimeout(() => {
        queuePause = undefined
        queueDue = true
        look()
      }, QUEUE_PAUSE_MS).unref()
    },
    customerRead(conversationId, seq) {
      if (!positions.has(conversationId)) return
      reads.set(conversationId, seq)
      look()
    },
    aside: (frame) => sendAside(socket, frame),
    beat: heartbeat(socket),
    goodbye: (code, reason) => sayGoodbye(socket, code, reason),
  }
}
