import { randomBytes, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock, KnowledgePack } from '../domain/index.ts'
import type { Store } from '../store/index.ts'
import { keepAssurance, randomCheck } from './assurance/index.ts'
import { CandorAdapter, promiseNews, startPushing } from './channels/index.ts'
import type { Config } from './config.ts'
import { logHandovers } from './escalation/log-handovers.ts'
import { presences as keepPresences } from './escalation/presence.ts'
import { fileLinks } from './files/index.ts'
import { createHttpServer, signingKey } from './http/index.ts'
import { candidateReview, orderInWorker, policyInForce } from './learning/index.ts'
import { type Champion, mindOf, proposedMind, servingGapModel } from './models/index.ts'
import { PAGES_DIR } from './pages/ensure-pages.ts'
import type { Policy } from './policy/index.ts'
import { surveyLinks } from './survey/index.ts'
import { closeIdle } from './sweeps/close-idle.ts'
import { giveBackSweep } from './sweeps/give-back.ts'
import { learnTopicChanges } from './sweeps/learn-topic-change.ts'
import { learningSweeps } from './sweeps/learning-sweeps.ts'
import { overduePromises } from './sweeps/overdue-promises.ts'
import { promiseWaiting } from './sweeps/promise-waiting.ts'
import { releaseFigures } from './sweeps/release-figures.ts'
import { remindOfPromises } from './sweeps/remind-promises.ts'
import { remindSurveys } from './sweeps/remind-surveys.ts'
import { routeWaiting } from './sweeps/route-waiting.ts'
import { runSweeps } from './sweeps/run-sweeps.ts'
import { thankLoyal } from './sweeps/thank-loyal.ts'
import type { Mind } from './turn/mind.ts'
import { StoredConversations } from './turn/stored-conversations.ts'

export interface Parts {
  store: Store
  /** Where the pack lies, to be read again when another model takes over. */
  packDir: string
  pack: KnowledgePack
  policy: Policy
  /** The policy as it was written. */
  policyText: string
  champion: Champion
  config: Config
  clock: Clock
  log: Logger
}

export interface Candor {
  /** @param port 0: any free one. @returns the port it got */
  listen(port: number): Promise<number>
  /** Lets running work end, then closes everything, the store last. */
  close(): Promise<void>
}

/** Puts the house together: who gets what is decided here and nowhere else. */
export async function compose(parts: Parts): Promise<Candor> {
  const { store, packDir, pack, policy, policyText, champion, config, clock, log } = parts
  let mind = mindOf(champion, pack, await policyInForce(store, policy), await servingGapModel(store, log))
  const conversations = new StoredConversations({
    store,
    mind: () => mind,
    clock,
    newId: randomUUID,
    stopwatch: () => performance.now(),
  })
  conversations.onCommitted(logHandovers(log))
  const presences = keepPresences({
    people: store.people,
    clock,
    awayAfterSeconds: () => mind.policy.routing.awayAfterSeconds,
  })
  const adapter = new CandorAdapter(config.botFramework, config.serviceHosts)
  const assurance = keepAssurance({
    store,
    mind: () => mind,
    clock,
    newId: randomUUID,
    adopt(next) {
      mind = next
      const { answerAbove, modelId } = next
      log.info({ answerAbove, modelId }, 'checked messages have changed how the bot decides')
    },
  })
  const review = candidateReview({
    store,
    mind: () => mind,
    order: orderInWorker(store, log),
    clock,
    newId: randomUUID,
  })
  const adopt = async (next: Mind) => {
    const { modelId, gapModel } = next
    if (modelId !== mind.modelId || gapModel.id !== mind.gapModel.id)
      log.info({ modelId, gapModelId: gapModel.id }, 'another model serves from now on')
    mind = { ...next, topicChange: mind.topicChange }
    await assurance.run()
  }
  const adoptPolicy = async (next: Policy) => {
    // A threshold that keeps the guarantee goes on to hold.
    const isSameThreshold = next.decide.answerAbove === mind.policy.decide.answerAbove
    mind = { ...proposedMind(mind, next), ...(isSameThreshold && { answerAbove: mind.answerAbove }) }
    const { decide, stakes, trust } = next
    log.info({ decide, stakes: stakes.standard, trust }, 'the policy in force has other figures from now on')
    await assurance.run()
  }
  const learning = learningSweeps({
    store,
    packDir,
    written: policy,
    mind: () => mind,
    adopt,
    adoptPolicy,
    review,
    conversations,
    clock,
    log,
  })
  const server = await createHttpServer({
    store,
    conversations,
    presences,
    pack: () => mind.pack,
    mind: () => mind,
    packFolder: { dir: packDir, changed: learning.followPack },
    policyTaken: learning.followPolicy,
    randomCheck: randomCheck({ store, assurance, mind: () => mind, clock, newId: randomUUID }),
    policy,
    review,
    whatIf: {
      policyText,
      minds: (proposed) => ({ inForce: mind, proposed: proposedMind(mind, proposed) }),
    },
    clock,
    log,
    adapter,
    config: {
      anonymousTokensPerMinute: config.tokensPerMinute,
      trustProxy: config.trustProxy,
      agentHubs: config.agentHubs,
      botAuthenticated: config.botFramework !== undefined,
      webRoot: PAGES_DIR,
      ...(config.secret !== undefined && { secret: config.secret }),
      ...(config.directLineSecret !== undefined && { directLineSecret: config.directLineSecret }),
    },
  })
  const linkKey = await signingKey(store, config.secret, randomBytes(32).toString('base64url'))
  const stopPushing = startPushing({
    store,
    adapter,
    conversations,
    pack: () => mind.pack,
    agentHubs: config.agentHubs,
    links: fileLinks(linkKey, clock),
    surveys: surveyLinks(linkKey, clock),
    waitingMinute: () => mind.policy.routing.urgency.waitingMinute,
    clock,
    log,
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
  })
  const topicChanges = learnTopicChanges(
    store,
    () => mind,
    (topicChange) => {
      mind = { ...mind, topicChange }
      log.info({ topicChange }, 'the record has changed how often a change of topic is expected')
    },
    clock,
  )
  const news = promiseNews({ store, adapter, timeZone: () => mind.pack.timeZone, log })
  const sweeps = [
    closeIdle(store, conversations, clock, () => mind.policy.conversation.idleMinutes),
    overduePromises(store, conversations, clock, () => mind.policy.promises, news.warn),
    remindOfPromises(store, conversations, () => mind, clock, news.remind),
    routeWaiting({
      store,
      conversations,
      mind: () => mind,
      clock,
      onHint(look) {
        const stopCommits = conversations.onCommitted(({ queueChanged }) => queueChanged && look())
        const stopPresences = presences.onChanged(look)
        return () => {
          stopCommits()
          stopPresences()
        }
      },
    }),
    giveBackSweep(store, conversations, clock, () => mind.policy.routing.giveBackAfterSeconds),
    promiseWaiting(store, conversations, () => mind, clock),
    remindSurveys(store, conversations, clock, () => mind.policy),
    releaseFigures(store, policy.publicPage, () => mind.pack.timeZone, clock),
    thankLoyal(store, conversations, () => mind.policy, clock),
    ...learning.sweeps,
    topicChanges,
    assurance,
  ]
  // What was shown before the restart holds from the first message on.
  await assurance.run().catch((err: unknown) => log.error({ err }, 'the policy decides alone: no assurance'))
  // So does what the record has taught, a moment later: it is longer to read.
  const firstLook = topicChanges
    .run()
    .catch((err: unknown) => log.error({ err }, 'the record could not be learned from'))
  const stopSweeps = runSweeps(sweeps, log)
  return {
    listen: (port) => server.listen(port, config.host),
    async close() {
      await server.close()
      learning.stop()
      await Promise.all([stopSweeps(), stopPushing(), firstLook])
      await store.close()
    },
  }
}
