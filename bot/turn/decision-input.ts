import type {
  Belief,
  Decision,
  DialogueState,
  EscalationReason,
  InformationGap,
  Language,
  Need,
} from '../../domain/index.ts'
import type { MessageSignals } from '../../nlp/index.ts'
import type { Mind } from './mind.ts'

/** Everything that a decision rests on. */
export interface DecisionInput {
  mind: Pick<Mind, 'needs' | 'policy' | 'answerAbove' | 'lists'>
  /** The dialogue before this message. */
  before: DialogueState
  belief: Belief
  /** The needs the message is about, the surest reading first: several only when each is sure by itself. */
  wanted: WantedNeed[]
  /** Details known after this message. */
  details: Readonly<Record<string, string>>
  signals: MessageSignals
  gap: InformationGap
  language: Language
  /** 0..1 that the message is in a language the bot speaks. */
  languageConfidence: number
  /** The customer's segment in the policy. */
  segment?: string
  /** The agent who resolved the conversation before, and could have it again. */
  formerAgentId?: string
}

export interface WantedNeed {
  need: Need
  /** 0..1 */
  confidence: number
}

/** Needs that the bot may answer on its own. */
export function sureNeeds({ wanted, mind }: Pick<DecisionInput, 'wanted' | 'mind'>): WantedNeed[] {
  return wanted.filter(({ confidence }) => confidence > mind.answerAbove)
}

/** The customer says that the last answer was not what they asked. */
export function isRefusal({ signals, before }: DecisionInput): boolean {
  return signals.refuses && before.answered !== undefined
}

export function escalate(reason: EscalationReason): Extract<Decision, { kind: 'escalate' }> {
  return { kind: 'escalate', reasons: [reason] }
}
