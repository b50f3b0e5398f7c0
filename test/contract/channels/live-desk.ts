import { WebSocket } from 'ws'
import type { DeskCommand, DeskFrame, DeskMessage } from '../../../bot/http/api.ts'

/** A desk's socket as the page has it. */
export interface LiveDesk {
  /** Every frame, in the order it came. */
  frames: DeskFrame[]
  socket: WebSocket
  send(command: DeskCommand): void
  /** The messages of a conversation, as they came. */
  messagesOf(conversationId: string): DeskMessage[]
  /** Resolves as soon as it is so after some frame. */
  until(isSo: (frames: DeskFrame[]) => boolean): Promise<void>
  close(): Promise<void>
}

/** Opens the live desk of somebody who is signed in. */
export async function openLiveDesk(url: string, { cookie }: { cookie: string }): Promise<LiveDesk> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/desk/live`, { headers: { cookie, origin: url } })
  const frames: DeskFrame[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as DeskFrame)
    for (const look of waiting) look()
  })
  socket.on('error', () => {})
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('unexpected-response', (_request, { statusCode }) => reject(new Error(`refused: ${statusCode}`)))
  })
  return {
    frames,
    socket,
    send: (command) => socket.send(JSON.stringify(command)),
    messagesOf: (id) =>
      frames.flatMap((frame) => (frame.kind === 'messages' && frame.conversationId === id ? frame.messages : [])),
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo(frames)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) return resolve()
        socket.once('close', () => resolve())
        socket.close()
      }),
  }
}
