import type { OutcomeCounts } from '../../analytics/index.ts'
import type { GapVerdict } from '../../nlp/index.ts'
import type { ModelRecord, Period } from '../../store/index.ts'

/** One challenger and what the gate said of it: the manifest of a gap model in the store. */
export interface GapTry {
  triedAt: number
  /** It learnt from episodes that ended in this time. */
  learntFrom: Period
  outcomes: OutcomeCounts
  /** Id of the champion it was compared with, or `prior`. */
  against: string
  /** How many challengers that champion has met, this one included. */
  attempt: number
  verdict: GapVerdict
}

export function gapTryOf({ manifest }: Pick<ModelRecord, 'manifest'>): GapTry {
  return JSON.parse(manifest) as GapTry
}
