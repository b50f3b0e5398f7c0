import { seededRandom, shuffle } from './random.ts'

/**
 * Deals rows into folds so that each class is spread evenly over them.
 * @returns the fold (0..folds-1) of each row
 */
export function dealFolds(labels: Int32Array, folds: number, seed: number): Int32Array {
  const random = seededRandom(seed)
  const order = Int32Array.from({ length: labels.length }, (_, row) => row)
  shuffle(order, random)
  const dealt = new Map<number, number>()
  const fold = new Int32Array(labels.length)
  for (const row of order) {
    const label = labels[row] as number
    // Classes start at different folds, or all small classes would fill the first one.
    const next = dealt.get(label) ?? Math.floor(random() * folds)
    fold[row] = next
    dealt.set(label, (next + 1) % folds)
  }
  return fold
}

/** Row numbers for which the condition holds. */
export function rowsWhere(count: number, holds: (row: number) => boolean): Int32Array {
  const rows: number[] = []
  for (let row = 0; row < count; row++) if (holds(row)) rows.push(row)
  return Int32Array.from(rows)
}
