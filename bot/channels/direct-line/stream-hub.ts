import type { Activity } from 'botbuilder'
import { WebSocket } from 'ws'
import type { Store } from '../../../store/index.ts'
import { heartbeat, lookAgain, sayGoodbye, sendAside, sendFrame } from '../../live/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import { type ActivityReader, PAGE, type ReaderOf } from './activity-reader.ts'

/** How often to look without a hint: another node may have committed, and its hints do not come here. */
const POLL_MS = 2_000
/** A socket that has not answered a ping for this long is dead. */
const PING_MS = 30_000
/** Enough for one person with many tabs; a bound on what one conversation can cost. */
const SOCKETS_PER_CONVERSATION = 20

export interface StreamHub {
  /** Sends everything after `afterSeq`, then everything new, until either side closes. */
  follow(socket: WebSocket, of: ReaderOf, afterSeq: number): void
  /** Sends what is no message to whoever follows the conversation now: without a watermark, and never again. */
  aside(conversationId: string, activity: (of: ReaderOf) => Partial<Activity> | undefined): void
  /** Number of open sockets. */
  size(): number
  close(): void
}

interface Follower {
  look(): void
  /** Up to which `seq` it has been sent. */
  position(): number
  beat(): boolean
  socket: WebSocket
  of: ReaderOf
}

/**
 * Pushes conversations to WebSockets. A commit is only a hint: each follower reads the store from its own last `seq`,
 * so order and completeness come from there, and one frame at a time is on the way, so a slow client holds up to a page and no more.
 */
export function streamHub(
  read: ActivityReader,
  store: Pick<Store['conversations'], 'versions'>,
  conversations: Pick<ConversationService, 'onCommitted'>,
  intervals: { pollMs: number; pingMs: number } = { pollMs: POLL_MS, pingMs: PING_MS },
): StreamHub {
  const followers = new Map<string, Set<Follower>>()
  const each = (visit: (follower: Follower) => void) => {
    for (const group of followers.values()) for (const follower of group) visit(follower)
  }
  const stopListening = conversations.onCommitted(({ conversationId }) => {
    for (const follower of followers.get(conversationId) ?? []) follower.look()
  })
  async function lookAround(): Promise<void> {
    // One query for all of them: two hundred at once would hold everybody up.
    for (const { id, lastSeq } of await store.versions([...followers.keys()])) {
      for (const follower of followers.get(id) ?? []) if (lastSeq > follower.position()) follower.look()
    }
  }
  const poll = setInterval(() => {
    // The next look is not far.
    lookAround().catch(() => {})
  }, intervals.pollMs).unref()
  const ping = setInterval(() => each((follower) => follower.beat()), intervals.pingMs).unref()

  let closed = false
  return {
    follow(socket, of, afterSeq) {
      if (closed) return sayGoodbye(socket)
      const group = followers.get(of.conversationId) ?? new Set()
      followers.set(of.conversationId, group)
      if (group.size >= SOCKETS_PER_CONVERSATION) {
        socket.close(1013, 'too many sockets for this conversation')
        return
      }
      const following = startFollowing(socket, (seq) => read(of, seq), afterSeq)
      const follower = { ...following, beat: heartbeat(socket), socket, of }
      group.add(follower)
      socket.on('close', () => {
        group.delete(follower)
        if (group.size === 0) followers.delete(of.conversationId)
      })
      follower.look()
    },
    aside(conversationId, activity) {
      for (const { socket, of } of followers.get(conversationId) ?? []) {
        const said = activity(of)
        if (said) sendAside(socket, { activities: [said] })
      }
    },
    size: () => [...followers.values()].reduce((sum, group) => sum + group.size, 0),
    close() {
      stopListening()
      clearInterval(poll)
      clearInterval(ping)
      closed = true
      each(({ socket }) => sayGoodbye(socket))
    },
  }
}

function startFollowing(
  socket: WebSocket,
  readAfter: (seq: number) => ReturnType<ActivityReader>,
  afterSeq: number,
): Pick<Follower, 'look' | 'position'> {
  let seq = afterSeq
  const sendPage = async () => {
    if (socket.readyState !== WebSocket.OPEN) return false
    const page = await readAfter(seq)
    for (const next of page) {
      // One to a frame: the official client hands out the activities of a frame one by one, on timers of its own,
      // and so mixes up two frames that follow each other closely.
      await sendFrame(socket, { activities: [next.activity], watermark: String(next.seq) })
      seq = next.seq
    }
    return page.length === PAGE
  }
  // The client reconnects with its watermark, so closing loses nothing.
  return { look: lookAgain(sendPage, () => socket.terminate()), position: () => seq }
}
