import type { Alternative, Belief, Decision, Need, NeedProbability } from '../../domain/index.ts'
import { expectedUtilities, listOf, type NeedPosition } from '../../nlp/index.ts'
import { type DecisionInput, escalate, isRefusal, sureNeeds } from './decision-input.ts'
import { missingDetails } from './missing-details.ts'
import { isTopic } from './need-roles.ts'

/** Candidates less likely than this are not worth a line in a list. */
const WORTH_OFFERING = 0.01
/** Chance that an answer which was given before meets the need when it is asked again: it may be about another order. */
const SOLVES_AGAIN = 0.9

export interface Weighed {
  decision: Exclude<Decision, { kind: 'several' }>
  /** Best first. Answering and asking are listed with their worth also where the bot is not sure enough to do it. */
  alternatives: Alternative[]
}

/**
 * What is worth most on average (see `expectedUtilities`), of what is open: answering and asking for a detail only for
 * needs that the bot is sure of, since that is what the guarantee is about; a list never twice in a row.
 */
export function weigh(input: DecisionInput): Weighed {
  const { before, mind, segment } = input
  const belief = topicsOf(input)
  const policy = mind.policy.decide
  const mayAskBack = before.pending?.kind !== 'clarification' && before.clarifications < policy.maxClarifications
  const alternatives = expectedUtilities({
    belief,
    positions: new Map(belief.needs.flatMap(({ need }) => positionOf(input, mind.needs.get(need)))),
    candidateSets: mayAskBack ? [candidates(input, belief)] : [],
    stakes: mind.policy.stakes,
    ...(segment !== undefined && { segment }),
  })
  const servable = new Set(isRefusal(input) ? [] : sureNeeds(input).map(({ need }) => need.name))
  const best = alternatives.find((one) => (one.kind === 'answer' || one.kind === 'ask' ? servable.has(one.need) : true))
  return { decision: best ? decisionOf(best, input, belief) : escalate('gap-too-large'), alternatives }
}

/** The belief over what customers can be helped with. When each of several needs is sure by itself, the first is weighed. */
function topicsOf({ belief, wanted, mind }: DecisionInput): Belief {
  const [first] = wanted
  if (first && wanted.length > 1) {
    return { needs: [{ need: first.need.name, probability: first.confidence }], noneOfThem: 1 - first.confidence }
  }
  return { ...belief, needs: belief.needs.filter(({ need }) => isTopic(mind.needs.get(need))) }
}

/** The needs of a belief that are worth a line in a list, most probable first. */
export function worthOffering({ needs }: Belief, known: ReadonlyMap<string, Need>): NeedProbability[] {
  return needs.filter(({ need, probability }) => probability >= WORTH_OFFERING && isTopic(known.get(need)))
}

function positionOf({ before, details }: DecisionInput, need: Need | undefined): [string, NeedPosition][] {
  if (!need) return []
  const answered = before.answered?.need === need.name ? before.answered.times : 0
  return [[need.name, { missing: missingDetails(need, details), solves: SOLVES_AGAIN ** answered }]]
}

function candidates({ mind, language }: DecisionInput, belief: Belief): string[] {
  return listOf(worthOffering(belief, mind.needs), mind.lists[language])
}

function decisionOf(best: Alternative, input: DecisionInput, belief: Belief): Weighed['decision'] {
  switch (best.kind) {
    case 'answer': {
      const confidence = input.wanted.find(({ need }) => need.name === best.need)?.confidence ?? 0
      return { kind: 'answer', need: best.need, confidence }
    }
    case 'ask':
      return { kind: 'ask', need: best.need, detail: best.detail }
    case 'clarify':
      return { kind: 'clarify', candidates: best.candidates }
    case 'escalate':
      return escalate(whyNotServed(input, belief))
    default:
      return best satisfies never
  }
}

/** Why handing over is the best that is open. */
function whyNotServed(input: DecisionInput, { needs, noneOfThem }: Belief) {
  if (sureNeeds(input).length > 0 && !isRefusal(input)) return 'risk-too-large'
  if (noneOfThem >= (needs[0]?.probability ?? 0)) return 'out-of-scope'
  return input.before.clarifications > 0 ? 'clarification-failed' : 'gap-too-large'
}
