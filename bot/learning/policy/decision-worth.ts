import { answeredNeeds, type Decision } from '../../../domain/index.ts'
import { handoffCost, type Stakes, wrongAnswerCost } from '../../../nlp/index.ts'
import type { Truth } from '../../what-if/index.ts'

/** What is known of a message afterwards. */
export interface KnownAfterwards {
  truth: Truth
  /** 0..1: the share of the need that a person met, or would have. */
  metByPerson: number
}

/**
 * What a decision was worth, knowing afterwards what the message was about, in the unit of the stakes. A list with the need
 * leads to its answer, one without it to a person; so does a question about another need.
 * @returns undefined for what is no choice between answering and handing over: small talk, explanations
 */
export function decisionWorth(decision: Decision, known: KnownAfterwards, stakes: Stakes): number | undefined {
  const answered = known.truth.answerWrong ? -wrongAnswerCost(stakes) : stakes.rightAnswer
  const handedOver = known.metByPerson * stakes.rightAnswer - handoffCost(stakes)
  const isMeant = (needs: readonly string[]) => known.truth.kind === 'need' && needs.includes(known.truth.need)
  switch (decision.kind) {
    case 'answer':
    case 'several': {
      const needs = answeredNeeds(decision)
      if (needs.length === 0) return undefined
      return isMeant(needs) ? answered : -wrongAnswerCost(stakes)
    }
    case 'ask':
      return (isMeant([decision.need]) ? answered : handedOver) - stakes.question
    case 'clarify':
      return (isMeant(decision.candidates) ? answered : handedOver) - stakes.clarification
    case 'escalate':
      return handedOver
    case 'smalltalk':
    case 'explain':
    case 'decline-language':
    case 'resolve':
      return undefined
    default:
      return decision satisfies never
  }
}
