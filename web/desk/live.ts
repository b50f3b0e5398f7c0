import type { DeskFrame } from '../../bot/http/api.ts'

/**
 * Listens for hints that something changed, and comes back by itself after a pause of 1 to 15 s.
 * A hint is never the truth: who gets one looks again. Returns how to stop.
 */
export function listenForHints(on: { hint: (hint: DeskFrame) => void; connected: (connected: boolean) => void }) {
  let socket: WebSocket | undefined
  let timer = 0
  let attempt = 0
  let stopped = false

  const connect = () => {
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
    socket = new WebSocket(`${scheme}://${window.location.host}/api/desk/live`)
    socket.addEventListener('open', () => {
      attempt = 0
      on.connected(true)
      // Whatever happened while nobody listened.
      on.hint({ kind: 'queue' })
    })
    socket.addEventListener('message', (event) => {
      const hint = parseHint(event.data)
      if (hint) on.hint(hint)
    })
    socket.addEventListener('close', () => {
      if (stopped) return
      on.connected(false)
      timer = window.setTimeout(connect, Math.min(15_000, 1000 * 2 ** attempt))
      attempt += 1
    })
  }
  connect()

  return () => {
    stopped = true
    window.clearTimeout(timer)
    socket?.close()
  }
}

function parseHint(frame: unknown): DeskFrame | undefined {
  try {
    const hint = JSON.parse(String(frame)) as Partial<DeskFrame>
    if (hint.kind === 'queue') return { kind: 'queue' }
    if (hint.kind === 'conversation' && 'conversationId' in hint && typeof hint.conversationId === 'string')
      return { kind: 'conversation', conversationId: hint.conversationId }
  } catch {
    // A keep-alive or a newer frame.
  }
  return undefined
}
