import { WebSocket } from 'ws'
import type { Store } from '../../../store/index.ts'
import type { Presences } from '../../escalation/presence.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { DeskFrame } from '../api.ts'
import type { ServerLog } from '../error-reply.ts'
import { DESK, type Guard } from '../session/guard.ts'
import type { SocketRoute } from '../upgrades.ts'

/** Other nodes' commits send no hints here: so the length of the queue is looked at, too. */
const POLL_MS = 2_000
/** How often a socket must show that it is alive, and its person still signed in and at the desk. */
const CHECK_MS = 15_000

/** How long the other side may take to say goodbye. */
const CLOSE_GRACE_MS = 1_000

export interface LiveDesk extends SocketRoute {
  close(): void
}

/** /api/desk/live: tells open desks that something changed. Only a hint: what changed is read through the API. */
export function liveDesk(
  guard: Guard,
  store: Pick<Store, 'escalations'>,
  conversations: Pick<ConversationService, 'onCommitted'>,
  presences: Presences,
  log: ServerLog,
): LiveDesk {
  const desks = new Map<WebSocket, { agentId: string; alive: boolean; stillSignedIn(): Promise<boolean> }>()
  const tell = (hint: DeskFrame) => {
    const frame = JSON.stringify(hint)
    for (const socket of desks.keys()) {
      // A desk that does not read gets no backlog: it looks at everything when it wakes up.
      if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount < 65_536) socket.send(frame)
    }
  }
  const stopListening = conversations.onCommitted(({ conversationId, queueChanged }) => {
    if (desks.size === 0) return
    tell({ kind: 'conversation', conversationId })
    if (queueChanged) tell({ kind: 'queue' })
  })

  const noted = (sign: Promise<void>) =>
    void sign.catch((error: unknown) => log.warn({ err: error }, 'who is at the desk could not be noted'))
  const stay = (agentId: string) => noted(presences.comeOrStay(agentId))
  let closed = false
  const goneFrom = (agentId: string) => {
    // When the server goes down, it is not they who leave.
    if (closed || [...desks.values()].some((desk) => desk.agentId === agentId)) return
    noted(presences.leave(agentId))
  }

  const sayGoodbye = (socket: WebSocket) => {
    socket.close(1001, 'the server is going down')
    setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  let lastCount = 0
  const poll = setInterval(() => {
    if (desks.size === 0) return
    store.escalations
      .countWaiting()
      .then((count) => {
        if (count !== lastCount) tell({ kind: 'queue' })
        lastCount = count
      })
      .catch((error: unknown) => log.warn({ err: error }, 'the queue could not be counted'))
  }, POLL_MS).unref()

  const check = setInterval(() => {
    for (const [socket, desk] of desks) {
      if (desk.alive) stay(desk.agentId)
      else socket.terminate()
      desk.alive = false
      if (socket.readyState === WebSocket.OPEN) socket.ping()
      desk
        .stillSignedIn()
        .then((signedIn) => signedIn || socket.close(1008, 'signed out'))
        .catch(() => socket.terminate())
    }
  }, CHECK_MS).unref()

  return {
    path: /^\/api\/desk\/live$/,
    async check(request) {
      // A WebSocket carries the cookie from any site, and no CSRF header: the Origin decides.
      guard.refuseCrossSite(request)
      const { agent } = await guard.enter(request, 'The desk', DESK)
      return (socket) => {
        if (closed) return sayGoodbye(socket)
        const desk = {
          agentId: agent.id,
          alive: true,
          stillSignedIn: () =>
            guard.enter(request, 'The desk', DESK).then(
              () => true,
              () => false,
            ),
        }
        desks.set(socket, desk)
        stay(agent.id)
        socket.on('pong', () => {
          desk.alive = true
        })
        socket.on('error', () => socket.terminate())
        socket.on('close', () => {
          desks.delete(socket)
          goneFrom(agent.id)
        })
      }
    },
    close() {
      stopListening()
      clearInterval(poll)
      clearInterval(check)
      closed = true
      for (const socket of desks.keys()) sayGoodbye(socket)
    },
  }
}
