import { randomUUID } from 'node:crypto'
import { keepAssurance, randomCheck } from '../../../bot/assurance/index.ts'
import { CandorAdapter, startPushing } from '../../../bot/channels/index.ts'
import { presences as keepPresences } from '../../../bot/escalation/presence.ts'
import { fileLinks } from '../../../bot/files/index.ts'
import { createHttpServer, type HttpConfig, signingKey } from '../../../bot/http/index.ts'
import { loadPack } from '../../../bot/knowledge/index.ts'
import { candidateReview, gatherCandidates, type OrderByGain, policyInForce } from '../../../bot/learning/index.ts'
import { proposedMind } from '../../../bot/models/index.ts'
import { surveyLinks } from '../../../bot/survey/index.ts'
import { followPolicy } from '../../../bot/sweeps/follow-policy.ts'
import type { ConversationService } from '../../../bot/turn/conversation-service.ts'
import type { Mind } from '../../../bot/turn/mind.ts'
import { StoredConversations } from '../../../bot/turn/stored-conversations.ts'
import { type Agent, type Clock, type KnowledgePack, systemClock } from '../../../domain/index.ts'
import { openStore, type Store } from '../../../store/index.ts'
import { CORNER_SHOP, CORNER_SHOP_MIND, CORNER_SHOP_POLICY } from './corner-shop.ts'

export interface Company {
  url: string
  store: Store
  conversations: ConversationService
  /** Looks for what the bot may learn, as the server does every minute. */
  gather(): Promise<number>
  logged: { fields: object; text: string }[]
  mind(): Mind
  /** Lets the bot think with another mind from the next turn on. */
  adopt(mind: Mind): void
  /** Stops the server and keeps the store, to be opened again. */
  stop(): Promise<void>
}

export interface CompanyOptions {
  config?: Partial<HttpConfig>
  clock?: Clock
  /** A store from before, for restarts. */
  store?: Store
  app?: { appId: string; password: string }
  /** Absent: any free one. */
  port?: number
  /** What the bot thinks with; the corner shop's when absent. */
  mind?: Mind
  /** What the server says of the company; the bot knows the corner shop, or what its mind knows, in any case. */
  pack?: KnowledgePack
  /** Where that pack lies; absent: nowhere that could be written. */
  packDir?: string
  /** How Teams reaches this server for files. */
  publicUrl?: string
  /** Which candidates teach most; as they are unless told. */
  order?: OrderByGain
}

export const ANNA: Agent = {
  id: 'anna',
  email: 'anna@shop.example',
  name: 'Anna',
  role: 'agent',
  languages: ['en', 'zh'],
  queues: [],
  capacity: 5,
  createdAt: 0,
}

/** A whole company on a free port of this machine: real server, real store, a bot that knows the corner shop. */
export async function openCompany(options: CompanyOptions = {}): Promise<Company> {
  const clock = options.clock ?? systemClock
  const adopt = (next: Mind) => {
    mind = next
  }
  const store = options.store ?? (await openStore(':memory:'))
  let mind = options.mind ?? CORNER_SHOP_MIND
  const conversations = new StoredConversations({
    store,
    mind: () => mind,
    clock,
    newId: randomUUID,
    stopwatch: () => performance.now(),
  })
  const assurance = keepAssurance({
    store,
    mind: () => mind,
    clock,
    newId: randomUUID,
    adopt,
  })
  const logged: Company['logged'] = []
  const write = (fields: object, text: string) => void logged.push({ fields, text })
  const log = { info: write, warn: write, error: write }
  const adapter = new CandorAdapter(options.app, [])
  const presences = keepPresences({
    people: store.people,
    clock,
    awayAfterSeconds: () => mind.policy.routing.awayAfterSeconds,
  })
  let told = options.pack ?? CORNER_SHOP
  const pack = () => told
  const { packDir = '/nonexistent' } = options
  const server = await createHttpServer({
    store,
    conversations,
    presences,
    pack,
    mind: () => mind,
    packFolder: {
      dir: packDir,
      async changed() {
        told = await loadPack(packDir)
      },
    },
    policy: CORNER_SHOP_MIND.policy,
    policyTaken: followPolicy({
      inForce: () => policyInForce(store, CORNER_SHOP_MIND.policy),
      current: () => mind.policy,
      adopt: async (policy) => adopt({ ...mind, policy }),
    }).run,
    randomCheck: randomCheck({ store, assurance, mind: () => mind, clock, newId: randomUUID }),
    review: candidateReview({
      store,
      mind: () => mind,
      order: options.order ?? (async () => []),
      clock,
      newId: randomUUID,
    }),
    whatIf: {
      policyText: CORNER_SHOP_POLICY,
      minds: (proposed) => ({ inForce: mind, proposed: proposedMind(mind, proposed) }),
    },
    clock,
    log,
    adapter,
    config: {
      anonymousTokensPerMinute: 60,
      trustProxy: false,
      agentHubs: [],
      botAuthenticated: options.app !== undefined,
      webRoot: '/nonexistent',
      ...options.config,
    },
  })
  const { publicUrl } = options
  const key = await signingKey(store, options.config?.secret, randomUUID())
  const stopPushing = startPushing({
    store,
    adapter,
    conversations,
    pack,
    agentHubs: options.config?.agentHubs ?? [],
    links: fileLinks(key, clock),
    surveys: surveyLinks(key, clock),
    waitingMinute: () => mind.policy.routing.urgency.waitingMinute,
    clock,
    log,
    ...(publicUrl !== undefined && { publicUrl }),
  })
  const stop = async () => {
    await server.close()
    await stopPushing()
  }
  const port = await server.listen(options.port ?? 0, '127.0.0.1').catch(async (problem: unknown) => {
    await stop()
    throw problem
  })
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    conversations,
    gather: () => gatherCandidates({ store, mind: () => mind, newId: randomUUID }, clock.now()),
    logged,
    mind: () => mind,
    adopt,
    stop,
  }
}
