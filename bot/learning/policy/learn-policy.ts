import { isDeepStrictEqual } from 'node:util'
import { type Clock, DAY_MS, HOUR_MS } from '../../../domain/index.ts'
import { spentLevel } from '../../../nlp/index.ts'
import type { Period, Store } from '../../../store/index.ts'
import { isGuaranteed } from '../../assurance/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Mind } from '../../turn/mind.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { comparePolicies } from './compare-policies.ts'
import { newSince, outcomesOf, readPolicyEvidence } from './evidence.ts'
import { figuresOf, type LearntFigures, learnFigures } from './figures.ts'
import { judgePolicy } from './judge-policy.ts'
import { triesOf } from './policy-in-force.ts'
import { type DecidingTry, keepPolicyTry, policyHash, policyTries } from './policy-try.ts'

/** Same record, same seed, same verdict. */
const SEED = 20_261_122
const LEARN_FROM_DAYS = 180
/** New outcomes since the last try, as a share of those that it learnt from, and at least. */
const NEW_SHARE = 0.1
const FEWEST_NEW = 20

export interface LearnPolicyOptions {
  store: Pick<Store, 'turns' | 'episodes' | 'settings'>
  /** The mind in force. */
  mind: Mind
  /** The policy as its file has it. */
  written: Policy
  clock: Clock
  newId(): string
}

export type PolicyLearning =
  | { kind: 'tried'; attempt: DecidingTry }
  | { kind: 'off' }
  /** Messages and handovers of known outcome since the last try, and how many are needed before the next. */
  | { kind: 'too-few-new'; fresh: number; needed: number }
  /** What turned out bears the figures out. */
  | { kind: 'as-it-is'; figures: LearntFigures }
  /** Somebody else is at it, until then at the longest, epoch milliseconds. */
  | { kind: 'under-way'; until: number }
  /** It took longer than a claim lasts, and somebody else has begun. */
  | { kind: 'overtaken' }

/**
 * Learns figures of the policy from what turned out, and holds them against those in force. Every try is kept with its
 * verdict. Does nothing while too little is new; running it again changes nothing.
 */
export async function learnPolicy(options: LearnPolicyOptions): Promise<PolicyLearning> {
  const { store, mind, clock, newId } = options
  if (mind.policy.learning.policy === 'off') return { kind: 'off' }
  const turn = await oneAtATime({ store, key: 'learn-policy', clock, newId }, (holds) => tryOne(options, holds))
  return turn.kind === 'done' ? turn.result : { kind: 'under-way', until: turn.until }
}

async function tryOne(
  { store, mind, written, clock, newId }: LearnPolicyOptions,
  holds: () => Promise<boolean>,
): Promise<PolicyLearning> {
  const { policy } = mind
  const now = clock.now()
  const learntFrom: Period = {
    from: now - LEARN_FROM_DAYS * DAY_MS,
    // Later ones may still be reopened.
    to: now - policy.gap.reopenWithinHours * HOUR_MS + 1,
  }
  const evidence = await readPolicyEvidence(store, policy, learntFrom, now)
  const outcomes = outcomesOf(evidence)
  const counts = { judged: outcomes.beliefs.length, takenOver: outcomes.metByPerson.length }
  const before = figuresOf(policy)
  const file = policyHash(written)
  const ofFile = triesOf(await policyTries(store), { file, kind: 'deciding' })
  const [last] = ofFile
  const { judged: judgedThen, takenOver: takenOverThen } = last?.outcomes ?? { judged: 0, takenOver: 0 }
  const needed = Math.max(FEWEST_NEW, Math.ceil(NEW_SHARE * (judgedThen + takenOverThen)))
  const fresh = newSince(evidence, last?.learntFrom.to ?? learntFrom.from)
  if (fresh < needed) return { kind: 'too-few-new', fresh, needed }

  const options = { written, guaranteed: await isGuaranteed(store, mind, now) }
  const after = learnFigures(policy, outcomes, options)
  if (isDeepStrictEqual(after, before)) return { kind: 'as-it-is', figures: before }

  const attempt = 1 + ofFile.filter((one) => isDeepStrictEqual(one.before, before)).length
  const judged = await judgePolicy(mind, evidence, options)
  const { better, reasons } = comparePolicies(judged, { seed: SEED, level: spentLevel(attempt) })
  const outcome = !better ? 'kept-back' : policy.learning.policy === 'apply' ? 'applied' : 'proposed'
  const tried: DecidingTry = {
    kind: 'deciding',
    id: newId(),
    at: now,
    outcome,
    before,
    after,
    reasons,
    attempt,
    file,
    learntFrom,
    outcomes: counts,
  }
  if (!(await holds())) return { kind: 'overtaken' }
  await keepPolicyTry(store, tried)
  return { kind: 'tried', attempt: tried }
}
