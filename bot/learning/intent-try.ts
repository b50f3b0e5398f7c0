import type { IntentVerdict } from '../../nlp/index.ts'
import type { ModelRecord } from '../../store/index.ts'

/** One challenger of the model that understands messages, and what the gate said of it. */
export interface IntentTry {
  triedAt: number
  /** By the sweep, or by a person with `candor learn`. */
  startedBy: 'sweep' | 'command'
  /** Id of the champion it was compared with. */
  against: string
  /** How many challengers that champion has met, this one included. */
  attempt: number
  /** Accepted candidates that it was trained on, and how many of them the champion did not know. */
  candidates: { learnt: number; fresh: number }
  verdict: IntentVerdict
}

/** Where a stored model comes from: made of the pack by a person's change to it, or learnt and judged. */
export type ModelOrigin = { kind: 'pack' } | { kind: 'learnt'; attempt: IntentTry }

/** Of a model of a version that did not keep it: `pack`. */
export function modelOriginOf({ manifest }: Pick<ModelRecord, 'manifest'>): ModelOrigin {
  const { origin } = JSON.parse(manifest) as { origin?: ModelOrigin }
  return origin ?? { kind: 'pack' }
}
