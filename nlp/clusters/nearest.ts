import type { SparseMatrix } from '../intent/sparse.ts'

/** The nearest others of every row, nearest first: row r has places `r * count` to `r * count + count - 1`. */
export interface Nearest {
  rows: number
  count: number
  /** -1 where there is none. */
  ids: Int32Array
  /** Cosine, above the floor that was asked for. */
  similarities: Float32Array
}

/**
 * The `count` rows of the largest cosine beside each row, where it is above `floor`. Rows have length 1.
 * Exact, by an inverted index: time grows with the square of the rows, memory with the entries.
 */
export function findNearest(vectors: SparseMatrix, columns: number, count: number, floor: number): Nearest {
  const { rows, offsets, ids, values } = vectors
  const postings = invert(vectors, columns)
  const nearest: Nearest = {
    rows,
    count,
    ids: new Int32Array(rows * count).fill(-1),
    similarities: new Float32Array(rows * count).fill(floor),
  }
  const cosines = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    cosines.fill(0)
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      const value = values[at] as number
      const end = postings.starts[(ids[at] as number) + 1] as number
      for (let p = postings.starts[ids[at] as number] as number; p < end; p++) {
        const other = postings.rows[p] as number
        cosines[other] = (cosines[other] as number) + value * (postings.values[p] as number)
      }
    }
    for (let other = 0; other < rows; other++) if (other !== row) insert(nearest, row, other, cosines[other] as number)
  }
  return nearest
}

function insert({ count, ids, similarities }: Nearest, row: number, other: number, cosine: number): void {
  const first = row * count
  let at = first + count - 1
  if (cosine <= (similarities[at] as number)) return
  for (; at > first && cosine > (similarities[at - 1] as number); at--) {
    ids[at] = ids[at - 1] as number
    similarities[at] = similarities[at - 1] as number
  }
  ids[at] = other
  similarities[at] = cosine
}

function invert({ rows, offsets, ids, values }: SparseMatrix, columns: number) {
  const size = offsets[rows] as number
  const starts = new Int32Array(columns + 2)
  for (let at = 0; at < size; at++) starts[(ids[at] as number) + 2] = (starts[(ids[at] as number) + 2] as number) + 1
  for (let column = 2; column < starts.length; column++) {
    starts[column] = (starts[column] as number) + (starts[column - 1] as number)
  }
  const postings = { starts, rows: new Int32Array(size), values: new Float32Array(size) }
  for (let row = 0; row < rows; row++) {
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      // Filling moves each start to the next column's, so that starts[c]..starts[c + 1] are column c's in the end.
      const place = starts[(ids[at] as number) + 1] as number
      starts[(ids[at] as number) + 1] = place + 1
      postings.rows[place] = row
      postings.values[place] = values[at] as number
    }
  }
  return postings
}
