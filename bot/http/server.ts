import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { Clock, KnowledgePack } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { RandomCheck } from '../assurance/index.ts'
import { botFramework, type CandorAdapter, directLine } from '../channels/index.ts'
import { repliesOf } from '../help/index.ts'
import type { Policy } from '../policy/index.ts'
import { buildDashboard } from '../report/dashboard.ts'
import { buildGapReport } from '../report/gap-report.ts'
import { groupInWorker } from '../report/group-in-worker.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Mind } from '../turn/mind.ts'
import { limitAttempts } from './attempts.ts'
import type { HttpConfig } from './config.ts'
import { liveDesk } from './desk/live-desk.ts'
import { deskReader } from './desk/read-desk.ts'
import { helpReader } from './desk/read-help.ts'
import type { ServerLog } from './error-reply.ts'
import { restifyServer } from './restify-server.ts'
import { chatConfigRoute } from './routes/chat-config.ts'
import { checkRoutes } from './routes/checks.ts'
import { dashboardRoute } from './routes/dashboard.ts'
import { deskRoutes } from './routes/desk.ts'
import { deskHelpRoutes } from './routes/desk-help.ts'
import { directLineRoutes } from './routes/direct-line.ts'
import { directLineStream } from './routes/direct-line-stream.ts'
import { gapRoute } from './routes/gap.ts'
import { healthRoutes } from './routes/health.ts'
import { helpRoute } from './routes/help.ts'
import { messagesRoute } from './routes/messages.ts'
import { pageRoute } from './routes/pages.ts'
import { policyRoutes, type WhatIf } from './routes/policy.ts'
import { sessionRoutes } from './routes/session.ts'
import { guard } from './session/guard.ts'
import { sessions } from './session/sessions.ts'
import { signingKey } from './signing-key.ts'
import { loadStaticFiles } from './static-files.ts'
import { upgradeHandler } from './upgrades.ts'

export interface HttpServerOptions {
  store: Store
  conversations: ConversationService
  /** What the company teaches the bot at this moment; it changes when another model takes over. */
  pack(): KnowledgePack
  /** What the bot thinks with at this moment: it tells what a customer needs who writes to an agent, too. */
  mind(): Mind
  policy: Pick<Policy, 'trust' | 'gap' | 'decide' | 'stakes' | 'queues' | 'hours' | 'routing'>
  randomCheck: RandomCheck
  whatIf: WhatIf
  clock: Clock
  log: ServerLog
  config: HttpConfig
  /** The one that `startDelivery` sends with. */
  adapter: CandorAdapter
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
/** Wrong passwords: a person mistypes a few times; an address may be a whole office. */
const FAILURES_PER_PERSON = 5
const FAILURES_PER_ADDRESS = 50
const FAILURE_WINDOW_MS = 15 * MINUTE_MS
const GRACE_MS = 3_000
const IDLE_SWEEP_MS = 20

export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { store, conversations, pack, mind, policy, clock, log, config } = options
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
  const messages = botFramework({
    adapter: options.adapter,
    authenticated: config.botAuthenticated,
    store,
    conversations,
    pack,
    clock,
    onGreetingFailed: (error) => log.warn({ err: error }, 'a greeting could not be sent'),
  })
  const signedIn = sessions(store, clock, key, newId)
  const entrance = guard(signedIn)
  const live = liveDesk(entrance, store, conversations, log)
  const group = groupInWorker(clock)
  const server = restifyServer({
    routes: [
      ...healthRoutes(store),
      ...directLineRoutes(channel, limitAttempts(config.anonymousTokensPerMinute, MINUTE_MS, clock)),
      messagesRoute(messages),
      chatConfigRoute(pack),
      helpRoute(pack),
      ...sessionRoutes({
        people: store.people,
        sessions: signedIn,
        guard: entrance,
        clock,
        failures: {
          byPerson: limitAttempts(FAILURES_PER_PERSON, FAILURE_WINDOW_MS, clock),
          byAddress: limitAttempts(FAILURES_PER_ADDRESS, FAILURE_WINDOW_MS, clock),
        },
      }),
      ...deskRoutes(entrance, deskReader(store, pack, mind, policy, clock), conversations, pack),
      ...deskHelpRoutes(entrance, helpReader(store, mind), (agent) => repliesOf(pack(), agent)),
      dashboardRoute(
        entrance,
        clock,
        () => pack().timeZone,
        (query) => buildDashboard(store, pack(), policy, query, clock.now()),
      ),
      gapRoute(
        entrance,
        clock,
        () => pack().timeZone,
        (query) => buildGapReport(store, pack(), policy, group, query),
      ),
      ...checkRoutes(entrance, options.randomCheck),
      ...policyRoutes(entrance, store, clock, () => pack().timeZone, options.whatIf),
      pageRoute(await loadStaticFiles(config.webRoot)),
    ],
    log,
    newId,
    trustProxy: config.trustProxy,
  })
  const upgrades = upgradeHandler([directLineStream(channel), live], log, newId, config.trustProxy)
  server.on('upgrade', upgrades.handle)
  const http: Server = server.server

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
      channel.streams.close()
      live.close()
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
