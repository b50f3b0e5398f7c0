import { isDeepStrictEqual } from 'node:util'
import { RATING_CAUSES, type ToldRow } from '../../../analytics/index.ts'
import type { Clock } from '../../../domain/index.ts'
import { spentLevel } from '../../../nlp/index.ts'
import type { Store } from '../../../store/index.ts'
import { inWorker } from '../../models/index.ts'
import type { Policy } from '../../policy/index.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { triesOf } from './policy-in-force.ts'
import { keepPolicyTry, policyHash, policyTries, type TrustTry } from './policy-try.ts'
import { readLedgers } from './read-ledgers.ts'
import { keepTrustLook } from './trust-look.ts'
import type { TrustTask, TrustTaskResult } from './trust-worker.ts'

/** More change the figures less than they cost. Their order is that of their ids, which tells nothing of them. */
const MOST_CUSTOMERS = 3_000
/** New ratings since the last try, as a share of those that it learnt from, and at least. */
const NEW_SHARE = 0.1
const FEWEST_NEW = 100

export interface LearnTrustOptions {
  store: Pick<Store, 'customers' | 'settings'>
  /** The policy in force. */
  policy: Policy
  /** The policy as its file has it. */
  written: Policy
  clock: Clock
  newId(): string
  signal?: AbortSignal
}

export type TrustLearning =
  | { kind: 'tried'; attempt: TrustTry }
  | { kind: 'off' }
  /** Ratings since the last try, and how many are needed before the next. */
  | { kind: 'too-few-new'; fresh: number; needed: number }
  /** To fit figures to and to check them; or of customers who rated twice within a month. */
  | { kind: 'too-little'; because: 'ratings' | 'repeated-ratings' }
  /** Somebody else is at it, until then at the longest, epoch milliseconds. */
  | { kind: 'under-way'; until: number }
  /** It took longer than a claim lasts, and somebody else has begun. */
  | { kind: 'overtaken' }

/**
 * Fits what evidence of trust is worth to customers' ledgers, and holds it against the figures in force. Every try is kept
 * with its verdict, every look with what there was. Does nothing while too little is new; running it again changes nothing.
 */
export async function learnTrust(options: LearnTrustOptions): Promise<TrustLearning> {
  const { store, policy, clock, newId } = options
  if (policy.learning.policy === 'off') return { kind: 'off' }
  const turn = await oneAtATime({ store, key: 'learn-trust', clock, newId }, (holds) => tryOne(options, holds))
  return turn.kind === 'done' ? turn.result : { kind: 'under-way', until: turn.until }
}

async function tryOne(
  { store, policy, written, clock, newId, signal }: LearnTrustOptions,
  holds: () => Promise<boolean>,
): Promise<TrustLearning> {
  const now = clock.now()
  const before = policy.trust
  const file = policyHash(written)
  const ledgers = await readLedgers(store, MOST_CUSTOMERS)
  const seen = { at: now, customers: ledgers.length, ratings: ratingsSince(ledgers, Number.NEGATIVE_INFINITY) }
  const ofFile = triesOf(await policyTries(store), { file, kind: 'trust' })
  const [last] = ofFile
  if (last) {
    const fresh = ratingsSince(ledgers, last.learntFrom.to)
    const needed = Math.max(FEWEST_NEW, Math.ceil(NEW_SHARE * last.evidence.ratings))
    if (fresh < needed) {
      await keepTrustLook(store, { ...seen, found: 'too-few-new', fresh, needed })
      return { kind: 'too-few-new', fresh, needed }
    }
  }
  const attempt = 1 + ofFile.filter((one) => isDeepStrictEqual(one.before, before)).length
  const task: TrustTask = { ledgers, trust: before, level: spentLevel(attempt) }
  const worker = new URL('./trust-worker.ts', import.meta.url)
  const result = await inWorker<TrustTaskResult>(worker, task, () => undefined, signal)
  if (!(await holds())) return { kind: 'overtaken' }
  if (result.kind === 'too-little') {
    await keepTrustLook(store, { ...seen, found: `too-few-${result.because}` })
    return { kind: 'too-little', because: result.because }
  }
  const { proposal, reason } = result
  const { customers, ratings, rows } = proposal
  const outcome = reason.code !== 'better' ? 'kept-back' : policy.learning.policy === 'apply' ? 'applied' : 'proposed'
  const tried: TrustTry = {
    kind: 'trust',
    id: newId(),
    at: now,
    outcome,
    before,
    after: proposal.policy,
    reasons: [reason],
    attempt,
    file,
    learntFrom: { from: Math.min(...ledgers.flatMap((ledger) => ledger[0]?.at ?? now)), to: now },
    evidence: { customers, ratings, rows },
    foretold: { before: proposal.before, after: proposal.after },
  }
  await keepPolicyTry(store, tried)
  await keepTrustLook(store, { ...seen, found: 'tried' })
  return { kind: 'tried', attempt: tried }
}

function ratingsSince(ledgers: readonly (readonly ToldRow[])[], since: number): number {
  return ledgers.reduce(
    (sum, ledger) => sum + ledger.filter(({ at, cause }) => at >= since && RATING_CAUSES.has(cause)).length,
    0,
  )
}
