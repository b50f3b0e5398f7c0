import type { Page, WebSocketRoute } from 'playwright-core'
import type {
  DeskBotConversation,
  DeskConversation,
  DeskFrame,
  DeskPromise,
  DeskQueue,
  Session,
} from '../../bot/http/api.ts'
import { deskConversation } from './desk-conversation.ts'
import { DESK_NOW, DESK_PROMISES, DESK_WITH_BOT, MINUTE } from './desk-fixtures.ts'
import { deskHelp } from './desk-help.ts'

export interface DeskStub {
  queue: DeskQueue
  /** By id; the lines of the queue have one without being named here. */
  conversations: Map<string, DeskConversation>
  promises: DeskPromise[]
  withBot: DeskBotConversation[]
  /**
   * What the page has done, in order: the path after `/api/desk/` and the body. Without the question what a text would promise,
   * which is asked whenever the keys rest and does nothing.
   */
  posts: { path: string; body: unknown }[]
  /** Answers to a path (`*` for anything) other than an empty one. */
  answers: Map<string, { status: number; json: unknown }>
  /** Sends a frame to the page. */
  push(frame: DeskFrame): void
}

const SESSION: Session = {
  agent: { id: 'agent-me', name: 'Ann Able', email: 'ann@example.com', role: 'agent' },
  csrfToken: 'token',
  needsPassword: false,
}

/** The desk's API as these lists have it, with the clock standing at `DESK_NOW`: for looks and for what no server can be brought to do. */
export async function stubDesk(page: Page, queue: DeskQueue, session: Session = SESSION): Promise<DeskStub> {
  const sockets = new Set<WebSocketRoute>()
  const stub: DeskStub = {
    queue,
    conversations: new Map(),
    promises: DESK_PROMISES,
    withBot: DESK_WITH_BOT,
    posts: [],
    answers: new Map(),
    push: (frame) => {
      for (const socket of sockets) socket.send(JSON.stringify(frame))
    },
  }
  await page.clock.setFixedTime(DESK_NOW)
  await page.routeWebSocket('**/api/desk/live', (socket) => {
    sockets.add(socket)
    socket.onClose(() => sockets.delete(socket))
  })
  await page.route('**/api/session', (route) => route.fulfill({ json: session }))
  await page.route('**/api/desk/**', async (route) => {
    const request = route.request()
    const path = new URL(request.url()).pathname.replace('/api/desk/', '')
    const isAct = request.method() === 'POST' && !path.endsWith('/promise-proposals')
    if (isAct) stub.posts.push({ path, body: request.postDataJSON() })
    const answer = stub.answers.get(path)
    if (answer) return route.fulfill(answer)
    return route.fulfill({ json: answerTo(path, stub) })
  })
  return stub
}

function answerTo(path: string, stub: DeskStub): unknown {
  const { queue, promises, withBot } = stub
  const lines = [...queue.waiting, ...queue.mine, ...queue.others]
  if (path === 'queue') return queue
  if (path === 'promises') return { promises }
  if (path === 'teams-link') return { code: 'K7MP2XQ4', expiresAt: DESK_NOW + 15 * MINUTE }
  if (path === 'with-bot') return { conversations: withBot }
  const [kind, id, part] = path.split('/')
  if (kind !== 'conversations' || id === undefined) return {}
  const known = stub.conversations.get(id)
  const line = lines.find(({ conversationId }) => conversationId === id)
  if (part === 'messages') return { message: { seq: (line?.lastSeq ?? 0) + 1 } }
  if (part === 'promise-proposals') return { proposals: [] }
  if (part === 'help') return deskHelp(line?.language ?? 'en')
  return known ?? (line && deskConversation(line)) ?? {}
}
