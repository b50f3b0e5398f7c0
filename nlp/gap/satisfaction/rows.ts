/** Sparse rows one after the other: row r has columns `ids[offsets[r]..offsets[r+1]]` with `values` beside them. */
export interface Rows {
  count: number
  columns: number
  offsets: Int32Array
  ids: Int32Array
  values: Float64Array
}

/** One sparse row. */
export interface Row {
  ids: number[]
  values: number[]
}

export function packRows(rows: readonly Row[], columns: number): Rows {
  const offsets = new Int32Array(rows.length + 1)
  for (const [r, row] of rows.entries()) offsets[r + 1] = (offsets[r] as number) + row.ids.length
  const ids = new Int32Array(offsets[rows.length] as number)
  const values = new Float64Array(ids.length)
  for (const [r, row] of rows.entries()) {
    ids.set(row.ids, offsets[r])
    values.set(row.values, offsets[r])
  }
  return { count: rows.length, columns, offsets, ids, values }
}

/** Inner product of one row with a weight per column. */
export function dotRow(rows: Rows, row: number, weights: Float64Array): number {
  let sum = 0
  const end = rows.offsets[row + 1] as number
  for (let at = rows.offsets[row] as number; at < end; at++) {
    sum += (rows.values[at] as number) * (weights[rows.ids[at] as number] as number)
  }
  return sum
}

/** Adds `factor` times a row to a vector of columns. */
export function addRow(rows: Rows, row: number, factor: number, into: Float64Array): void {
  const end = rows.offsets[row + 1] as number
  for (let at = rows.offsets[row] as number; at < end; at++) {
    const id = rows.ids[at] as number
    into[id] = (into[id] as number) + factor * (rows.values[at] as number)
  }
}

/** The rows with each column multiplied by its factor. */
export function scaleColumns(rows: Rows, factors: Float64Array): Rows {
  return { ...rows, values: rows.values.map((value, at) => value * (factors[rows.ids[at] as number] as number)) }
}
