import { NAMED_FEATURES } from './named-features.ts'
import { VOICES, type Voice } from './turn-rows.ts'

/** One way to fit; which one is decided on held-out conversations of the training data. */
export interface Setting {
  /** How loudly each kind of feature speaks before any weight is learned. */
  named: number
  voices: Record<Voice, number>
  /** How readily a conversation gets a level of its own, see {@link loudnessOf}. */
  ownLevel: number
  /** Of the ridge; larger holds the weights back more. */
  penalty: number
}

/**
 * The company's words help where its customers react to offers (English bookings) and harm where they mostly
 * explain their own case (Chinese after-sales), so nothing is taken for granted.
 */
const LOUDNESS: Omit<Setting, 'penalty'>[] = [
  { named: 0.025, voices: { customer: 1, business: 0, customerBefore: 0.2, businessBefore: 0 }, ownLevel: 0 },
  { named: 0.1, voices: { customer: 1, business: 0.5, customerBefore: 0.25, businessBefore: 0.25 }, ownLevel: 1 },
  { named: 0.1, voices: { customer: 1, business: 0.35, customerBefore: 0.2, businessBefore: 0.2 }, ownLevel: 1 },
]
const PENALTIES = [6, 16, 50]

export const SETTINGS: Setting[] = LOUDNESS.flatMap((loudness) =>
  PENALTIES.map((penalty) => ({ ...loudness, penalty })),
)

/**
 * The loudness of every column: named features, grams, then one column for each training conversation.
 * The last take up what a rater or a story as a whole adds (a random intercept), so that the weights learn from the
 * differences within conversations; a conversation that is not in training has none.
 */
export function loudnessOf(setting: Setting, columns: Map<string, number>, conversations: number): Float64Array {
  const known = NAMED_FEATURES.length + columns.size
  const loudness = new Float64Array(known + conversations).fill(setting.named)
  for (const [key, column] of columns) {
    const voice = VOICES.find((each) => key.startsWith(`${each}:`))
    loudness[column] = voice === undefined ? 0 : setting.voices[voice]
  }
  return loudness.fill(setting.ownLevel, known)
}
