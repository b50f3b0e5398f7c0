import type { PolicyEvidence, TakenOver } from '../../../../../bot/learning/policy/evidence.ts'
import type { Mind } from '../../../../../bot/turn/mind.ts'
import type { LabelSource } from '../../../../../domain/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'
import type { RecordedConversation } from '../../../../../store/index.ts'
import { scriptedMind } from '../../../../support/minds.ts'
import { recording } from '../../what-if/recordings.ts'

/** What customers write, and how likely which need is. */
const SAYINGS: Record<string, Record<string, number>> = {
  'refund please': { refund: 0.95 },
  'my money': { refund: 0.85, exchange: 0.1 },
  'about the payment': { refund: 0.68, exchange: 0.2, delivery: 0.1 },
  'the thing I bought': { refund: 0.55, exchange: 0.25, delivery: 0.18 },
  'it came': { delivery: 0.62, exchange: 0.3 },
  'blue elephants': { refund: 0.05 },
}

/** How it really is in a company. */
export interface TrueFigures {
  personSolves: number
  /** Times the stated chance, that the likeliest need is the right one. */
  surer?: number
}

/** Without lists, which would be best most of the time: it answers or hands over. */
export function companyMind(changes: Parameters<typeof scriptedMind>[1] = {}): Mind {
  return scriptedMind(SAYINGS, { maxClarifications: 0, ...changes })
}

/** Conversations of one message each, all checked; whom the bot hands over, a person serves. */
export function simulatedRecord(
  mind: Mind,
  size: number,
  { personSolves, surer = 1 }: TrueFigures,
  seed: number,
  texts: readonly string[] = Object.keys(SAYINGS),
): PolicyEvidence {
  const random = seededRandom(seed)
  const patterns = texts.map((text) => ({ text, turns: recording(mind, 'pattern', [text]).turns }))
  const takenOver: TakenOver[] = []
  const conversations = Array.from({ length: size }, (_, i): RecordedConversation => {
    const id = `c${seed}-${i}`
    const { text, turns } = patterns[Math.floor(random() * patterns.length)] as (typeof patterns)[number]
    const labels = [labelled(id, meantBy(text, surer, random()), 'check')]
    if (turns[0]?.turn.decision.kind === 'escalate') {
      const met = random() < personSolves ? 1 : 0
      takenOver.push({ conversationId: id, after: Number.NEGATIVE_INFINITY, endedAt: 10, met })
    }
    const own = turns.map(({ turn, ...around }) => ({ ...around, turn: { ...turn, conversationId: id }, labels }))
    return { id, channel: 'web', customerId: id, turns: own }
  })
  return { conversations, takenOver }
}

export function labelled(conversationId: string, need: string | undefined, source: LabelSource) {
  const meant = need === undefined ? ({ kind: 'none' } as const) : ({ kind: 'need', need } as const)
  return { conversationId, seq: 1, at: 0, source, meant }
}

function meantBy(text: string, surer: number, draw: number): string | undefined {
  let left = draw
  for (const [i, [need, probability]] of Object.entries(SAYINGS[text] ?? {}).entries()) {
    left -= i === 0 ? Math.min(1, surer * probability) : probability
    if (left < 0) return need
  }
  return undefined
}
