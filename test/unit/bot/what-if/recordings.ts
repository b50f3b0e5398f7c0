import fc from 'fast-check'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { takeTurn } from '../../../../bot/turn/take-turn.ts'
import { type Decision, type DialogueState, newDialogueState, type TurnLabel } from '../../../../domain/index.ts'
import type { RecordedConversation, RecordedTurn } from '../../../../store/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

/** Words with what they mean, from sure to not at all, with small talk, a call for a person and refusals. */
const SCRIPT = {
  'refund please': { refund: 0.95 },
  'refund perhaps': { refund: 0.7, exchange: 0.2 },
  'refund or exchange': { refund: 0.5, exchange: 0.45 },
  'where is it': { status: 0.9 },
  'where is CD-1234': { status: 0.9 },
  'something about delivery': { delivery: 0.6 },
  'hello there': { hello: 0.9 },
  'thank you': { thanks: 0.95 },
  'bad service': { complaint: 0.9 },
  'blue elephants': {},
  'that is not what I asked': { refund: 0.3 },
  'let me talk to a human': {},
}
export const TEXTS = Object.keys(SCRIPT)

export function mindWith(changes: Parameters<typeof scriptedMind>[1] = {}): Mind {
  return scriptedMind(SCRIPT, changes)
}

/** Another policy over the same script: thresholds, stakes and beliefs. */
export const otherMinds: fc.Arbitrary<Mind> = fc
  .record({
    answerAbove: fc.constantFrom(0.3, 0.6, 0.75, 0.9, 1),
    maxClarifications: fc.constantFrom(0, 1, 3),
    wrongAnswer: fc.constantFrom(0.2, 1, 8),
    handoff: fc.constantFrom(0.1, 0.5, 3),
    noneOfThem: fc.constantFrom(0.02, 0.1, 0.4),
    afterAnswer: fc.constantFrom(0.2, 0.8),
  })
  .map(({ answerAbove, maxClarifications, wrongAnswer, handoff, noneOfThem, afterAnswer }) => {
    const mind = mindWith({ answerAbove, maxClarifications })
    const { stakes, belief } = mind.policy
    const policy = {
      ...mind.policy,
      stakes: { ...stakes, standard: { ...stakes.standard, wrongAnswer, handoff } },
      belief: { noneOfThem, topicChange: { ...belief.topicChange, afterAnswer } },
    }
    return { ...mind, policy, topicChange: policy.belief.topicChange }
  })

/** What a mind makes of messages that come one after the other, with nobody in between. */
export function decisionsOf(mind: Mind, texts: readonly string[]): Decision[] {
  let state = newDialogueState()
  return texts.map((text, i) => {
    const outcome = takeTurn(mind, state, { text, seq: 2 * i + 1, now: i, fallbackLanguage: 'en' })
    state = outcome.state
    return outcome.decision
  })
}

/** The same as the store would give it back: through JSON. */
export function recording(mind: Mind, id: string, texts: readonly string[]): RecordedConversation {
  let state: DialogueState = newDialogueState()
  const turns = texts.map((text, i): RecordedTurn => {
    const seq = 2 * i + 1
    const outcome = takeTurn(mind, state, { text, seq, now: i, fallbackLanguage: 'en' })
    state = outcome.state
    const { understanding, gap, decision, deliberation, language } = outcome
    const turn = { id: `${id}-${seq}`, conversationId: id, seq, at: i, understanding, gap, decision, deliberation }
    return { turn: { ...turn, modelId: mind.modelId, latencyMs: 1 }, message: { text, language }, labels: [] }
  })
  return structuredClone(JSON.parse(JSON.stringify({ id, channel: 'web', customerId: id, turns })))
}

export function label(meant: string | null | undefined, source: TurnLabel['source']): TurnLabel {
  const what =
    meant === undefined
      ? ({ kind: 'unclear' } as const)
      : meant === null
        ? ({ kind: 'none' } as const)
        : ({ kind: 'need', need: meant } as const)
  return { conversationId: 'c', seq: 1, at: 0, source, meant: what }
}

export const labels: fc.Arbitrary<TurnLabel[]> = fc
  .uniqueArray(fc.constantFrom('pick', 'agent', 'check'), { maxLength: 3 })
  .chain((sources) =>
    fc.tuple(
      ...sources.map((source) =>
        fc
          .constantFrom('refund', 'exchange', 'status', 'delivery', null, undefined)
          .map((meant) => label(meant, source)),
      ),
    ),
  )

export const conversationTexts = fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 6 })
