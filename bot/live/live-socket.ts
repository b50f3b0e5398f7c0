import { WebSocket } from 'ws'

/** How long the other side may take to say goodbye. */
const CLOSE_GRACE_MS = 1_000
/** What may wait in a socket before words of the moment, such as typing, are left out. */
const BACKLOG_BYTES = 65_536

/** Resolves when the frame has left this process, so that who waits for it has one on the way. */
export function sendFrame(socket: WebSocket, frame: object): Promise<void> {
  const text = JSON.stringify(frame)
  return new Promise((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve())))
}

/** Sends what is worth nothing a moment later; a socket that does not read gets no backlog of it. */
export function sendAside(socket: WebSocket, frame: object): void {
  if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount < BACKLOG_BYTES) socket.send(JSON.stringify(frame))
}

export function sayGoodbye(socket: WebSocket, code = 1001, reason = 'the server is going down'): void {
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref()
}

/**
 * Finds out whether the other side is still there.
 * @returns to be called at intervals: asks for a sign of life, and ends a socket that has given none since the last call
 */
export function heartbeat(socket: WebSocket): () => boolean {
  let alive = true
  const sign = () => {
    alive = true
  }
  socket.on('pong', sign)
  socket.on('message', sign)
  socket.on('error', () => socket.terminate())
  return () => {
    if (!alive) socket.terminate()
    else if (socket.readyState === WebSocket.OPEN) socket.ping()
    const was = alive
    alive = false
    return was
  }
}
