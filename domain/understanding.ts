import type { Language } from './language.ts'

/** A need with the probability that it is the one the customer has. */
export interface NeedProbability {
  need: string
  /** Calibrated, 0..1: of all messages given 0.8, four in five have this need. */
  probability: number
}

export const ENTITY_TYPES = ['orderNumber', 'amount', 'date', 'email', 'phone', 'product', 'person', 'place'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** Something named in a message, where it stands, and what it means. */
export interface Entity {
  type: EntityType
  /** As the customer wrote it: `text.slice(start, end)`. */
  text: string
  /** UTF-16 offsets into the message. */
  start: number
  end: number
  /** Normalised: an order number in capitals, a date as ISO 8601 (`2026-11-17`), an amount as `CNY 12.50`, a phone as digits with `+`. */
  value: string
}

/** A feature of the message that spoke for or against the first need. */
export interface Evidence {
  feature: string
  /** Contribution to the score of the first need; positive speaks for it. */
  weight: number
}

/** A part of a message with a need of its own: "cancel my order" in "cancel my order and where is my refund?". */
export interface NeedSegment {
  /** UTF-16 offsets into the message. */
  start: number
  end: number
  text: string
  need: string
  /** Calibrated, 0..1, from this part alone. */
  probability: number
}

/** What one message means, as far as it can be told from the message alone. */
export interface Understanding {
  language: Language
  /** 0..1 that the text is in `language` rather than in one Candor does not speak. */
  languageConfidence: number
  /** Every need, most probable first. With `outOfScope` the probabilities sum to 1. */
  needs: NeedProbability[]
  /** 0..1: the probability that the message is none of the needs. */
  outOfScope: number
  /** Where the message holds several needs: each with its part, in order. Absent when it holds one. */
  segments?: NeedSegment[]
  entities: Entity[]
  /** -1 (angry) .. 1 (pleased). */
  sentiment: number
  /** What carried the decision, strongest first. */
  why: Evidence[]
}
