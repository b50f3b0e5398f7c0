import type { SparseMatrix } from '../intent/sparse.ts'

/** The middle of some rows, and how near they are to it. */
export interface Centre {
  /** Of length 1, by column. */
  direction: Float32Array
  /** Mean cosine of two messages of the group, at least 0. */
  cohesion: number
}

/** @param weights by row: how many messages it stands for */
export function centreOf(
  vectors: SparseMatrix,
  columns: number,
  rows: Iterable<number>,
  weights: ArrayLike<number>,
): Centre {
  const direction = new Float32Array(columns)
  let messages = 0
  for (const row of rows) {
    const weight = weights[row] as number
    messages += weight
    for (let at = vectors.offsets[row] as number; at < (vectors.offsets[row + 1] as number); at++) {
      const column = vectors.ids[at] as number
      direction[column] = (direction[column] as number) + weight * (vectors.values[at] as number)
    }
  }
  let square = 0
  for (const value of direction) square += value * value
  const length = Math.sqrt(square) || 1
  for (let column = 0; column < columns; column++) direction[column] = (direction[column] as number) / length
  // The square of the sum holds all pairs, and every message with itself.
  const cohesion = messages < 2 ? 0 : (square - messages) / (messages * (messages - 1))
  return { direction, cohesion: Math.min(1, Math.max(0, cohesion)) }
}

/** Cosine of a row and the centre. */
export function closeness(vectors: SparseMatrix, row: number, { direction }: Centre): number {
  let sum = 0
  for (let at = vectors.offsets[row] as number; at < (vectors.offsets[row + 1] as number); at++) {
    sum += (vectors.values[at] as number) * (direction[vectors.ids[at] as number] as number)
  }
  return sum
}

/** In place. Vectors of texts without a word of the lexicon come shorter, because no meaning stands beside their features. */
export function toLengthOne(vectors: SparseMatrix): SparseMatrix {
  const { rows, offsets, values } = vectors
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(offsets[row] as number, offsets[row + 1] as number)
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) || 1
    for (const [i, value] of own.entries()) own[i] = value / length
  }
  return vectors
}
