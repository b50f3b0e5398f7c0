import type { Loudness } from './turn-rows.ts'

/** One way to fit; which one is decided on held-out conversations of the training data. */
export interface Setting {
  loudness: Loudness
  /** Of the ridge; larger holds the weights back more. */
  penalty: number
}

/**
 * The company's words help where its customers react to offers (English bookings) and harm where they mostly
 * explain their own case (Chinese after-sales), so nothing is taken for granted.
 */
const LOUDNESS: Loudness[] = [
  { named: 0.03, voices: { customer: 1, business: 0, customerBefore: 0.2, businessBefore: 0 } },
  { named: 0.08, voices: { customer: 1, business: 0.2, customerBefore: 0.2, businessBefore: 0.1 } },
  { named: 0.08, voices: { customer: 1, business: 0.6, customerBefore: 0.35, businessBefore: 0.35 } },
  { named: 0.15, voices: { customer: 1, business: 0.6, customerBefore: 0.35, businessBefore: 0.35 } },
]
const PENALTIES = [5, 10]

export const SETTINGS: Setting[] = LOUDNESS.flatMap((loudness) => PENALTIES.map((penalty) => ({ loudness, penalty })))
