import { casesNeeded, upperBound } from './binomial-bound.ts'

/** An answer (or one the bot would have given) whose rightness became known. */
export interface LabelledOutcome {
  /** Belief in the need that was answered, 0..1. */
  confidence: number
  right: boolean
}

/** "At most `risk` of what the bot answers on its own is wrong", said with `confidence`. Both 0..1, exclusive. */
export interface AnswerPromise {
  risk: number
  confidence: number
}

export type AnswerGuarantee =
  /** Answer when the belief is larger than `answerAbove`. */
  | {
      kind: 'guaranteed'
      answerAbove: number
      /** Upper bound of the share of wrong answers, at most the promised risk. */
      riskAtMost: number
      /** Of the labelled messages, how many the bot answers under it, and how many of those were wrong. */
      answered: number
      wrong: number
      labels: number
    }
  /** Even without one wrong answer so few labels could not carry the promise. */
  | { kind: 'not-enough-evidence'; labels: number; needed: number }
  /** Labels enough, but no threshold is shown to keep the promise; `lowestBound` is how far the best one got. */
  | { kind: 'not-shown'; labels: number; lowestBound: number }

/** The shares of messages, surest first, that are tried: 100 %, 95 %, … 5 %. */
const RUNGS = 20

/**
 * The threshold under which the bot answers most while at most `risk` of its answers are wrong, with `confidence`.
 *
 * Tried are the thresholds under which the bot answers the surest 5 %, 10 %, … 100 % of the labelled messages. Each is
 * tested with the exact binomial bound (Clopper-Pearson) at (1 - confidence) / J, J the number of thresholds
 * that the labels could carry at all; the lowest that passes is taken.
 *
 * Theorem: Learn then Test (Angelopoulos, Bates, Candès, Jordan, Lei 2021, arXiv:2110.01052, theorem 1) with Bonferroni's
 * correction, for the selective risk of Geifman and El-Yaniv (2017, "Selective Classification for Deep Neural Networks").
 * Given the (k+1)-th largest confidence, the k cases above it are independent draws from the messages above it, so
 * that their wrong answers are binomial with exactly the risk in question; J depends on the number of labels only.
 * So P(the chosen threshold's true risk > risk) <= 1 - confidence, for any model, calibrated or not, and any n.
 *
 * It rests on labels drawn like the messages to come: a random sample of what customers write, labelled whatever
 * the bot did with it. It speaks of all answers together, not of each need or each week.
 */
export function solveAnswerThreshold(outcomes: readonly LabelledOutcome[], promise: AnswerPromise): AnswerGuarantee {
  const labels = outcomes.length
  const needed = casesNeeded(promise.risk, promise.confidence)
  if (labels < needed) return { kind: 'not-enough-evidence', labels, needed }

  const sorted = outcomes.toSorted((a, b) => b.confidence - a.confidence)
  const ladder = carriedRungs(labels, promise)
  const confidenceEach = 1 - (1 - promise.confidence) / ladder.length
  let lowestBound = 1
  for (const rung of ladder) {
    // The first case that is not answered; equal confidences fall on the same side.
    const answerAbove = sorted[rung]?.confidence ?? 0
    const answered = sorted.slice(0, rung).filter(({ confidence }) => confidence > answerAbove)
    const wrong = answered.filter(({ right }) => !right).length
    const riskAtMost = upperBound(wrong, answered.length, confidenceEach)
    if (riskAtMost <= promise.risk) {
      return { kind: 'guaranteed', answerAbove, riskAtMost, answered: answered.length, wrong, labels }
    }
    lowestBound = Math.min(lowestBound, riskAtMost)
  }
  return { kind: 'not-shown', labels, lowestBound }
}

/**
 * Numbers of messages to answer that the labels could carry if nothing was wrong, largest first. A rung that could not
 * pass even then would only take confidence from the others.
 */
function carriedRungs(labels: number, promise: AnswerPromise): number[] {
  const all = Array.from({ length: RUNGS }, (_, i) => Math.floor((labels * (RUNGS - i)) / RUNGS))
  for (let count = RUNGS; count > 1; count--) {
    const smallest = all[count - 1] ?? 0
    if (smallest >= casesNeeded(promise.risk, 1 - (1 - promise.confidence) / count)) return all.slice(0, count)
  }
  return all.slice(0, 1)
}
