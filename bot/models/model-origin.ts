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

/** What a stored model's manifest says beside what its training said. */
interface StoredOrigin {
  origin: ModelOrigin
  /** Ids of the accepted candidates there were for it, those of the frozen suite included. */
  accepted: string[]
}

type Manifest = Pick<ModelRecord, 'manifest'>

/** @param manifest of the training, JSON */
export function withOrigin(manifest: string, stored: StoredOrigin): string {
  return JSON.stringify({ ...(JSON.parse(manifest) as object), ...stored })
}

/** Of a model of a version that did not keep it: `pack`. */
export function modelOriginOf({ manifest }: Manifest): ModelOrigin {
  return read(manifest).origin ?? { kind: 'pack' }
}

/** Of accepted candidates those that there were not yet when a model was made; all where there is no model. */
export function newSince<Accepted extends { id: string }>(
  model: Manifest | undefined,
  accepted: readonly Accepted[],
): Accepted[] {
  const known = new Set(model && read(model.manifest).accepted)
  return accepted.filter(({ id }) => !known.has(id))
}

function read(manifest: string): Partial<StoredOrigin> {
  return JSON.parse(manifest) as Partial<StoredOrigin>
}
