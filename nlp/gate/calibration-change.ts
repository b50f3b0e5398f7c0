import { expectedCalibrationError } from '../evaluation/scores.ts'
import { seededRandom } from '../intent/random.ts'
import type { JudgedMessage, Said } from './judged-message.ts'

const SWAPS = 1000
/** Calibration errors of this size apart are the same. */
const MARGIN = 0.02

/**
 * Expected calibration errors of both models, 0..1, and how often chance makes the challenger's so much larger;
 * 1 when it is at most 0.02 larger.
 */
export interface CalibrationChange {
  champion: number
  challenger: number
  p: number
}

/**
 * Compares how well two models mean what they say. On a hundred messages calibration errors differ by several hundredths
 * for no reason, so the difference is compared with what comes about when of each message a coin decides which of the two
 * said what: a paired permutation test (Fisher 1935).
 */
export function calibrationChange(judged: readonly JudgedMessage[], seed: number): CalibrationChange {
  const random = seededRandom(seed)
  const champion = errorOf(judged.map((one) => one.champion))
  const challenger = errorOf(judged.map((one) => one.challenger))
  const observed = challenger - champion
  if (observed <= MARGIN) return { champion, challenger, p: 1 }
  let asLarge = 0
  for (let swap = 0; swap < SWAPS; swap++) {
    const pairs = judged.map(({ champion: one, challenger: other }) => (random() < 0.5 ? [one, other] : [other, one]))
    const difference = errorOf(pairs.map(([, other]) => other)) - errorOf(pairs.map(([one]) => one))
    if (difference >= observed - 1e-12) asLarge += 1
  }
  return { champion, challenger, p: (1 + asLarge) / (1 + SWAPS) }
}

function errorOf(said: readonly (Said | undefined)[]): number {
  return expectedCalibrationError(said.flatMap((one) => one ?? []))
}
