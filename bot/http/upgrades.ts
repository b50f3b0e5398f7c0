import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { CandorError } from '../../domain/index.ts'
import { errorReply, type ServerLog } from './error-reply.ts'
import { httpClient } from './http-client.ts'
import type { HttpRequest } from './route.ts'

/** A WebSocket address: checked first, over plain HTTP; opened only when the check passed. */
export interface SocketRoute {
  /** With named groups for parameters. */
  path: RegExp
  /** Throws what the client shall be told; returns what to do with the open socket. */
  check(request: HttpRequest): Promise<(socket: WebSocket) => void>
}

/** Clients of ours send keep-alives only. */
const MAX_FRAME_BYTES = 4096

export function upgradeHandler(routes: SocketRoute[], log: ServerLog, newId: () => string, trustProxy: boolean) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false })

  async function check(request: IncomingMessage): Promise<(socket: WebSocket) => void> {
    const [path = '/', query = ''] = (request.url ?? '/').split('?')
    for (const route of routes) {
      const match = route.path.exec(path)
      if (!match) continue
      return route.check({
        method: 'GET',
        path,
        params: { ...match.groups },
        query: new URLSearchParams(query),
        headers: request.headers,
        body: undefined,
        bytes: async () => new Uint8Array(),
        client: httpClient(request, trustProxy),
      })
    }
    throw new CandorError('NOT_FOUND', { path: path.slice(0, 200) })
  }

  return {
    handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const onEarlyError = () => socket.destroy()
      socket.on('error', onEarlyError)
      check(request)
        .then((open) => {
          socket.off('error', onEarlyError)
          sockets.handleUpgrade(request, socket, head, open)
        })
        .catch((error: unknown) => {
          const { status, body } = errorReply(error, log, newId)
          const text = JSON.stringify(body)
          socket.end(
            `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
              `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
          )
        })
    },
  }
}
