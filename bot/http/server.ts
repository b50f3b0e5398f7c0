import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type Clock, type KnowledgePack, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { RandomCheck } from '../assurance/index.ts'
import { agentChats, botFramework, type CandorAdapter, directLine, pushTyping } from '../channels/index.ts'
import type { Presences } from '../escalation/presence.ts'
import { fileLinks } from '../files/index.ts'
import { repliesOf } from '../help/index.ts'
import { readMarks, typingSignals } from '../live/index.ts'
import type { Policy } from '../policy/index.ts'
import { buildDashboard } from '../report/dashboard.ts'
import { buildGapReport } from '../report/gap-report.ts'
import { groupInWorker } from '../report/group-in-worker.ts'
import { buildServiceReport } from '../report/service-report.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Mind } from '../turn/mind.ts'
import { limitAttempts } from './attempts.ts'
import type { HttpConfig } from './config.ts'
import { liveDesk } from './desk/live-desk.ts'
import { promiseReader } from './desk/promise-reader.ts'
import { deskReader } from './desk/read-desk.ts'
import { helpReader } from './desk/read-help.ts'
import type { ServerLog } from './error-reply.ts'
import { restifyServer } from './restify-server.ts'
import { chatConfigRoute } from './routes/chat-config.ts'
import { checkRoutes } from './routes/checks.ts'
import { dashboardRoute } from './routes/dashboard.ts'
import { deskRoutes } from './routes/desk.ts'
import { deskFileRoutes } from './routes/desk-files.ts'
import { deskHelpRoutes } from './routes/desk-help.ts'
import { deskPromisesRoute } from './routes/desk-promises.ts'
import { deskRoutingRoutes } from './routes/desk-routing.ts'
import { directLineRoutes } from './routes/direct-line.ts'
import { directLineStream } from './routes/direct-line-stream.ts'
import { fileLinkRoute } from './routes/file-link.ts'
import { gapRoute } from './routes/gap.ts'
import { healthRoutes } from './routes/health.ts'
import { helpRoute } from './routes/help.ts'
import { messagesRoute } from './routes/messages.ts'
import { pageRoute } from './routes/pages.ts'
import { policyRoutes, type WhatIf } from './routes/policy.ts'
import { serviceRoute } from './routes/service.ts'
import { sessionRoutes } from './routes/session.ts'
import { teamsLinkRoute } from './routes/teams-link.ts'
import { guard } from './session/guard.ts'
import { sessions } from './session/sessions.ts'
import { signingKey } from './signing-key.ts'
import { loadStaticFiles } from './static-files.ts'
import { upgradeHandler } from './upgrades.ts'

export interface HttpServerOptions {
  store: Store
  conversations: ConversationService
  presences: Presences
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
  /** The one that `startPushing` sends with. */
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

/** Wrong passwords: a person mistypes a few times; an address may be a whole office. */
const FAILURES_PER_PERSON = 5
const FAILURES_PER_ADDRESS = 50
const FAILURE_WINDOW_MS = 15 * MINUTE_MS
/** From one address: an office that sends its receipts, and nobody who fills the disk. */
const UPLOADS_PER_MINUTE = 60
const GRACE_MS = 3_000
const IDLE_SWEEP_MS = 20

export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { store, conversations, presences, pack, mind, policy, clock, log, config } = options
  const newId = options.newId ?? (() => randomBytes(16).toString('base64url'))
  const key = await signingKey(store, config.secret, randomBytes(32).toString('base64url'))
  const links = fileLinks(key, clock)
  const typing = typingSignals()
  const reads = readMarks(store, clock)
  const channel = directLine({
    store,
    conversations,
    typing,
    reads,
    pack,
    clock,
    newId,
    signingKey: key,
    links,
    ...(config.directLineSecret && { directLineSecret: config.directLineSecret }),
  })
  const messages = botFramework({
    adapter: options.adapter,
    authenticated: config.botAuthenticated,
    store,
    conversations,
    typing,
    pack,
    clock,
    agentChats: agentChats({ store, conversations, pack, clock }),
    agentHubs: config.agentHubs,
    onTooLate: (error, conversationId) =>
      log.warn({ err: error, conversationId }, 'an agent hub reported what is no longer so'),
    onReplyFailed: (error) => log.warn({ err: error }, 'a greeting or an answer to a command could not be sent'),
  })
  pushTyping(store, options.adapter, typing, (error) => log.warn({ err: error }, 'a sign of typing was not taken'))
  const signedIn = sessions(store, clock, key, newId)
  const entrance = guard(signedIn)
  const desk = deskReader(store, conversations, pack, mind, policy, clock)
  const live = liveDesk({
    guard: entrance,
    store,
    conversations,
    reader: desk,
    typing,
    reads,
    presence: presences,
    log,
  })
  const group = groupInWorker(clock)
  const server = restifyServer({
    routes: [
      ...healthRoutes(store),
      ...directLineRoutes(
        channel,
        limitAttempts(config.anonymousTokensPerMinute, MINUTE_MS, clock),
        limitAttempts(UPLOADS_PER_MINUTE, MINUTE_MS, clock),
      ),
      fileLinkRoute(links, store),
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
      ...deskRoutes(entrance, desk, conversations, pack, presences),
      ...deskRoutingRoutes(entrance, conversations, presences),
      ...deskFileRoutes(entrance, desk, conversations, store),
      deskPromisesRoute(entrance, promiseReader(store, clock)),
      ...deskHelpRoutes(entrance, helpReader(store, mind), (agent) => repliesOf(pack(), agent)),
      teamsLinkRoute(entrance, store, clock),
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
      serviceRoute(
        entrance,
        clock,
        () => pack().timeZone,
        (query) => buildServiceReport(store, pack(), policy, query, clock.now()),
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
