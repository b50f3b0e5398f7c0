import fc from 'fast-check'
import {
  CHANNELS,
  type Channel,
  type Decision,
  ESCALATION_REASONS,
  type EscalationReason,
  type GapReason,
  newDialogueState,
  type SurveyResponse,
  type Turn,
  type TurnLabel,
} from '../../../../domain/index.ts'
import type { Period, Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, message, survey, turn } from '../sample.ts'

/** A customer's message, what the bot thought of it, and what became of it. */
export interface Told {
  at: number
  gap: number
  parts: Turn['gap']['parts']
  reasons: GapReason[]
  decision: Decision
  /** What was believed; absent in turns of older versions. */
  believed?: { need?: string; probability: number; noneOfThem: number; answerStood: boolean }
  trueNeed?: string
  /** The agent said that it was none of the needs. */
  noNeed?: true
  /** The first agent passed it on, and another one said what it was about. */
  passedOn?: true
  labels: Pick<TurnLabel, 'source' | 'meant' | 'answerWrong'>[]
}

/** What happened in one conversation. Times are small numbers, so that they often meet. */
export interface Dialogue {
  channel: Channel
  turns: Told[]
  surveys: { sentAt: number; need?: string; response?: Omit<SurveyResponse, 'surveyId'> }[]
}

const time = fc.integer({ min: 0, max: 12 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const need = fc.constantFrom('refund', 'delivery', 'invoice')
const reasons = fc.uniqueArray(fc.constantFrom(...ESCALATION_REASONS), { minLength: 1, maxLength: 2 })
const decision: fc.Arbitrary<Decision> = fc.oneof(
  { weight: 3, arbitrary: need.map((name): Decision => ({ kind: 'answer', need: name, confidence: 0.9 })) },
  fc.uniqueArray(need, { minLength: 1, maxLength: 3 }).map((candidates): Decision => ({ kind: 'clarify', candidates })),
  { weight: 2, arbitrary: reasons.map((why): Decision => ({ kind: 'escalate', reasons: why })) },
  need.map((name): Decision => ({ kind: 'several', parts: [{ kind: 'answer', need: name, confidence: 0.9 }] })),
  fc.constant<Decision>({ kind: 'smalltalk', need: 'hello' }),
)

const told: fc.Arbitrary<Told> = fc.record(
  {
    at: time,
    gap: share,
    parts: fc.record({ understanding: share, detail: share, answer: share }),
    reasons: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('need-unclear', 'detail-missing', 'answer-refused', 'need-repeated', 'usual-share'),
        contribution: fc.integer({ min: -100, max: 100 }).map((n) => n / 100),
      }),
      { maxLength: 3, selector: ({ code }) => code },
    ),
    decision,
    believed: fc.record(
      { need, probability: share, noneOfThem: share, answerStood: fc.boolean() },
      { requiredKeys: ['probability', 'noneOfThem', 'answerStood'] },
    ),
    trueNeed: need,
    noNeed: fc.constant(true),
    passedOn: fc.constant(true),
    labels: fc.uniqueArray(
      fc.record(
        {
          source: fc.constantFrom('pick', 'agent', 'check'),
          meant: fc.oneof(
            need.map((name) => ({ kind: 'need' as const, need: name })),
            fc.constant({ kind: 'none' as const }),
            fc.constant({ kind: 'unclear' as const }),
          ),
          answerWrong: fc.constant(true),
        },
        { requiredKeys: ['source', 'meant'] },
      ),
      { maxLength: 1, selector: ({ source }) => source },
    ),
  },
  { requiredKeys: ['at', 'gap', 'parts', 'reasons', 'decision', 'labels'] },
) as fc.Arbitrary<Told>

export const dialogues: fc.Arbitrary<Dialogue[]> = fc.array(
  fc.record({
    channel: fc.constantFrom(...CHANNELS),
    turns: fc.array(told, { maxLength: 5 }),
    surveys: fc.array(
      fc.record(
        {
          sentAt: time,
          need,
          response: fc.record(
            { at: time, rating: fc.constantFrom(1, 2, 3, 4, 5), resolved: fc.boolean() },
            { requiredKeys: ['at', 'rating'] },
          ),
        },
        { requiredKeys: ['sentAt'] },
      ),
      { maxLength: 2 },
    ),
  }) as fc.Arbitrary<Dialogue>,
  { maxLength: 5 },
)

export const period: fc.Arbitrary<Period> = fc
  .tuple(time, time)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }))

/** A handover as it is stored: one escalation, or two of which the second goes on with the first. */
function escalationsOf(
  { at, believed, trueNeed, noNeed, passedOn }: Told,
  conversationId: string,
  seq: number,
  reasons: EscalationReason[],
) {
  const { need: name } = believed ?? {}
  const common = { conversationId, seq, queuedAt: at, reasons, ...(name !== undefined && { need: name }) }
  const said = trueNeed === undefined ? noNeed && { noNeed } : { trueNeed }
  const id = `${conversationId}-${seq}`
  if (!passedOn) return [escalation(id, { ...common, ...said })]
  const first = escalation(id, { ...common, agentId: 'kim', acceptedAt: at, endedAt: at, outcome: 'transferred' })
  return [first, escalation(`${id}-next`, { ...common, ...said, follows: id })]
}

/** Writes the dialogues through the port, a turn per commit. */
export async function tellDialogues(store: Store, story: Dialogue[]): Promise<void> {
  for (const [index, dialogue] of story.entries()) {
    const id = `c${index}`
    let read = await committed(store, change(conversation({ id, channel: dialogue.channel })))
    for (const [place, one] of dialogue.turns.entries()) {
      const seq = place + 1
      const { decision, at, labels } = one
      const handover = decision.kind === 'escalate' && {
        escalations: escalationsOf(one, id, seq, decision.reasons),
      }
      const messages = [message(`m-${id}-${seq}`, { at })]
      const given = labels.map((label) => ({ ...label, conversationId: id, seq, at: at + 1 }))
      read = await committed(store, change(read, { messages, turn: turnOf(one, id, seq), labels: given, ...handover }))
    }
    for (const [number, { sentAt, need: about, response }] of dialogue.surveys.entries()) {
      const sent = survey(`s-${id}-${number}`, {
        conversationId: id,
        channel: dialogue.channel,
        sentAt,
        ...(about !== undefined && { need: about }),
      })
      const answer = response && { response: { ...response, surveyId: sent.id } }
      read = await committed(store, change(read, { survey: sent, ...answer }))
    }
  }
}

function turnOf({ at, gap, parts, reasons: why, decision: made, believed }: Told, id: string, seq: number): Turn {
  const told = turn(`t-${id}-${seq}`, { conversationId: id, seq, at, decision: made })
  const estimated = { ...told, gap: { ...told.gap, value: gap, parts, reasons: why } }
  if (!believed) return estimated
  const { need: name, probability, noneOfThem, answerStood } = believed
  return {
    ...estimated,
    deliberation: {
      before: { ...newDialogueState(), ...(answerStood && { answered: { need: 'refund', times: 1 } }) },
      belief: { needs: name === undefined ? [] : [{ need: name, probability }], noneOfThem },
      ...(name !== undefined && { leading: { need: name, probability } }),
      answerAbove: 0.75,
      by: 'utility',
      alternatives: [],
    },
  }
}
