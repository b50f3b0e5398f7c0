import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { Clock, KnowledgePack } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { directLine } from '../channels/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import { limitAttempts } from './attempts.ts'
import type { HttpConfig } from './config.ts'
import type { ServerLog } from './error-reply.ts'
import { restifyServer } from './restify-server.ts'
import { directLineRoutes } from './routes/direct-line.ts'
import { directLineStream } from './routes/direct-line-stream.ts'
import { signingKey } from './signing-key.ts'
import { upgradeHandler } from './upgrades.ts'

export interface HttpServerOptions {
  store: Store
  conversations: ConversationService
  pack: KnowledgePack
  clock: Clock
  log: ServerLog
  config: HttpConfig
  /** Unguessable text of letters, digits, `-` and `_`; by default 128 random bits. */
  newId?: () => string
}

export interface HttpServer {
  /** @param port 0: any free one. @returns the port it got */
  listen(port: number, host: string): Promise<number>
  /** Takes nothing new, lets running requests end, closes sockets; after 3 s it stops waiting. */
  close(): Promise<void>
}

const MINUTE_MS = 60_000
const GRACE_MS = 3_000

export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { store, conversations, pack, clock, log, config } = options
  const newId = options.newId ?? (() => randomBytes(16).toString('base64url'))
  const key = await signingKey(store, config.secret, randomBytes(32).toString('base64url'))
  const channel = directLine({
    store,
    conversations,
    pack,
    clock,
    newId,
    signingKey: key,
    ...(config.directLineSecret && { directLineSecret: config.directLineSecret }),
  })
  const server = restifyServer({
    routes: [...directLineRoutes(channel, limitAttempts(config.anonymousTokensPerMinute, MINUTE_MS, clock))],
    log,
    newId,
    trustProxy: config.trustProxy,
  })
  const upgrades = upgradeHandler([directLineStream(channel)], log, newId, config.trustProxy)
  server.on('upgrade', upgrades.handle)
  const http: Server = server.server

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject)
        http.listen(port, host, () => {
          http.off('error', reject)
          const address = http.address()
          resolve(typeof address === 'object' && address ? address.port : port)
        })
      }),
    async close() {
      channel.streams.close()
      await new Promise<void>((resolve) => {
        const giveUp = setTimeout(() => http.closeAllConnections(), GRACE_MS)
        http.close(() => {
          clearTimeout(giveUp)
          resolve()
        })
        http.closeIdleConnections()
      })
    },
  }
}
