import type { RandomBytes } from '../../analytics/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'

/** The same bytes for the same seed: for tests and simulations, never for a release. */
export function seededBytes(seed: number): RandomBytes {
  const random = seededRandom(seed)
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(256 * random()))
}
