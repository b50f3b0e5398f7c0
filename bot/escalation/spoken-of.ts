import { answeredNeeds, type Escalation, type EscalationReason, type Turn } from '../../domain/index.ts'
import { ruledOut } from '../turn/read-reply.ts'

/** What an agent's verdict on a handover can be about. */
export interface SpokenOf {
  /** `seq` of the message that says what the customer needs; absent where none is known to. */
  message?: number
  /** The bot's last answer, if it had answered, with the message that it answered. */
  answer?: { seq: number; need: string }
}

/** After these the message that led to the handover says what the customer needs; "a person, please" does not. */
const SAYS_THE_NEED = new Set<EscalationReason>([
  'clarification-failed',
  'out-of-scope',
  'gap-too-large',
  'risk-too-large',
  'need-requires-person',
  'need-repeated',
])

/**
 * Which messages a verdict labels. "That is not what I asked" is about the answer before it; "none of these", or "a person,
 * please" instead of a choice, is about the message that the list was for: what the customer needs was said there. A call
 * for a person after the one message that the bot answered, or asked a detail for, is about that message.
 * @param turns of the conversation
 * @param text of the message that led to the handover
 */
export function spokenOf(escalation: Escalation, turns: readonly Turn[], text: string): SpokenOf {
  const last = lastTurn(escalation, turns)
  if (!last) return {}
  const { reasons } = escalation
  const answer = answerBefore(escalation, turns)
  const message = reasons.some((reason) => SAYS_THE_NEED.has(reason))
    ? saidWith(last, text, answer)
    : reasons.includes('answer-refused')
      ? answer?.seq
      : reasons.includes('asked-for-person')
        ? (listedMessage(last) ?? theOneBefore(last, turns))
        : undefined
  return { ...(message !== undefined && { message }), ...(answer && { answer }) }
}

function saidWith({ seq, deliberation }: Turn, text: string, answer: SpokenOf['answer']): number | undefined {
  if (!deliberation || !ruledOut(deliberation.before, text)) return seq
  return listedMessage({ deliberation }) ?? answer?.seq
}

/** The message that a list was for, where the list stood when the customer wrote. */
function listedMessage({ deliberation }: Pick<Turn, 'deliberation'>): number | undefined {
  const pending = deliberation?.before.pending
  return pending?.kind === 'clarification' ? pending.seq : undefined
}

/** The only message before, where the bot took it for a need; of several nobody knows which one is meant. */
function theOneBefore({ deliberation }: Turn, turns: readonly Turn[]): number | undefined {
  const heard = deliberation?.before.heard
  if (heard?.messages !== 1) return undefined
  const before = turns.find(({ seq }) => seq === heard.fromSeq)
  return before && (before.decision.kind === 'ask' || answeredNeeds(before.decision).length > 0)
    ? before.seq
    : undefined
}

/** The answer that stood when the customer wrote, or what they were answered when somebody stepped in. */
export function answerBefore(escalation: Escalation, turns: readonly Turn[]): SpokenOf['answer'] {
  const last = lastTurn(escalation, turns)
  if (!last) return undefined
  const [now] = answeredNeeds(last.decision)
  if (now !== undefined) return { seq: last.seq, need: now }
  const need = last.deliberation?.before.answered?.need
  const answering = turns.findLast((turn) => turn.seq < last.seq && answeredNeeds(turn.decision).includes(need ?? ''))
  return answering && need !== undefined ? { seq: answering.seq, need } : undefined
}

function lastTurn({ seq }: Escalation, turns: readonly Turn[]): Turn | undefined {
  return turns.find((turn) => turn.seq === seq)
}
