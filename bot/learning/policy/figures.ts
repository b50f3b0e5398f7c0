import { handoffUtility, wrongAnswerCost } from '../../../nlp/index.ts'
import type { Policy } from '../../policy/index.ts'

/** What of a policy is learnt from outcomes; each 0..1, as in policy.yaml. */
export interface LearntFigures {
  /** `decide.answerAbove` */
  answerAbove: number
  /** `stakes.standard.personSolves` */
  personSolves: number
}

/** A message of which is known what it was about, and how sure the bot was. */
export interface JudgedBelief {
  /** In the leading need, 0..1. */
  belief: number
  /** The leading need was the right one, and its answer would not have been wrong. */
  right: boolean
}

/** What turned out, as far as the figures can be learnt from it. */
export interface PolicyOutcomes {
  beliefs: readonly JudgedBelief[]
  /** Of needs that a person took over, the share that was met in the end, 0..1 each. */
  metByPerson: readonly number[]
}

/** With fewer handovers of known outcome, or judged messages, a figure stays as it is. */
const FEWEST = { handovers: 30, beliefs: 50 }
/** So many handovers the figure of the policy counts for: a manager has set it with something in mind. */
const POLICY_COUNTS_AS = 20
/** Thresholds that are tried. Below a half the bot would answer what is less likely than not. */
const THRESHOLDS = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100)

export interface FigureOptions {
  /** The policy as its file has it: what its author thinks counts as much as some outcomes. */
  written: Policy
  /** The threshold is the guarantee's: it is not the policy's to set. */
  guaranteed: boolean
}

export function figuresOf({ decide, stakes }: Policy): LearntFigures {
  return { answerAbove: decide.answerAbove, personSolves: stakes.standard.personSolves }
}

export function withFigures(policy: Policy, { answerAbove, personSolves }: LearntFigures): Policy {
  const { decide, stakes } = policy
  return {
    ...policy,
    decide: { ...decide, answerAbove },
    stakes: { ...stakes, standard: { ...stakes.standard, personSolves } },
  }
}

/**
 * The figures that the outcomes suggest: how often a person met the need, and the threshold at which answering alone or
 * else handing over would have been worth most. What the outcomes cannot tell stays as it is in force.
 */
export function learnFigures(
  inForce: Policy,
  { beliefs, metByPerson }: PolicyOutcomes,
  { written, guaranteed }: FigureOptions,
): LearntFigures {
  const before = figuresOf(inForce)
  const personSolves =
    metByPerson.length < FEWEST.handovers ? before.personSolves : drawn(figuresOf(written).personSolves, metByPerson)
  const learnt = withFigures(inForce, { ...before, personSolves })
  const answerAbove =
    guaranteed || beliefs.length < FEWEST.beliefs ? before.answerAbove : bestThreshold(learnt, beliefs)
  return { answerAbove, personSolves }
}

/** To whole per cent: finer is noise, and a person is to read it. */
function drawn(prior: number, observed: readonly number[]): number {
  const sum = observed.reduce((total, one) => total + one, POLICY_COUNTS_AS * prior)
  return Math.round((100 * sum) / (POLICY_COUNTS_AS + observed.length)) / 100
}

function bestThreshold({ decide, stakes: { standard } }: Policy, beliefs: readonly JudgedBelief[]): number {
  const handedOver = handoffUtility(standard)
  const worth = (threshold: number) =>
    beliefs.reduce((sum, { belief, right }) => {
      if (belief <= threshold) return sum + handedOver
      return sum + (right ? standard.rightAnswer : -wrongAnswerCost(standard))
    }, 0)
  // Of equal ones the nearest to the one in force, which comes first.
  const tried = [decide.answerAbove, ...THRESHOLDS].sort(
    (a, b) => Math.abs(a - decide.answerAbove) - Math.abs(b - decide.answerAbove),
  )
  return tried.reduce((best, threshold) => (worth(threshold) > worth(best) + 1e-9 ? threshold : best))
}
