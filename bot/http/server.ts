import { randomBytes } from 'node:crypto'
import { type Clock, type KnowledgePack, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { RandomCheck } from '../assurance/index.ts'
import {
  agentChats,
  botFramework,
  type CandorAdapter,
  directLine,
  directLineTokens,
  pushTyping,
} from '../channels/index.ts'
import { readCustomer, readMyTrust } from '../customer/index.ts'
import type { Presences } from '../escalation/presence.ts'
import { fileLinks } from '../files/index.ts'
import { buildGoodwillReport } from '../goodwill/index.ts'
import { answerReader, backlogReader, type CandidateReview, type PackFolder } from '../learning/index.ts'
import { readMarks, typingSignals } from '../live/index.ts'
import type { Policy } from '../policy/index.ts'
import { hearing } from '../promises/index.ts'
import { buildDashboard } from '../report/dashboard.ts'
import { buildGapReport } from '../report/gap-report.ts'
import { groupInWorker } from '../report/group-in-worker.ts'
import { buildLearningReport } from '../report/learning/learning-report.ts'
import { buildPromiseReport } from '../report/promise-report.ts'
import { buildSatisfactionReport } from '../report/satisfaction/satisfaction-report.ts'
import { buildServiceReport } from '../report/service-report.ts'
import { buildTrustDynamics } from '../report/trust-dynamics.ts'
import { buildTrustGroups } from '../report/trust-groups.ts'
import { surveyLinks } from '../survey/index.ts'
import { buildTransparencyPage } from '../transparency/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Mind } from '../turn/mind.ts'
import { limitAttempts } from './attempts.ts'
import type { HttpConfig } from './config.ts'
import { desk } from './desk/desk.ts'
import type { ServerLog } from './error-reply.ts'
import { type HttpServer, listening } from './listening.ts'
import { restifyServer } from './restify-server.ts'
import { answerRoutes } from './routes/answers.ts'
import { backlogRoutes } from './routes/backlog.ts'
import { chatConfigRoute } from './routes/chat-config.ts'
import { checkRoutes } from './routes/checks.ts'
import { customerRoute } from './routes/customers.ts'
import { directLineRoutes } from './routes/direct-line.ts'
import { directLineStream } from './routes/direct-line-stream.ts'
import { fileLinkRoute } from './routes/file-link.ts'
import { goodwillRoute } from './routes/goodwill.ts'
import { healthRoutes } from './routes/health.ts'
import { hearingRoutes } from './routes/hearing.ts'
import { helpRoute } from './routes/help.ts'
import { messagesRoute } from './routes/messages.ts'
import { myRecordRoutes } from './routes/my-record.ts'
import { pageRoute } from './routes/pages.ts'
import { policyRoutes, type WhatIf } from './routes/policy.ts'
import { reportRoutes } from './routes/reports.ts'
import { reviewRoutes } from './routes/review.ts'
import { sessionRoutes } from './routes/session.ts'
import { surveyRoutes } from './routes/survey.ts'
import { transparencyRoute } from './routes/transparency.ts'
import { trustDynamicsRoute } from './routes/trust-dynamics.ts'
import { trustFitRoutes } from './routes/trust-fit.ts'
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
  /** Where the pack lies that managers may write into. */
  packFolder: PackFolder
  /** As its file has it; what was learnt for it is in the mind's. */
  policy: Policy
  /** Called when a manager has taken learnt figures of the policy or gone back from them. */
  policyTaken(): Promise<unknown>
  randomCheck: RandomCheck
  review: CandidateReview
  whatIf: WhatIf
  clock: Clock
  log: ServerLog
  config: HttpConfig
  /** The one that `startPushing` sends with. */
  adapter: CandorAdapter
  /** Unguessable text of letters, digits, `-` and `_`; by default 128 random bits. */
  newId?: () => string
}

/** Wrong passwords: a person mistypes a few times; an address may be a whole office. */
const FAILURES_PER_PERSON = 5
const FAILURES_PER_ADDRESS = 50
const FAILURE_WINDOW_MS = 15 * MINUTE_MS
/** From one address: an office that sends its receipts, and nobody who fills the disk. */
const UPLOADS_PER_MINUTE = 60

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
    agentChats: agentChats({ store, conversations, presences, pack, clock }),
    agentHubs: config.agentHubs,
    onTooLate: (error, conversationId) =>
      log.warn({ err: error, conversationId }, 'an agent hub reported what is no longer so'),
    onReplyFailed: (error) => log.warn({ err: error }, 'a greeting or an answer to a command could not be sent'),
  })
  pushTyping(store, options.adapter, typing, (error) => log.warn({ err: error }, 'a sign of typing was not taken'))
  const signedIn = sessions(store, clock, key, newId)
  const entrance = guard(signedIn)
  const heard = hearing(store, clock, newId)
  const { routes: deskRoutes, live } = desk({
    guard: entrance,
    store,
    conversations,
    presences,
    typing,
    reads,
    heard,
    pack,
    mind,
    policy,
    clock,
    log,
  })
  const group = groupInWorker(clock)
  const timeZone = () => pack().timeZone
  const server = restifyServer({
    routes: [
      ...healthRoutes(store),
      ...directLineRoutes(
        channel,
        limitAttempts(config.anonymousTokensPerMinute, MINUTE_MS, clock),
        limitAttempts(UPLOADS_PER_MINUTE, MINUTE_MS, clock),
      ),
      fileLinkRoute(links, store),
      ...surveyRoutes({ links: surveyLinks(key, clock), store, conversations, pack, clock }),
      messagesRoute(messages),
      chatConfigRoute(pack),
      helpRoute(pack),
      transparencyRoute(() => buildTransparencyPage(store, pack(), policy, clock)),
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
      ...deskRoutes,
      ...reportRoutes(entrance, clock, timeZone, {
        dashboard: (query) => buildDashboard(store, pack(), mind().policy, query, clock.now()),
        gap: (query) => buildGapReport(store, pack(), policy, group, query),
        service: (query) => buildServiceReport(store, pack(), policy, query, clock.now()),
        trustGroups: (query) => buildTrustGroups(store, pack(), query),
        promises: (query) => buildPromiseReport(store, pack(), query, clock.now()),
        learning: (query) => buildLearningReport(store, pack(), policy, query, clock.now()),
        satisfaction: (query) => buildSatisfactionReport(store, pack(), query, clock.now()),
      }),
      ...hearingRoutes(entrance, heard),
      goodwillRoute(entrance, () => buildGoodwillReport(store, pack(), mind().policy, clock.now())),
      trustDynamicsRoute(entrance, (query) => buildTrustDynamics(store, pack(), mind().policy, query, clock.now())),
      ...trustFitRoutes(entrance, {
        store,
        written: policy,
        inForce: () => mind().policy,
        decided: options.policyTaken,
        clock,
        newId,
      }),
      ...answerRoutes(entrance, answerReader({ store, pack, folder: options.packFolder, clock, newId })),
      ...backlogRoutes(
        entrance,
        clock,
        timeZone,
        backlogReader({
          store,
          review: options.review,
          pack,
          policy,
          group,
          folder: options.packFolder,
          clock,
          newId,
        }),
      ),
      ...checkRoutes(entrance, options.randomCheck),
      ...reviewRoutes({
        guard: entrance,
        review: options.review,
        people: store.people,
        pack,
        policy: () => mind().policy,
      }),
      customerRoute(entrance, (id, viewer) => readCustomer(store, pack(), mind().policy, clock, id, viewer)),
      ...myRecordRoutes({
        verifyCustomerKey: directLineTokens(key, clock, newId).verifyCustomerKey,
        read: (customerId) => readMyTrust(store, mind().policy, clock, customerId),
        store,
        clock,
      }),
      ...policyRoutes(entrance, store, clock, timeZone, options.whatIf),
      pageRoute(await loadStaticFiles(config.webRoot)),
    ],
    log,
    newId,
    trustProxy: config.trustProxy,
  })
  const upgrades = upgradeHandler([directLineStream(channel), live], log, newId, config.trustProxy)
  server.on('upgrade', upgrades.handle)
  return listening(server, () => {
    channel.streams.close()
    live.close()
  })
}
