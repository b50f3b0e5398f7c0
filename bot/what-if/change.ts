import { pairedDifference } from '../../analytics/index.ts'
import type { PolicyChange } from '../http/api.ts'

/** Each of `of` conversations was seen twice: in `more` something came about, in `fewer` it did so no longer. */
export function changeOf(more: number, fewer: number, of: number): PolicyChange {
  const { value, low, high } = pairedDifference(more, fewer, of)
  return { more, fewer, of, per100: value === null ? null : 100 * value, low: 100 * low, high: 100 * high }
}
