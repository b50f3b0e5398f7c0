import { type Alternative, type Belief, expectedUtility, valueOfInformation } from '../../domain/index.ts'
import {
  handoffUtility,
  type Stakes,
  type StakesTable,
  stakesFor,
  unknownClarificationUtility,
  unknownHandoffUtility,
  wrongAnswerCost,
} from './stakes.ts'

/** A required detail that the customer has not given. */
export interface MissingDetail {
  name: string
  /** Its part of the weight of all details that the need requires, 0..1; the parts of a need sum to at most 1. */
  share: number
}

/** What is known about serving one need now. */
export interface NeedPosition {
  missing: readonly MissingDetail[]
  /** Chance that the need's answer, with every detail known, meets the need, 0..1; lower after it was refused. */
  solves: number
}

export interface UtilityInput {
  belief: Belief
  /** By name; a need that is not here misses nothing and its answer solves it. */
  positions: ReadonlyMap<string, NeedPosition>
  /**
   * Lists that could be offered, the best known first; an empty list asks the customer to say it in other words.
   * None when the bot must not ask back now.
   */
  candidateSets: readonly (readonly string[])[]
  stakes: StakesTable
  /** The customer's segment, if known. */
  segment?: string
}

/** People also press the nearest wrong button; the same figure as in `beliefAfterPick`. */
const PICK_CERTAINTY = 0.97
/** Chance that a need which stands in no list is understood when the customer says it in other words. */
const REPHRASED_UNDERSTOOD = 0.5
/** Chance that a customer who is asked for a detail gives it. */
const DETAIL_GIVEN = 0.85
const NOTHING_KNOWN: NeedPosition = { missing: [], solves: 1 }

/**
 * What each thing the bot could do now is worth on average, the best first; equal ones in the order answer, ask, clarify,
 * escalate (expected utility: von Neumann and Morgenstern 1944; Raiffa and Schlaifer 1961 for the questions).
 *
 * With p the belief in the leading need n, and for it R the worth of a right answer, W the cost of a wrong one
 * (with the customers it drives away), H the worth of a handover, Q and C the costs of a question and of a list:
 *
 * - answer n: `q R - (1 - q) W`, where q = p · solves · (1 - share of the details missing)
 * - ask for the detail d that lowers the gap most: `-Q + g V(without d) + (1 - g) max(answer, H)`, g the chance that it is
 *   given, V the best of answering, asking on and handing over when d is known
 * - clarify with a list S: `-C + sum of p(i) V(i)`, V(i) what serving i is worth once it is picked (believed at 0.97), and
 *   for needs that are not in S, halfway between that and H: half of them are understood when said in other words
 * - escalate: H, each need's own weighted by the belief in it
 *
 * For none of the needs, H and clarifying are worth less: some of those customers want nothing that a person could do.
 *
 * A question can be followed by more questions about details, not by another list: lists do not come twice in a row.
 *
 * @throws nothing; a belief that sums to less than 1 counts the rest as none of the needs
 */
export function expectedUtilities(input: UtilityInput): Alternative[] {
  const escalate = escalationUtility(input)
  const leading = input.belief.needs[0]
  const alternatives: Alternative[] = []
  if (leading) {
    const served = serve(leading.need, leading.probability, input, escalate)
    alternatives.push({ kind: 'answer', need: leading.need, utility: served.answer })
    if (served.ask)
      alternatives.push({ kind: 'ask', need: leading.need, detail: served.ask.detail, utility: served.ask.utility })
  }
  for (const candidates of input.candidateSets) {
    alternatives.push({
      kind: 'clarify',
      candidates: [...candidates],
      utility: clarificationUtility(candidates, input),
    })
  }
  alternatives.push({ kind: 'escalate', utility: escalate })
  return alternatives.sort((a, b) => b.utility - a.utility)
}

function clarificationUtility(candidates: readonly string[], input: UtilityInput): number {
  const known = input.belief.needs.map(({ need, probability }) => {
    const handoff = handoffUtility(stakes(input, need))
    const picked = bestOf(serve(need, PICK_CERTAINTY, input, handoff), handoff)
    const reached = candidates.includes(need) ? 1 : REPHRASED_UNDERSTOOD
    return { probability, utility: expectedUtility(either(reached, picked, handoff)) }
  })
  const unknown = {
    probability: unknownShare(input.belief),
    utility: unknownClarificationUtility(stakes(input, undefined)),
  }
  const cost = stakes(input, input.belief.needs[0]?.need).clarification
  return expectedUtility([...known, unknown]) - cost
}

interface Served {
  answer: number
  ask?: { detail: string; utility: number }
}

/** What serving a need is worth at the given belief in it; `handoff` is what stays open beside it. */
function serve(need: string, probability: number, input: UtilityInput, handoff: number): Served {
  const position = input.positions.get(need) ?? NOTHING_KNOWN
  const missing = position.missing.toSorted((a, b) => expectedDrop(b, input) - expectedDrop(a, input))
  return serveWith(missing, probability * position.solves, stakes(input, need), handoff)
}

/**
 * How much knowing a detail lowers the detail gap, on average over the belief: an order number that three likely needs
 * want is worth more than a colour that one of them wants. Questions cost the same and are answered alike often.
 */
function expectedDrop({ name }: MissingDetail, { belief, positions }: UtilityInput): number {
  return belief.needs.reduce((sum, { need, probability }) => {
    const wanted = positions.get(need)?.missing.find((detail) => detail.name === name)
    return sum + probability * (wanted?.share ?? 0)
  }, 0)
}

function serveWith(missing: readonly MissingDetail[], solved: number, own: Stakes, handoff: number): Served {
  const known = Math.max(0, 1 - missing.reduce((sum, { share }) => sum + share, 0))
  const right = solved * known
  const answer = expectedUtility(either(right, own.rightAnswer, -wrongAnswerCost(own)))
  const [next, ...rest] = missing
  if (!next) return { answer }
  const told = bestOf(serveWith(rest, solved, own, handoff), handoff)
  const untold = Math.max(answer, handoff)
  const utility = untold + valueOfInformation(either(DETAIL_GIVEN, told, untold), untold) - own.question
  return { answer, ask: { detail: next.name, utility } }
}

/** The one with that probability, or else the other. */
function either(probability: number, utility: number, otherwise: number) {
  return [
    { probability, utility },
    { probability: 1 - probability, utility: otherwise },
  ]
}

function bestOf(served: Served, handoff: number): number {
  return Math.max(served.answer, served.ask?.utility ?? Number.NEGATIVE_INFINITY, handoff)
}

function escalationUtility(input: UtilityInput): number {
  const known = input.belief.needs.map(({ need, probability }) => ({
    probability,
    utility: handoffUtility(stakes(input, need)),
  }))
  const unknown = { probability: unknownShare(input.belief), utility: unknownHandoffUtility(stakes(input, undefined)) }
  return expectedUtility([...known, unknown])
}

function unknownShare(belief: Belief): number {
  return Math.max(0, 1 - belief.needs.reduce((sum, { probability }) => sum + probability, 0))
}

function stakes(input: UtilityInput, need: string | undefined): Stakes {
  return stakesFor(input.stakes, need, input.segment)
}
