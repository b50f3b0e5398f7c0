/** Rows of a sparse matrix one after the other: row r has columns `ids[offsets[r]..offsets[r+1]]` with `values` beside them. */
export interface SparseMatrix {
  rows: number
  offsets: Int32Array
  ids: Int32Array
  values: Float32Array
  /** Per row, 0..1: how much of what it says was never seen in training (share of idf mass). */
  unseen: Float32Array
}
