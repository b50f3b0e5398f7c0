import type { Language } from '../../domain/index.ts'
import {
  type AnswerGuarantee,
  type AnswerPromise,
  type ListPromise,
  type Looks,
  labelsForNextLook,
  lookAgain,
  NO_LOOKS,
  promiseLists,
} from '../../nlp/index.ts'
import type { LabelledTurn } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import { answerOutcome } from './answer-outcome.ts'
import { listCaseOf } from './list-case-of.ts'

type Found = Exclude<AnswerGuarantee, { kind: 'not-enough-evidence' }>

/** What the checks of one model's messages have come to. Kept for each model, since its looks stay spent. */
export interface Assurance {
  promise: AnswerPromise
  /** Taken with this model, whatever was promised. */
  looks: Looks
  /** What the last look at this promise found; `at`: the time of the newest check it used. */
  last?: Found & { at: number }
  /** The last threshold that was shown to keep this promise. */
  shown?: Extract<Found, { kind: 'guaranteed' }> & { at: number }
  evidence: Evidence
}

export interface Evidence {
  /** Checks of the model's messages of the last days, and when the last was made. */
  checks: number
  lastAt: number | null
  /** Those that count for the guarantee, and how many it takes for the next look. */
  labels: number
  needed: number
  /** Lists calibrated on the checks that count for them. */
  lists: Record<Language, ListPromise>
}

/**
 * Brings what is known of a model up to date with the checks of its messages: takes every look that is due, and
 * calibrates the lists anew. A fold over the checks: when and how often it runs changes nothing.
 *
 * A changed promise is another hypothesis about the same model: what was shown for the old one is dropped, and its looks go on
 * being counted, so that trying promises until one holds is paid for.
 *
 * @param checks of the model's messages of the last `guarantee.days` days, the oldest check first
 */
export function assure(
  before: Assurance | undefined,
  checks: readonly LabelledTurn[],
  { policy, needs }: Pick<Mind, 'policy' | 'needs'>,
): Assurance {
  const promise = promiseOf(policy)
  const outcomes = checks.flatMap((check) => answerOutcome(check) ?? [])
  const isSame = before !== undefined && samePromise(before.promise, promise)
  let looks = isSame ? before.looks : { ...NO_LOOKS, taken: before?.looks.taken ?? 0 }
  let { last, shown }: Pick<Assurance, 'last' | 'shown'> = isSame ? before : {}
  for (let look = lookAgain(outcomes, looks, promise); look; look = lookAgain(outcomes, looks, promise)) {
    looks = look.looks
    if (look.guarantee.kind === 'not-enough-evidence') continue
    last = { ...look.guarantee, at: looks.through }
    if (last.kind === 'guaranteed') shown = last
  }
  return {
    promise,
    looks,
    ...(last && { last }),
    ...(shown && { shown }),
    evidence: {
      checks: checks.length,
      lastAt: checks.at(-1)?.label.at ?? null,
      labels: outcomes.length,
      needed: labelsForNextLook(outcomes, looks, promise),
      lists: promiseLists(
        checks.flatMap((check) => listCaseOf(check, needs) ?? []),
        policy.decide.listHoldsNeed,
      ),
    },
  }
}

/** Whether nothing has changed that `assure` looks at. */
export function isUpToDate(
  { promise, evidence }: Assurance,
  now: Pick<Evidence, 'checks' | 'lastAt'>,
  policy: Policy,
): boolean {
  const unchanged = evidence.checks === now.checks && evidence.lastAt === now.lastAt
  return (
    unchanged && samePromise(promise, promiseOf(policy)) && evidence.lists.en.wanted === policy.decide.listHoldsNeed
  )
}

function promiseOf({ guarantee }: Policy): AnswerPromise {
  return { risk: guarantee.atMostWrong, confidence: guarantee.confidence }
}

function samePromise(a: AnswerPromise, b: AnswerPromise): boolean {
  return a.risk === b.risk && a.confidence === b.confidence
}
