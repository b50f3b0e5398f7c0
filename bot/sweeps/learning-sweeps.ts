import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { loadPack } from '../knowledge/index.ts'
import {
  type CandidateReview,
  learnGap,
  learnIntents,
  learnPolicy,
  learnTrust,
  policyInForce,
} from '../learning/index.ts'
import { followChampion, followGapModel, followPack, guardModel } from '../models/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import type { StoredConversations } from '../turn/stored-conversations.ts'
import { followPolicy } from './follow-policy.ts'
import { gatherSweep } from './gather-candidates.ts'
import { guardModels } from './guard-models.ts'
import { learnGapSweep } from './learn-gap.ts'
import { learnIntentsSweep } from './learn-intents.ts'
import { learnPolicySweep } from './learn-policy.ts'
import { learnTrustSweep } from './learn-trust.ts'
import type { Sweep } from './run-sweeps.ts'

export interface LearningParts {
  store: Store
  packDir: string
  /** The policy as its file has it. */
  written: Policy
  mind(): Mind
  /** Another mind decides from the next turn on. */
  adopt(mind: Mind): Promise<void>
  /** The same with another policy alone. */
  adoptPolicy(policy: Policy): Promise<void>
  review: CandidateReview
  conversations: Pick<StoredConversations, 'onCommitted'>
  clock: Clock
  log: Logger
}

export interface LearningSweeps {
  sweeps: Sweep[]
  /** Looks at once whether the pack's folder has changed. */
  followPack(): Promise<unknown>
  /** Looks at once which learnt figures of the policy serve. */
  followPolicy(): Promise<unknown>
  /** Breaks off what is being trained. */
  stop(): void
}

/** The feedback loop while the server runs: what is gathered, learnt, taken over and watched. */
export function learningSweeps(parts: LearningParts): LearningSweeps {
  const { store, packDir, written, mind, adopt, adoptPolicy, review, conversations, clock, log } = parts
  const stopping = new AbortController()
  const common = { store, clock, newId: randomUUID }
  let lookForOtherToLearn = () => {}
  const pack = followPack({
    store,
    packDir,
    current: mind,
    adopt,
    onOtherToLearn() {
      log.info({ packDir }, 'there is something else to learn in the pack than before')
      lookForOtherToLearn()
    },
    log,
  })
  const policy = followPolicy({
    inForce: () => policyInForce(store, written),
    current: () => mind().policy,
    adopt: adoptPolicy,
  })
  const understand = async () =>
    learnIntents({
      ...common,
      pack: await loadPack(packDir),
      policy: mind().policy,
      startedBy: 'sweep',
      signal: stopping.signal,
    })
  const sweeps = [
    gatherSweep({
      ...common,
      mind,
      review,
      policy: () => mind().policy,
      // A handover, or its end with a verdict; not each word that is said in between.
      onHint: (look) =>
        conversations.onCommitted(({ queueChanged, saidWith }) => queueChanged && saidWith === undefined && look()),
    }),
    learnIntentsSweep(understand, log, (look) => {
      lookForOtherToLearn = look
    }),
    learnGapSweep(() => learnGap({ ...common, policy: mind().policy, log, signal: stopping.signal }), log),
    learnPolicySweep(() => learnPolicy({ ...common, mind: mind(), written }), log),
    learnTrustSweep(() => learnTrust({ ...common, policy: mind().policy, written, signal: stopping.signal }), log),
    policy,
    followChampion(store, packDir, mind, adopt, log),
    followGapModel(
      store,
      () => mind().gapModel,
      (gapModel) => adopt({ ...mind(), gapModel }),
      log,
    ),
    pack,
    guardModels(
      (kind) => guardModel({ ...common, kind, pack: mind().pack }),
      () => mind().policy.learning.rollBack,
      log,
    ),
  ]
  return { sweeps, followPack: () => pack.run(), followPolicy: () => policy.run(), stop: () => stopping.abort() }
}
