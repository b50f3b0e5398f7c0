import { DAY_MS, LANGUAGES, type Language } from '../../domain/index.ts'
import type { ListPromise } from '../../nlp/index.ts'
import type { Mind } from '../turn/mind.ts'
import { NEVER_ANSWERED_BELOW } from './answer-outcome.ts'
import type { Assurance } from './assure.ts'

/**
 * From so many customers' messages on, lists are calibrated on them rather than on the pack's examples. With 50 cases the true
 * coverage of a 90 % list lies within about 8 points of it (Beta(46, 5)); examples that the company wrote
 * itself are easily further off than that.
 */
export const ENOUGH_LIST_CASES = 50

/** The least belief the bot answers at, and where it comes from. `since`: the newest check it rests on. */
export type ThresholdInForce =
  /** `guarantee`: the last look has shown it. `earlier-guarantee`: an earlier look has; the last one did not, or is too long ago. */
  { value: number; from: 'guarantee' | 'earlier-guarantee'; since: number } | { value: number; from: 'policy' }

export interface ListInForce extends ListPromise {
  /** `examples`: held-out examples of the pack. `customers`: checked messages of customers. */
  from: 'examples' | 'customers'
  /** Checked messages of customers that count for lists, whether they are enough or not. */
  customerCases: number
}

/** How it stands with the promise at this moment. */
export type GuaranteeNow =
  | { kind: 'guaranteed'; answerAbove: number; riskAtMost: number; answered: number; wrong: number; labels: number }
  | { kind: 'not-enough-evidence'; labels: number; needed: number }
  | { kind: 'not-shown'; labels: number; lowestBound: number }

/** A guarantee whose newest check is older than the days that count has lapsed: it takes new evidence. */
export function guaranteeNow({ last, evidence }: Assurance, days: number, now: number): GuaranteeNow {
  if (!last || hasLapsed(last.at, days, now)) {
    return { kind: 'not-enough-evidence', labels: evidence.labels, needed: evidence.needed }
  }
  const { at, ...found } = last
  return found.kind === 'guaranteed' ? { ...found, answerAbove: threshold(found) } : found
}

/** What was shown stays in force until something else is shown; before that the policy's threshold holds. */
export function thresholdInForce({ shown, last }: Assurance, policy: Mind['policy'], now: number): ThresholdInForce {
  if (!shown) return { value: policy.decide.answerAbove, from: 'policy' }
  const isFresh = last?.kind === 'guaranteed' && !hasLapsed(last.at, policy.guarantee.days, now)
  return { value: threshold(shown), from: isFresh ? 'guarantee' : 'earlier-guarantee', since: shown.at }
}

export function listsInForce(
  { evidence }: Assurance,
  { exampleLists }: Pick<Mind, 'exampleLists'>,
): Record<Language, ListInForce> {
  const lists = LANGUAGES.map((language) => {
    const customers = evidence.lists[language]
    const isEnough = customers.cases >= ENOUGH_LIST_CASES
    const list = isEnough ? customers : exampleLists[language]
    const from = isEnough ? 'customers' : 'examples'
    return [language, { ...list, from, customerCases: customers.cases }] as const
  })
  return Object.fromEntries(lists) as Record<Language, ListInForce>
}

/** The mind with the threshold and the lists that are in force. */
export function assuredMind(mind: Mind, assurance: Assurance, now: number): Mind {
  return {
    ...mind,
    answerAbove: thresholdInForce(assurance, mind.policy, now).value,
    lists: listsInForce(assurance, mind),
  }
}

function threshold({ answerAbove }: { answerAbove: number }): number {
  return Math.max(NEVER_ANSWERED_BELOW, answerAbove)
}

function hasLapsed(at: number, days: number, now: number): boolean {
  return now - at > days * DAY_MS
}
