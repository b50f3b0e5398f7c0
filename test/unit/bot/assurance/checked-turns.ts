import { type Alternative, type Deliberation, newDialogueState, type TurnLabel } from '../../../../domain/index.ts'
import type { LabelledTurn } from '../../../../store/index.ts'
import { START, turn } from '../../../contract/store/sample.ts'

export const MODEL = 'model-1'

export interface Drawn {
  /** Belief in `refund`, which the bot takes it for. */
  confidence: number
  meant: TurnLabel['meant']
  alternatives?: Alternative[]
  deliberation?: Partial<Deliberation>
}

export const REFUND = { kind: 'need', need: 'refund' } as const
export const EXCHANGE = { kind: 'need', need: 'exchange' } as const

const ANSWER: Alternative[] = [
  { kind: 'answer', need: 'refund', utility: 0.8 },
  { kind: 'escalate', utility: 0.45 },
]

/** A message of its own conversation, checked `n` minutes after START. */
export function checked(n: number, { confidence, meant, alternatives = ANSWER, deliberation }: Drawn): LabelledTurn {
  const conversationId = `c${String(n).padStart(5, '0')}`
  const rest = (1 - confidence) / 2
  return {
    turn: turn(`t-${conversationId}`, {
      conversationId,
      at: START,
      modelId: MODEL,
      decision: { kind: 'answer', need: 'refund', confidence },
      deliberation: {
        before: newDialogueState(),
        belief: {
          needs: [
            { need: 'refund', probability: confidence },
            { need: 'exchange', probability: rest },
          ],
          noneOfThem: rest,
        },
        leading: { need: 'refund', probability: confidence },
        answerAbove: 0.75,
        by: 'utility',
        alternatives,
        ...deliberation,
      },
    }),
    label: { conversationId, seq: 1, at: START + n * 60_000, source: 'check', meant, by: 'kim' },
  }
}

/** So many alike, checked one after another. */
export function many(count: number, drawn: Drawn, from = 1): LabelledTurn[] {
  return Array.from({ length: count }, (_, i) => checked(from + i, drawn))
}
