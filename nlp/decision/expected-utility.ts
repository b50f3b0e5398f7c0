import type { Alternative, Belief } from '../../domain/index.ts'
import { handoffUtility, type Stakes, type StakesTable, stakesFor, wrongAnswerCost } from './stakes.ts'

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
  /** Lists that could be offered, the best known first; empty when the bot must not clarify now. */
  candidateSets: readonly (readonly string[])[]
  stakes: StakesTable
  /** The customer's segment, if known. */
  segment?: string
}

export interface UtilityDecision {
  best: Alternative
  /** All of them, best first; equal ones in the order answer, ask, clarify, escalate. */
  alternatives: Alternative[]
}

/** People also press the nearest wrong button; the same figure as in `beliefAfterPick`. */
const PICK_CERTAINTY = 0.97
/** Chance that a customer who is asked for a detail gives it. */
const DETAIL_GIVEN = 0.85
const NOTHING_KNOWN: NeedPosition = { missing: [], solves: 1 }

/**
 * What each thing the bot could do now is worth on average, and the best of them
 * (expected utility: von Neumann and Morgenstern 1944; Raiffa and Schlaifer 1961 for the questions).
 *
 * With p the belief in the leading need n, and for it R the worth of a right answer, W the cost of a wrong one
 * (with the customers it drives away), H the worth of a handover, Q and C the costs of a question and of a list:
 *
 * - answer n: `q R - (1 - q) W`, where q = p · solves · (1 - share of the details missing)
 * - ask for the detail d that weighs most: `-Q + g V(without d) + (1 - g) max(answer, H)`, g the chance that it is given,
 *   V the best of answering, asking on and handing over when d is known
 * - clarify with a list S: `-C + sum over i in S of p(i) V(i picked) + p(not in S) H`; a pick is believed at 0.97
 * - escalate: H, each need's own weighted by the belief in it
 *
 * A question can be followed by more questions about details, not by another list: lists do not come twice in a row.
 *
 * @throws nothing; a belief that sums to less than 1 counts the rest as none of the needs
 */
export function expectedUtilities(input: UtilityInput): UtilityDecision {
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
    if (candidates.length > 0)
      alternatives.push({
        kind: 'clarify',
        candidates: [...candidates],
        utility: clarificationUtility(candidates, input),
      })
  }
  const last: Alternative = { kind: 'escalate', utility: escalate }
  const sorted = [...alternatives, last].sort((a, b) => b.utility - a.utility)
  return { best: sorted[0] ?? last, alternatives: sorted }
}

function clarificationUtility(candidates: readonly string[], input: UtilityInput): number {
  const worth = input.belief.needs.reduce((sum, { need, probability }) => {
    const handoff = handoffUtility(stakes(input, need))
    const picked = candidates.includes(need) ? bestOf(serve(need, PICK_CERTAINTY, input, handoff), handoff) : handoff
    return sum + probability * picked
  }, 0)
  const cost = stakes(input, input.belief.needs[0]?.need).clarification
  return worth + unknownShare(input.belief) * handoffUtility(stakes(input, undefined)) - cost
}

interface Served {
  answer: number
  ask?: { detail: string; utility: number }
}

/** What serving a need is worth at the given belief in it; `handoff` is what stays open beside it. */
function serve(need: string, probability: number, input: UtilityInput, handoff: number): Served {
  const position = input.positions.get(need) ?? NOTHING_KNOWN
  const missing = position.missing.toSorted((a, b) => b.share - a.share)
  return serveWith(missing, probability * position.solves, stakes(input, need), handoff)
}

// Questions cost the same and are answered alike often, so the heaviest detail first is the best order.
function serveWith(missing: readonly MissingDetail[], solved: number, own: Stakes, handoff: number): Served {
  const known = Math.max(0, 1 - missing.reduce((sum, { share }) => sum + share, 0))
  const right = solved * known
  const answer = right * own.rightAnswer - (1 - right) * wrongAnswerCost(own)
  const [next, ...rest] = missing
  if (!next) return { answer }
  const told = bestOf(serveWith(rest, solved, own, handoff), handoff)
  const untold = Math.max(answer, handoff)
  const utility = DETAIL_GIVEN * told + (1 - DETAIL_GIVEN) * untold - own.question
  return { answer, ask: { detail: next.name, utility } }
}

function bestOf(served: Served, handoff: number): number {
  return Math.max(served.answer, served.ask?.utility ?? Number.NEGATIVE_INFINITY, handoff)
}

function escalationUtility(input: UtilityInput): number {
  const known = input.belief.needs.reduce(
    (sum, { need, probability }) => sum + probability * handoffUtility(stakes(input, need)),
    0,
  )
  return known + unknownShare(input.belief) * handoffUtility(stakes(input, undefined))
}

function unknownShare(belief: Belief): number {
  return Math.max(0, 1 - belief.needs.reduce((sum, { probability }) => sum + probability, 0))
}

function stakes(input: UtilityInput, need: string | undefined): Stakes {
  return stakesFor(input.stakes, need, input.segment)
}
