import { reply } from '../../../bot/turn/reply.ts'
import { type TurnOutcome, takeTurn } from '../../../bot/turn/take-turn.ts'
import { type DialogueState, type Language, newDialogueState } from '../../../domain/index.ts'
import {
  type DialogueTurn,
  estimateDissatisfaction,
  type GapFeatures,
  gapFeatures,
  priorSatisfaction,
  readSignals,
} from '../../../nlp/index.ts'
import { seededRandom } from '../../../nlp/intent/random.ts'
import { OUT_OF_SCOPE } from '../nlu/candidate.ts'
import type { Trained } from './bench-mind.ts'
import type { KnownGapCase } from './estimates.ts'
import { REACTIONS, type Reaction } from './reactions.ts'

type Move = Reaction | 'rephrases' | 'picks' | 'leaves'

/** Chances of what a customer does next; each line sums to 1. Set by hand, known to no estimate. */
export const CHANCES = {
  answeredRight: { thanks: 0.5, leaves: 0.4, rephrases: 0.1 },
  answeredWrong: {
    rephrases: 0.35,
    refuses: 0.25,
    leaves: 0.15,
    'gives-up': 0.1,
    'asks-for-person': 0.1,
    // Some are polite whatever they got.
    thanks: 0.05,
  },
  offeredRight: { picks: 0.8, rephrases: 0.1, leaves: 0.1 },
  offeredWrong: { rephrases: 0.45, refuses: 0.2, 'asks-for-person': 0.15, 'gives-up': 0.1, leaves: 0.1 },
} satisfies Record<string, Partial<Record<Move, number>>>

/** One reaction in five comes in the customer's other language. */
const OTHER_LANGUAGE = 0.2
const MOST_TURNS = 8
const NOW = Date.UTC(2026, 0, 1)
const textModel = priorSatisfaction()

/** One conversation per message, each turn a case. Unmet: the bot never answered the customer's need. */
export function simulateConversations({ mind, messages }: Trained, seed: number): KnownGapCase[] {
  const random = seededRandom(seed)
  const byNeed = Map.groupBy(messages, ({ label }) => label)
  return messages.flatMap(({ text, label }, i) => {
    const wordings = (byNeed.get(label) ?? []).map((one) => one.text).filter((other) => other !== text)
    const { turns, met } = converse({ mind, need: label, first: text, wordings, random })
    return turns.map(
      (features): KnownGapCase => ({ conversationId: `${i}`, language: 'en', features, unmet: met ? 0 : 1 }),
    )
  })
}

interface Customer {
  mind: Trained['mind']
  need: string
  first: string
  /** Other messages with the same need. */
  wordings: string[]
  random: () => number
}

function converse({ mind, need, first, wordings, random }: Customer): { turns: GapFeatures[]; met: boolean } {
  const said: DialogueTurn[] = []
  const turns: GapFeatures[] = []
  let state = newDialogueState()
  let answeredSoFar = false
  let met = false
  let text = first
  for (let turn = 1; turn <= MOST_TURNS; turn++) {
    said.push({ from: 'customer', text })
    const outcome = takeTurn(mind, state, { text, seq: said.length, now: NOW, fallbackLanguage: 'en' })
    turns.push(featuresAt({ mind, before: state, outcome, text, turn, answeredSoFar, said }))
    state = outcome.state
    const answered = answeredNeeds(outcome)
    answeredSoFar ||= answered.length > 0
    met ||= answered.includes(need)
    said.push({
      from: 'business',
      text: reply(mind, outcome, 0)
        .map((utterance) => utterance.text)
        .join('\n'),
    })
    if (outcome.decision.kind === 'escalate' || outcome.decision.kind === 'resolve') break
    const move = nextMove(outcome, need, answered, random)
    if (move === 'leaves') break
    const next = wordsFor(move, { outcome, need, wordings, random })
    if (next === undefined) break
    text = next
    if (move === 'thanks' || move === 'gives-up') {
      // The last word: heard, and counted as a turn, but nothing follows.
      said.push({ from: 'customer', text })
      const last = takeTurn(mind, state, { text, seq: said.length, now: NOW, fallbackLanguage: 'en' })
      turns.push(featuresAt({ mind, before: state, outcome: last, text, turn: turn + 1, answeredSoFar, said }))
      break
    }
  }
  return { turns, met }
}

function answeredNeeds({ decision }: TurnOutcome): string[] {
  const parts = decision.kind === 'several' ? decision.parts : [decision]
  return parts.flatMap((part) => (part.kind === 'answer' ? part.need : []))
}

function nextMove({ decision }: TurnOutcome, need: string, answered: string[], random: () => number): Move {
  const offered = decision.kind === 'clarify' && need !== OUT_OF_SCOPE && decision.candidates.includes(need)
  if (answered.includes(need)) return draw(CHANCES.answeredRight, random)
  if (offered) return draw(CHANCES.offeredRight, random)
  return draw(answered.length > 0 ? CHANCES.answeredWrong : CHANCES.offeredWrong, random)
}

function draw(chances: Partial<Record<Move, number>>, random: () => number): Move {
  let left = random()
  for (const [move, chance] of Object.entries(chances)) {
    left -= chance
    if (left < 0) return move as Move
  }
  return 'leaves'
}

function wordsFor(
  move: Exclude<Move, 'leaves'>,
  { outcome, need, wordings, random }: { outcome: TurnOutcome; need: string; wordings: string[]; random: () => number },
): string | undefined {
  const anyOf = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)]
  if (move === 'rephrases') return anyOf(wordings)
  if (move === 'picks') {
    const { pending } = outcome.state
    return pending?.kind === 'clarification' ? pending.options.find((one) => one.need === need)?.title : undefined
  }
  const language: Language = random() < OTHER_LANGUAGE ? 'zh' : 'en'
  return anyOf(REACTIONS[move][language])
}

interface TurnSeen {
  mind: Trained['mind']
  before: DialogueState
  outcome: TurnOutcome
  text: string
  turn: number
  answeredSoFar: boolean
  said: readonly DialogueTurn[]
}

/** What the bot knew at the turn. Nothing is simulated about time, so nothing is said about silence. */
export function featuresAt({ mind, before, outcome, text, turn, answeredSoFar, said }: TurnSeen): GapFeatures {
  const { gap, leading, language, state, deliberation } = outcome
  const wording = estimateDissatisfaction(textModel, language, said)?.probability
  return gapFeatures({
    belief: deliberation.belief,
    confidence: 1 - gap.parts.understanding,
    details: leading?.details ?? [],
    given: new Set(Object.keys(state.details)),
    signals: readSignals(text),
    answeredBefore: before.answered && before.answered.need === leading?.name ? before.answered.times : 0,
    clarifications: before.clarifications,
    sentiments: state.sentiments,
    language,
    needCount: mind.needs.size,
    turn,
    answeredSoFar,
    ...(wording !== undefined && { wording }),
  })
}
