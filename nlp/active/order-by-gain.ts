import { type Classification, classify, type IntentModel } from '../intent/model.ts'

/** A message that could be labelled. */
export interface Unlabelled {
  id: string
  text: string
  /** How much it counts, above 0; 1 unless told. A customer who writes much must not fill the list. */
  weight?: number
}

/** What a label would probably teach, each part 0..1. */
export interface ExpectedGain {
  id: string
  /** How little the model knows of what it means. */
  uncertainty: number
  /** How many other messages are like it. */
  density: number
  /** How unlike it is to those that stand before it. */
  diversity: number
}

/**
 * The messages in the order in which labels teach the model most, with why. The same messages give the same order, however
 * they come.
 * @param limit so many at most; all unless told
 */
export function orderByGain(
  model: IntentModel,
  messages: readonly Unlabelled[],
  limit = messages.length,
): ExpectedGain[] {
  return messages
    .map(({ id, text, weight = 1 }) => {
      const uncertainty = uncertaintyOf(classify(model, text))
      return { rank: uncertainty * weight, gain: { id, uncertainty, density: 0, diversity: 1 } }
    })
    .sort((a, b) => b.rank - a.rank || (a.gain.id < b.gain.id ? -1 : 1))
    .slice(0, limit)
    .map(({ gain }) => gain)
}

function uncertaintyOf({ needs }: Classification): number {
  return 1 - ((needs[0]?.probability ?? 0) - (needs[1]?.probability ?? 0))
}
