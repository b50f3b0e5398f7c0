import { countOutcomes, type Outcome } from '../../analytics/index.ts'
import { type Clock, DAY_MS, HOUR_MS } from '../../domain/index.ts'
import { deserializeGapModel, type GapCase } from '../../nlp/index.ts'
import type { EndedEpisode, Period, Store } from '../../store/index.ts'
import { gapModelBytes, inWorker, type Progress, servingGapModel } from '../models/index.ts'
import type { Policy } from '../policy/index.ts'
import { endedEpisodes } from './ended-episodes.ts'
import { finalOutcome } from './episode-facts.ts'
import { gapCases } from './gap-cases.ts'
import { type GapTry, gapTryOf } from './gap-try.ts'
import type { GapTask, GapTaskResult } from './gap-worker.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** Same outcomes, same seed, same model. */
const SEED = 20_261_122
/** What customers needed longer ago says little about now. */
const LEARN_FROM_DAYS = 365
/** Known outcomes, the latest: more change the weights less than they cost. */
const MOST_OUTCOMES = 3_000
/** New ones since the last try, as a share of those that it learnt from, and at least. */
const NEW_SHARE = 0.1
const FEWEST_NEW = 20

export interface LearnGapOptions {
  store: Pick<Store, 'episodes' | 'conversations' | 'gapModels' | 'settings'>
  policy: Pick<Policy, 'gap'>
  clock: Clock
  newId(): string
  /** Learn from episodes that ended since then, epoch milliseconds; a year when not given. */
  since?: number
  onProgress?: Progress
  log: { warn(fields: object, text: string): void }
  signal?: AbortSignal
}

export type GapLearning =
  | { kind: 'tried'; id: string; promoted: boolean; about: GapTry }
  /** Known outcomes with what was known at their turns, and how many are needed before the first try. */
  | { kind: 'too-few-outcomes'; known: number; needed: number }
  /** Known outcomes since the last try, and how many are needed before the next. */
  | { kind: 'too-few-new'; fresh: number; needed: number }
  /** Conversations of either kind: with fewer than five there is nothing to tell apart. */
  | { kind: 'too-alike'; unmet: number; met: number }
  /** Somebody else is trying one, until then at the longest, epoch milliseconds. */
  | { kind: 'under-way'; until: number }
  /** Another model has begun to serve while this one was trained: it was judged against one that is gone. */
  | { kind: 'overtaken' }

/**
 * Trains a challenger on what turned out, holds it against the gap model that serves, and promotes it only on that
 * verdict. Every challenger is kept with its verdict. Does nothing while too little (new) is known; running it again
 * changes nothing.
 */
export async function learnGap(options: LearnGapOptions): Promise<GapLearning> {
  const { store, clock, newId } = options
  const turn = await oneAtATime({ store, key: 'learn-gap', clock, newId }, (holds) => tryOne(options, holds))
  return turn.kind === 'done' ? turn.result : { kind: 'under-way', until: turn.until }
}

async function tryOne(options: LearnGapOptions, holds: () => Promise<boolean>): Promise<GapLearning> {
  const { store, policy, clock, onProgress = () => undefined, signal } = options
  const now = clock.now()
  const { learnFromOutcomes, reopenWithinHours } = policy.gap
  const tries = await store.gapModels.list()
  const [last] = tries.map(gapTryOf)
  const learntFrom: Period = {
    from: options.since ?? now - LEARN_FROM_DAYS * DAY_MS,
    // Later ones may still be reopened.
    to: now - reopenWithinHours * HOUR_MS + 1,
  }

  const judged = await judgedEpisodes(store, learntFrom, policy.gap, now)
  const known = judged.filter(isKnown)
  if (known.length < learnFromOutcomes)
    return { kind: 'too-few-outcomes', known: known.length, needed: learnFromOutcomes }
  if (last) {
    const fresh = known.filter(({ episode }) => episode.endedAt >= last.learntFrom.to).length
    const needed = Math.max(FEWEST_NEW, Math.ceil(NEW_SHARE * last.outcomes.known))
    if (fresh < needed) return { kind: 'too-few-new', fresh, needed }
  }

  const learnt = await withCases(store, judged)
  const outcomes = countOutcomes(learnt.map(({ outcome }) => outcome))
  if (outcomes.known < learnFromOutcomes) {
    return { kind: 'too-few-outcomes', known: outcomes.known, needed: learnFromOutcomes }
  }
  const champion = await servingGapModel(store, options.log)
  const attempt = 1 + tries.filter((one) => gapTryOf(one).against === champion.id).length
  const task: GapTask = {
    cases: learnt.flatMap(({ cases }) => cases),
    champion: champion.model,
    attempt,
    seed: SEED,
    now,
  }
  const result = await inWorker<GapTaskResult>(new URL('./gap-worker.ts', import.meta.url), task, onProgress, signal)
  if (result.kind === 'too-few') return { ...result, kind: 'too-alike' }

  if (!(await holds()) || (await servingGapModel(store, options.log)).id !== champion.id) return { kind: 'overtaken' }
  const { model, dataHash, verdict } = result
  const about: GapTry = { triedAt: now, learntFrom, outcomes, against: champion.id, attempt, verdict }
  const id = options.newId()
  const bytes = gapModelBytes(deserializeGapModel(model))
  await store.gapModels.save(
    { id, createdAt: now, dataHash, manifest: JSON.stringify(about), bytes },
    verdict.promote ? { at: now, reason: 'gate', by: 'system' } : undefined,
  )
  return { kind: 'tried', id, promoted: verdict.promote, about }
}

interface Judged {
  episode: EndedEpisode
  outcome: Outcome
}

function isKnown(one: Judged): one is Judged & { outcome: { kind: 'known' } } {
  return one.outcome.kind === 'known'
}

/** The latest episodes with what became of them, up to so many known ones. */
async function judgedEpisodes(
  store: Pick<Store, 'episodes'>,
  period: Period,
  policy: Policy['gap'],
  now: number,
): Promise<Judged[]> {
  const judged: Judged[] = []
  let known = 0
  for await (const episode of endedEpisodes(store, period)) {
    const outcome = finalOutcome(episode, policy, now)
    if (!outcome) continue
    judged.push({ episode, outcome })
    if (outcome.kind === 'known' && ++known >= MOST_OUTCOMES) break
  }
  return judged
}

/** The same with the cases to learn from; a known outcome is left out where nothing was kept of its turns. */
async function withCases(
  store: Pick<Store, 'conversations'>,
  judged: readonly Judged[],
): Promise<{ outcome: Outcome; cases: GapCase[] }[]> {
  const learnt: { outcome: Outcome; cases: GapCase[] }[] = []
  for (const { episode, outcome } of judged) {
    const { conversationId } = episode
    if (outcome.kind === 'known') {
      const cases = gapCases(episode, outcome, await store.conversations.turns(conversationId))
      if (cases.length > 0) learnt.push({ outcome, cases })
    } else {
      // Counted, and not looked at otherwise: neither its features nor its language matter.
      const cases: GapCase[] = outcome.kind === 'missing' ? [{ conversationId, language: 'en', features: {} }] : []
      learnt.push({ outcome, cases })
    }
  }
  return learnt
}
