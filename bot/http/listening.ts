import type { Server } from 'restify'

export interface HttpServer {
  /** @param port 0: any free one. @returns the port it got */
  listen(port: number, host: string): Promise<number>
  /** Takes nothing new, lets running requests end, closes sockets; after 3 s it stops waiting. */
  close(): Promise<void>
}

const GRACE_MS = 3_000
const IDLE_SWEEP_MS = 20

/** @param closeSockets ends what is open for as long as its client likes */
export function listening(server: Server, closeSockets: () => void): HttpServer {
  const http = server.server
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        // restify takes the errors of the socket over and throws them where nobody listens on its own emitter.
        server.once('error', reject)
        http.listen(port, host, () => {
          server.off('error', reject)
          const address = http.address()
          resolve(typeof address === 'object' && address ? address.port : port)
        })
      }),
    async close() {
      closeSockets()
      await new Promise<void>((resolve) => {
        const giveUp = setTimeout(() => http.closeAllConnections(), GRACE_MS)
        // A connection that becomes idle after its last answer would be kept open for the next question.
        const sweep = setInterval(() => http.closeIdleConnections(), IDLE_SWEEP_MS)
        http.close(() => {
          clearTimeout(giveUp)
          clearInterval(sweep)
          resolve()
        })
      })
    },
  }
}
