import type {
  Belief,
  Decision,
  DialogueState,
  EscalationReason,
  InformationGap,
  Need,
  Serving,
} from '../../domain/index.ts'
import type { MessageSignals } from '../../nlp/index.ts'
import type { Mind } from './mind.ts'
import { isSmalltalk, isTopic } from './need-roles.ts'

export interface DecisionInput {
  mind: Pick<Mind, 'needs' | 'policy'>
  /** The dialogue before this message. */
  before: DialogueState
  belief: Belief
  /** The needs the message is about, the surest reading first: several only when each is sure by itself. Each with 0..1. */
  wanted: { need: Need; confidence: number }[]
  /** Details known after this message. */
  details: Readonly<Record<string, string>>
  signals: MessageSignals
  gap: InformationGap
  /** 0..1 that the message is in a language the bot speaks. */
  languageConfidence: number
}

/** Candidates less likely than this are not worth a line in a list. */
const WORTH_OFFERING = 0.02
/** Below this a message is in another language, whatever the classifier makes of its letters. */
const FOREIGN_BELOW = 0.5
/** Below this it may be; then only a need that is sure is taken from it ("refund por favor"). */
const DOUBTFUL_BELOW = 0.7

/**
 * What to do with a turn. Hard rules first, in this order: a person for whoever asks for one,
 * for danger and for law, for whoever refused the answers, and for needs that the company wants people to handle.
 * After them the policy's thresholds.
 */
export function decide(input: DecisionInput): Decision {
  const { before, belief, wanted, signals, gap, languageConfidence } = input
  const policy = input.mind.policy.decide
  const refused = signals.refuses && before.answered !== undefined
  const sure = wanted.filter(({ confidence }) => confidence >= policy.answerAbove).map(({ need }) => need)

  if (signals.asksForPerson || sure.some(({ role }) => role === 'person')) return escalate('asked-for-person')
  if (signals.raisesSafety) return escalate('safety')
  if (signals.raisesLegal) return escalate('legal')
  if (refused && before.refusals + 1 >= policy.maxRefusals) return escalate('answer-refused')

  const foreign = languageConfidence < FOREIGN_BELOW || (languageConfidence < DOUBTFUL_BELOW && sure.length === 0)
  if (foreign) {
    return before.clarifications < policy.maxClarifications
      ? { kind: 'decline-language' }
      : escalate('clarification-failed')
  }

  if (sure.some(({ role }) => role === 'complaint')) return escalate('need-requires-person')

  const [first] = wanted
  if (first && isSmalltalk(first.need) && first.confidence >= policy.smalltalkAbove) {
    const leaves = first.need.role === 'thanks' || first.need.role === 'goodbye'
    return leaves && before.answered ? { kind: 'resolve' } : { kind: 'smalltalk', need: first.need.name }
  }

  if (sure.length > 0 && !refused) return serveAll(input)

  if (before.clarifications > 0 && gap.value > policy.escalateAboveGap) return escalate('gap-too-large')
  if (before.clarifications < policy.maxClarifications) return { kind: 'clarify', candidates: candidates(input) }
  return escalate(belief.noneOfThem >= (first?.confidence ?? 0) ? 'out-of-scope' : 'clarification-failed')
}

/** Serves the needs in order, and those that wait behind a question now answered; stops at the first new question. */
function serveAll(input: DecisionInput): Decision {
  const { before, mind, wanted } = input
  const waiting = answersPending(input) ? before.queue.flatMap((name) => mind.needs.get(name) ?? []) : []
  const line = [
    ...wanted.filter(({ confidence }) => confidence >= mind.policy.decide.answerAbove),
    // They were sure when they were asked; nothing since has spoken against them.
    ...waiting
      .filter((need) => !wanted.some((other) => other.need === need))
      .map((need) => ({ need, confidence: SURE_WHEN_ASKED })),
  ]
  const parts: Serving[] = []
  for (const { need, confidence } of line) {
    const part = serve(input, need, confidence)
    // What cannot be served hands over when it comes first, and else waits until the rest is settled.
    if (part.kind === 'escalate') return parts.length === 0 ? part : several(parts)
    parts.push(part)
    if (part.kind === 'ask') break
  }
  return several(parts)
}

const SURE_WHEN_ASKED = 0.9

function several(parts: Serving[]): Decision {
  const [first] = parts
  return first && parts.length === 1 ? first : { kind: 'several', parts }
}

/** The need is clear: ask for what is missing, answer, or stop answering the same thing over and over. */
function serve(input: DecisionInput, need: Need, confidence: number): Serving | ReturnType<typeof escalate> {
  const { before, details } = input
  const policy = input.mind.policy.decide
  const answeredBefore = before.answered?.need === need.name ? before.answered.times : 0
  if (answeredBefore >= policy.maxRepeats) return escalate('need-repeated')

  const missing = need.details.filter((detail) => detail.required && details[detail.name] === undefined)
  const next = missing.toSorted((a, b) => b.weight - a.weight)[0]
  if (!next) return { kind: 'answer', need: need.name, confidence }

  const asked = before.pending?.kind === 'detail' && before.pending.detail === next.name ? before.pending.times : 0
  if (asked >= policy.maxAsks) return escalate('clarification-failed')
  return { kind: 'ask', need: need.name, detail: next.name }
}

/** The customer is still with the need that the open question is about. */
function answersPending({ before, wanted }: DecisionInput): boolean {
  const { pending } = before
  return pending?.kind === 'detail' && wanted.some(({ need }) => need.name === pending.need)
}

function candidates({ mind, belief }: DecisionInput): string[] {
  return belief.needs
    .filter(({ need, probability }) => probability >= WORTH_OFFERING && isTopic(mind.needs.get(need)))
    .slice(0, mind.policy.decide.clarifyOptions)
    .map(({ need }) => need)
}

function escalate(reason: EscalationReason): { kind: 'escalate'; reasons: EscalationReason[] } {
  return { kind: 'escalate', reasons: [reason] }
}
