import { WebSocket } from 'ws'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { ActivityReader, ReaderOf } from './activity-reader.ts'

/** How often to look without a hint: another node may have committed, and its hints do not come here. */
const POLL_MS = 2_000
/** A socket that has not answered a ping for this long is dead. */
const PING_MS = 30_000
/** How long the other side may take to say goodbye. */
const CLOSE_GRACE_MS = 1_000
/** Enough for one person with many tabs; a bound on what one conversation can cost. */
const SOCKETS_PER_CONVERSATION = 20

export interface StreamHub {
  /** Sends everything after `afterSeq`, then everything new, until either side closes. */
  follow(socket: WebSocket, of: ReaderOf, afterSeq: number): void
  /** Number of open sockets. */
  size(): number
  close(): void
}

interface Follower {
  look(): void
  ping(): void
  socket: WebSocket
}

/**
 * Pushes conversations to WebSockets. A commit is only a hint: each follower reads the store from its own last `seq`,
 * so order and completeness come from there, and one frame at a time is on the way, so a slow client holds up to a page and no more.
 */
export function streamHub(
  read: ActivityReader,
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
  const poll = setInterval(() => each((follower) => follower.look()), intervals.pollMs).unref()
  const ping = setInterval(() => each((follower) => follower.ping()), intervals.pingMs).unref()

  let closed = false
  const sayGoodbye = (socket: WebSocket) => {
    socket.close(1001, 'the server is going down')
    setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  return {
    follow(socket, of, afterSeq) {
      if (closed) return sayGoodbye(socket)
      const group = followers.get(of.conversationId) ?? new Set()
      followers.set(of.conversationId, group)
      if (group.size >= SOCKETS_PER_CONVERSATION) {
        socket.close(1013, 'too many sockets for this conversation')
        return
      }
      const follower = startFollower(socket, (seq) => read(of, seq), afterSeq)
      group.add(follower)
      socket.on('close', () => {
        group.delete(follower)
        if (group.size === 0) followers.delete(of.conversationId)
      })
      follower.look()
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

function startFollower(
  socket: WebSocket,
  readAfter: (seq: number) => ReturnType<ActivityReader>,
  afterSeq: number,
): Follower {
  let seq = afterSeq
  let looking = false
  let lookAgain = false
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  // Clients send empty keep-alives: they count as life and say nothing.
  socket.on('message', () => {
    alive = true
  })
  socket.on('error', () => socket.terminate())

  async function sendNew(): Promise<void> {
    try {
      do {
        lookAgain = false
        for (;;) {
          const page = await readAfter(seq)
          if (page.length === 0) break
          for (const next of page) {
            // One to a frame: the official client hands out the activities of a frame one by one, on timers of its own,
            // and so mixes up two frames that follow each other closely.
            await send(socket, JSON.stringify({ activities: [next.activity], watermark: String(next.seq) }))
            seq = next.seq
          }
        }
      } while (lookAgain)
    } finally {
      // In the same step as the last check of `lookAgain`: a hint must not fall between the two.
      looking = false
    }
  }

  return {
    socket,
    look() {
      lookAgain = true
      if (looking || socket.readyState !== WebSocket.OPEN) return
      looking = true
      // The client reconnects with its watermark, so closing loses nothing.
      sendNew().catch(() => socket.terminate())
    },
    ping() {
      if (!alive) {
        socket.terminate()
        return
      }
      alive = false
      socket.ping()
    },
  }
}

/** Resolves when the frame has left this process, so that at most one waits per socket. */
function send(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => socket.send(frame, (error) => (error ? reject(error) : resolve())))
}
