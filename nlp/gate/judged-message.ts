import type { Language, ReviewedMeaning } from '../../domain/index.ts'
import type { Classification } from '../intent/model.ts'

/** A message of which a person has said what it means. */
export interface LabelledMessage {
  text: string
  language: Language
  truth: ReviewedMeaning
}

/** What a model said of a message whose meaning is known. */
export interface Said {
  /** The most probable of the needs and "none of them" is the truth. */
  right: boolean
  /** Probability of that most probable one, 0..1. */
  confidence: number
  /** Squared differences between what it said and the truth, summed over the needs and "none": 0..2 (Brier 1950). */
  brier: number
}

/** A message that neither model was trained on, read by both. */
export interface JudgedMessage {
  language: Language
  truth: ReviewedMeaning
  /** Of the frozen suite; else a message that is new to the champion, read by the like of the challenger. */
  ofSuite: boolean
  champion: Said
  challenger: Said
}

export function saidOf({ needs, outOfScope }: Classification, truth: ReviewedMeaning): Said {
  const first = needs[0]
  const saysNone = outOfScope >= (first?.probability ?? 0)
  const isTruth = (need: string | undefined) =>
    truth.kind === 'none' ? need === undefined : need !== undefined && need === truth.need
  // A need that the model has never heard of has no probability.
  const ofTruth = truth.kind === 'none' ? outOfScope : (needs.find(({ need }) => need === truth.need)?.probability ?? 0)
  const squares = needs.reduce((sum, { probability }) => sum + probability ** 2, outOfScope ** 2)
  return {
    right: isTruth(saysNone ? undefined : first?.need),
    confidence: saysNone ? outOfScope : (first?.probability ?? 0),
    brier: squares - ofTruth ** 2 + (1 - ofTruth) ** 2,
  }
}
