import type { DeskCommand, DeskFrame } from '../../bot/http/api.ts'

export interface LiveDesk {
  /** Asks for what `positions` says now, instead of what was asked for before. */
  follow(): void
  /** Said now or never: without a connection it is left out. */
  say(command: DeskCommand): void
  close(): void
}

interface Listening {
  frame(frame: DeskFrame): void
  connected(connected: boolean): void
  /** What to follow and after which `seq`: asked whenever the line is back. */
  positions(): Record<string, number>
}

/** The desk's line to the server. It comes back by itself after a pause of 1 to 15 s, and at once when the network does. */
export function openLiveDesk(on: Listening): LiveDesk {
  let socket: WebSocket | undefined
  let timer = 0
  let attempt = 0
  let closed = false

  const say = (command: DeskCommand) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(command))
  }
  const follow = () => say({ kind: 'follow', conversations: on.positions() })

  const connect = () => {
    window.clearTimeout(timer)
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
    const opened = new WebSocket(`${scheme}://${window.location.host}/api/desk/live`)
    socket = opened
    opened.addEventListener('open', () => {
      attempt = 0
      follow()
      on.connected(true)
    })
    opened.addEventListener('message', (event) => {
      const frame = parseFrame(event.data)
      if (frame) on.frame(frame)
    })
    opened.addEventListener('close', () => {
      if (closed || socket !== opened) return
      on.connected(false)
      timer = window.setTimeout(connect, Math.min(15_000, 1000 * 2 ** attempt))
      attempt += 1
    })
  }

  /** A line that was open when the network went may look open for long: it is not trusted. */
  const connectAnew = () => {
    const old = socket
    connect()
    old?.close()
  }
  const drop = () => socket?.close()
  window.addEventListener('online', connectAnew)
  window.addEventListener('offline', drop)
  connect()

  return {
    follow,
    say,
    close() {
      closed = true
      window.removeEventListener('online', connectAnew)
      window.removeEventListener('offline', drop)
      window.clearTimeout(timer)
      socket?.close()
    },
  }
}

const KINDS: readonly string[] = ['queue', 'messages', 'conversation', 'typing', 'read'] satisfies DeskFrame['kind'][]

/** Undefined for a keep-alive, and for the frame of a newer server. */
function parseFrame(data: unknown): DeskFrame | undefined {
  try {
    const frame = JSON.parse(String(data)) as DeskFrame
    return KINDS.includes(frame.kind) ? frame : undefined
  } catch {
    return undefined
  }
}
