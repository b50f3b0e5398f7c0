import { createRowKernel, ROW_ALIGNMENT } from './simd-kernel.ts'
import type { SparseMatrix } from './sparse.ts'

/** A dense matrix with one row per feature and one column per class, in memory that the kernel works on. */
export interface RowMatrix {
  classes: number
  /** Columns with padding: entry (feature, class) is `weights[feature * stride + class]`. */
  stride: number
  weights: Float32Array
  /** One number per class: what `gather` adds to and `scatter` adds from. Padding stays 0. */
  scores: Float32Array
  /** `scores += weights^T x`, x being a row of the sparse matrix. */
  gather(sparse: SparseMatrix, row: number): void
  /** `weights += x scores^T` */
  scatter(sparse: SparseMatrix, row: number): void
}

const PAGE_BYTES = 65_536
const FLOAT_BYTES = 4
/** Entries handed to the kernel at a time; longer messages take several rounds. */
const BATCH = 512

export function createRowMatrix(features: number, classes: number): RowMatrix {
  const strideBytes = Math.ceil((classes * FLOAT_BYTES) / ROW_ALIGNMENT) * ROW_ALIGNMENT
  const stride = strideBytes / FLOAT_BYTES
  const batchBytes = BATCH * FLOAT_BYTES
  const idsAt = strideBytes
  const valuesAt = idsAt + batchBytes
  const weightsAt = valuesAt + batchBytes
  const memory = new WebAssembly.Memory({
    initial: Math.ceil((weightsAt + features * strideBytes) / PAGE_BYTES),
  })
  const kernel = createRowKernel(memory)
  const ids = new Int32Array(memory.buffer, idsAt, BATCH)
  const values = new Float32Array(memory.buffer, valuesAt, BATCH)

  const runOver = (loop: typeof kernel.gather) => (sparse: SparseMatrix, row: number) => {
    const end = sparse.offsets[row + 1] as number
    for (let from = sparse.offsets[row] as number; from < end; from += BATCH) {
      const to = Math.min(end, from + BATCH)
      ids.set(sparse.ids.subarray(from, to))
      values.set(sparse.values.subarray(from, to))
      loop(0, weightsAt, idsAt, valuesAt, to - from, strideBytes)
    }
  }
  return {
    classes,
    stride,
    weights: new Float32Array(memory.buffer, weightsAt, features * stride),
    scores: new Float32Array(memory.buffer, 0, stride),
    gather: runOver(kernel.gather),
    scatter: runOver(kernel.scatter),
  }
}
