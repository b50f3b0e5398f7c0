import type { WebSocket } from 'ws'
import { type Agent, type Conversation, isSupervisor } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Presences } from '../../escalation/presence.ts'
import { type ReadMarks, sayGoodbye, type TypingSignals } from '../../live/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { DeskCommand } from '../api.ts'
import type { ServerLog } from '../error-reply.ts'
import { type Guard, STAFF } from '../session/guard.ts'
import type { SocketRoute } from '../upgrades.ts'
import { parseDeskCommand } from './desk-command.ts'
import { type DeskSocket, deskSocket } from './desk-socket.ts'
import type { DeskReader } from './read-desk.ts'
import { watchVersions } from './watch-versions.ts'

/** Other nodes' commits send no hints here: so the store is looked at, too. */
const POLL_MS = 2_000
/** How often a socket must show that it is alive, and its person still signed in. */
const CHECK_MS = 15_000

export interface LiveDesk extends SocketRoute {
  close(): void
}

export interface LiveDeskOptions {
  guard: Guard
  store: Pick<Store, 'conversations'>
  conversations: Pick<ConversationService, 'onCommitted'>
  reader: Pick<DeskReader, 'messagesAfter' | 'queueMarks' | 'queueOutdated'>
  typing: TypingSignals
  reads: ReadMarks
  presence: Pick<Presences, 'comeOrStay' | 'leave' | 'onChanged'>
  log: ServerLog
}

/** /api/desk/live: whatever an open desk follows, from where it left off, and hints when the queue changes. */
export function liveDesk(options: LiveDeskOptions): LiveDesk {
  const { guard, store, conversations, reader, typing, reads, presence, log } = options
  const desks = new Map<DeskSocket, { stillSignedIn(): Promise<unknown> }>()
  const each = (tell: (desk: DeskSocket) => void) => {
    for (const desk of desks.keys()) tell(desk)
  }
  const warn = (what: string) => (error: unknown) => log.warn({ err: error }, what)
  const versions = watchVersions(store.conversations)

  const stopListening = [
    conversations.onCommitted(({ conversationId, queueChanged, saidWith }) => {
      if (desks.size === 0) return
      versions.committedHere(conversationId)
      each((desk) => {
        desk.said(conversationId)
        if (saidWith === undefined) desk.changed(conversationId)
        const looksDifferent = saidWith === undefined || saidWith === desk.agent.id || isSupervisor(desk.agent)
        if (queueChanged && looksDifferent) desk.queueChanged()
      })
    }),
    typing.onTyping(({ conversationId, from, agentId, name }) => {
      each((desk) => {
        if (desk.positionIn(conversationId) === undefined || desk.agent.id === agentId) return
        desk.aside({ kind: 'typing', conversationId, from, ...(name !== undefined && { name }) })
      })
    }),
    presence.onChanged(() => {
      reader.queueOutdated()
      each((desk) => desk.queueChanged())
    }),
    reads.onRaised(({ conversationId, reader, seq }) => {
      if (reader === 'customer') each((desk) => desk.customerRead(conversationId, seq))
    }),
  ]

  let marks: string | undefined
  async function lookAround(): Promise<void> {
    if (desks.size === 0) return
    const before = marks
    marks = await reader.queueMarks()
    if (before !== marks) each((desk) => desk.queueChanged())
    const followed = new Set([...desks.keys()].flatMap((desk) => [...desk.followed()]))
    for (const { id, lastSeq, changedElsewhere } of await versions.look([...followed])) {
      each((desk) => {
        if (lastSeq > (desk.positionIn(id) ?? lastSeq)) desk.said(id)
        if (changedElsewhere) desk.changed(id)
      })
    }
  }
  const poll = setInterval(() => {
    lookAround().catch(warn('what other nodes did could not be read'))
  }, POLL_MS).unref()
  const live = ({ agent }: DeskSocket) => {
    presence.comeOrStay(agent.id).catch(warn('a sign of life could not be stored'))
  }
  const check = setInterval(() => {
    for (const [desk, { stillSignedIn }] of desks) {
      if (!desk.beat()) continue
      live(desk)
      stillSignedIn().catch(() => desk.goodbye(1008, 'signed out'))
    }
  }, CHECK_MS).unref()

  /** Only those whom the customer can see there write and read for the company. */
  async function asSpeaker(conversationId: string, agent: Agent, act: (conversation: Conversation) => Promise<void>) {
    const conversation = await store.conversations.get(conversationId)
    if (conversation?.agentId === agent.id || conversation?.supervisorId === agent.id) await act(conversation)
  }

  async function obey(command: DeskCommand, desk: DeskSocket): Promise<void> {
    const { agent } = desk
    switch (command.kind) {
      case 'follow':
        return desk.follow(command.conversations)
      case 'typing':
        return asSpeaker(command.conversationId, agent, async ({ id }) =>
          typing.tell({ conversationId: id, from: 'agent', agentId: agent.id, name: agent.name }),
        )
      case 'read':
        return asSpeaker(command.conversationId, agent, async (conversation) => {
          await reads.raise(conversation, 'agent', command.seq)
          // Unread counts fall on this person's other desks, too.
          reader.queueOutdated()
          each((other) => other.agent.id === agent.id && other.queueChanged())
        })
      default:
        return command satisfies never
    }
  }

  let closed = false
  function open(socket: WebSocket, agent: Agent, stillSignedIn: () => Promise<unknown>): void {
    if (closed) {
      sayGoodbye(socket)
      return
    }
    const desk = deskSocket(socket, agent, (id, seq, limit) => reader.messagesAfter(id, seq, limit, agent))
    desks.set(desk, { stillSignedIn })
    live(desk)
    socket.on('message', (data) => {
      const command = parseDeskCommand(String(data))
      if (command) obey(command, desk).catch(warn('a command of a desk could not be carried out'))
    })
    socket.on('close', () => {
      desks.delete(desk)
      // When the server goes down, it is not they who leave.
      if (closed || [...desks.keys()].some((other) => other.agent.id === agent.id)) return
      presence.leave(agent.id).catch(warn('that somebody left could not be stored'))
    })
  }

  return {
    path: /^\/api\/desk\/live$/,
    async check(request) {
      // A WebSocket carries the cookie from any site, and no CSRF header: the Origin decides.
      guard.refuseCrossSite(request)
      const enter = () => guard.enter(request, 'The desk', STAFF)
      const { agent } = await enter()
      return (socket) => open(socket, agent, enter)
    },
    close() {
      for (const stop of stopListening) stop()
      clearInterval(poll)
      clearInterval(check)
      closed = true
      each((desk) => desk.goodbye())
    },
  }
}
