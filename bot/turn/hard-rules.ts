import type { Decision, Need } from '../../domain/index.ts'
import { type DecisionInput, escalate, isRefusal, sureNeeds } from './decision-input.ts'
import { isForPeople, isSmalltalk } from './need-roles.ts'

/** Below this a message is in another language, whatever the classifier makes of its letters. */
const FOREIGN_BELOW = 0.5
/** Below this it may be; then only a need that is sure is taken from it ("refund por favor"). */
const DOUBTFUL_BELOW = 0.7

/**
 * The rules that stand above all weighing, in this order: a person for whoever asks for one, for danger and for law, and
 * for whoever refused the answers; what was understood, for whoever asks; another language; needs that the company wants people to handle; small talk;
 * the person who served them, for whoever comes back to one; the same need or question over and over; a gap that asking back did not close.
 * @returns undefined when none applies
 */
export function hardRule(input: DecisionInput): Decision | undefined {
  const { before, wanted, signals, gap, languageConfidence } = input
  const policy = input.mind.policy.decide
  const sure = sureNeeds(input)

  if (signals.asksForPerson || sure.some(({ need }) => need.role === 'person')) return escalate('asked-for-person')
  if (signals.raisesSafety) return escalate('safety')
  if (signals.raisesLegal) return escalate('legal')
  if (isRefusal(input) && before.refusals + 1 >= policy.maxRefusals) return escalate('answer-refused')
  if (signals.asksWhatWasUnderstood) return { kind: 'explain' }

  const foreign = languageConfidence < FOREIGN_BELOW || (languageConfidence < DOUBTFUL_BELOW && sure.length === 0)
  if (foreign) {
    return before.clarifications < policy.maxClarifications
      ? { kind: 'decline-language' }
      : escalate('clarification-failed')
  }

  if (sure.some(({ need }) => isForPeople(need, policy))) return escalate('need-requires-person')

  const [first] = wanted
  if (first && isSmalltalk(first.need) && first.confidence >= policy.smalltalkAbove) {
    const leaves = first.need.role === 'thanks' || first.need.role === 'goodbye'
    return leaves && before.answered ? { kind: 'resolve' } : { kind: 'smalltalk', need: first.need.name }
  }

  if (input.formerAgentId !== undefined) return escalate('reopened')
  if (sure[0] && !isRefusal(input)) return givenUp(input, sure[0].need)
  return before.clarifications > 0 && gap.value > policy.escalateAboveGap ? escalate('gap-too-large') : undefined
}

/** Answering or asking the same thing again would not help. */
export function givenUp({ before, mind, details }: DecisionInput, { name }: Need): Decision | undefined {
  const policy = mind.policy.decide
  if (before.answered?.need === name && before.answered.times >= policy.maxRepeats) return escalate('need-repeated')
  const { pending } = before
  const unanswered = pending?.kind === 'detail' && pending.need === name && details[pending.detail] === undefined
  return unanswered && pending.times >= policy.maxAsks ? escalate('clarification-failed') : undefined
}
