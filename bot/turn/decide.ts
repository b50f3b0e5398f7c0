import type { Belief, Decision, DialogueState, InformationGap, Need } from '../../domain/index.ts'
import type { DialogueSignals } from '../../nlp/index.ts'
import type { Mind } from './mind.ts'

export interface DecisionInput {
  mind: Pick<Mind, 'needs' | 'policy'>
  /** The dialogue before this message. */
  before: DialogueState
  belief: Belief
  /** The most probable need. */
  leading: Need | undefined
  /** Details known after this message. */
  details: Readonly<Record<string, string>>
  signals: DialogueSignals
  gap: InformationGap
  /** Times the leading need was answered right before. */
  answeredBefore: number
}

/** Candidates less likely than this are not worth a line in a list. */
const WORTH_OFFERING = 0.02

/**
 * What to do with a turn. Hard rules first, in this order: a person for whoever asks for one,
 * for whoever refused the answers, and for needs that the company wants people to handle.
 * After them the policy's thresholds.
 */
export function decide(input: DecisionInput): Decision {
  const { mind, before, belief, leading, signals, gap } = input
  const policy = mind.policy.decide
  const confidence = belief.needs[0]?.probability ?? 0
  const sure = leading !== undefined && confidence >= policy.answerAbove
  const refused = signals.refuses && before.answered !== undefined

  if (signals.asksForPerson || (sure && leading.role === 'person')) return escalate('asked-for-person')
  if (refused && before.refusals + 1 >= policy.maxRefusals) return escalate('answer-refused')
  if (sure && leading.role === 'complaint') return escalate('need-requires-person')

  if (leading && isSmalltalk(leading) && confidence >= policy.smalltalkAbove) {
    const leaves = leading.role === 'thanks' || leading.role === 'goodbye'
    return leaves && before.answered ? { kind: 'resolve' } : { kind: 'smalltalk', need: leading.name }
  }

  if (sure && !refused) return serve(input, leading, confidence)

  if (before.clarifications > 0 && gap.value > policy.escalateAboveGap) return escalate('gap-too-large')
  if (before.clarifications < policy.maxClarifications) return { kind: 'clarify', candidates: candidates(input) }
  return escalate(belief.noneOfThem >= confidence ? 'out-of-scope' : 'clarification-failed')
}

/** The need is clear: ask for what is missing, answer, or stop answering the same thing over and over. */
function serve(input: DecisionInput, leading: Need, confidence: number): Decision {
  const { before, details, answeredBefore } = input
  const policy = input.mind.policy.decide
  if (answeredBefore >= policy.maxRepeats) return escalate('need-repeated')

  const missing = leading.details.filter((detail) => detail.required && details[detail.name] === undefined)
  const next = missing.toSorted((a, b) => b.weight - a.weight)[0]
  if (!next) return { kind: 'answer', need: leading.name, confidence }

  const asked = before.pending?.kind === 'detail' && before.pending.detail === next.name ? before.pending.times : 0
  if (asked >= policy.maxAsks) return escalate('clarification-failed')
  return { kind: 'ask', need: leading.name, detail: next.name }
}

function candidates({ mind, belief }: DecisionInput): string[] {
  return belief.needs
    .filter(({ need, probability }) => {
      const role = mind.needs.get(need)?.role
      return probability >= WORTH_OFFERING && (role === 'task' || role === 'complaint')
    })
    .slice(0, mind.policy.decide.clarifyOptions)
    .map(({ need }) => need)
}

function isSmalltalk(need: Need): boolean {
  return need.role === 'greeting' || need.role === 'thanks' || need.role === 'goodbye'
}

function escalate(reason: Extract<Decision, { kind: 'escalate' }>['reasons'][number]): Decision {
  return { kind: 'escalate', reasons: [reason] }
}
