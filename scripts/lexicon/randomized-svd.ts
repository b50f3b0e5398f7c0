import type { SparseRows } from './positive-information.ts'

/** More directions than wanted make the wanted ones exact (Halko, Martinsson & Tropp 2011). */
const SPARE = 20
const ROUNDS = 5

/**
 * The left singular vectors of a square sparse matrix, each times the root of its singular value:
 * `size * dimensions` numbers, row after row.
 */
export function leadingDirections(matrix: SparseRows, dimensions: number, random: () => number): Float32Array {
  const width = dimensions + SPARE
  let basis = new Float32Array(matrix.size * width).map(() => gaussian(random))
  for (let round = 0; round < ROUNDS; round++) {
    const left = orthonormal(times(matrix, basis, width), matrix.size, width)
    basis = orthonormal(timesTransposed(matrix, left, width), matrix.size, width)
  }
  const projected = times(matrix, basis, width)
  // projected = U S V'^T for a small V': its Gram matrix has the eigenvalues S^2.
  const { values, vectors } = eigenOf(gramOf(projected, matrix.size, width), width)
  const order = [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, dimensions)
  const result = new Float32Array(matrix.size * dimensions)
  for (let row = 0; row < matrix.size; row++) {
    for (const [d, column] of order.entries()) {
      let sum = 0
      for (let j = 0; j < width; j++) {
        sum += (projected[row * width + j] as number) * (vectors[j * width + column] as number)
      }
      // U S / sqrt(S), and S = sqrt(eigenvalue).
      result[row * dimensions + d] = sum / (values[column] as number) ** 0.25
    }
  }
  return result
}

function times(matrix: SparseRows, dense: Float32Array, width: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(matrix.size * width)
  for (let row = 0; row < matrix.size; row++) {
    for (let at = matrix.offsets[row] as number; at < (matrix.offsets[row + 1] as number); at++) {
      const from = (matrix.columns[at] as number) * width
      const value = matrix.values[at] as number
      for (let j = 0; j < width; j++) {
        result[row * width + j] = (result[row * width + j] as number) + value * (dense[from + j] as number)
      }
    }
  }
  return result
}

function timesTransposed(matrix: SparseRows, dense: Float32Array, width: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(matrix.size * width)
  for (let row = 0; row < matrix.size; row++) {
    for (let at = matrix.offsets[row] as number; at < (matrix.offsets[row + 1] as number); at++) {
      const to = (matrix.columns[at] as number) * width
      const value = matrix.values[at] as number
      for (let j = 0; j < width; j++) {
        result[to + j] = (result[to + j] as number) + value * (dense[row * width + j] as number)
      }
    }
  }
  return result
}

/** Gram-Schmidt, twice for accuracy; works on columns. */
function orthonormal(dense: Float32Array<ArrayBuffer>, rows: number, width: number): Float32Array<ArrayBuffer> {
  const columns = Array.from({ length: width }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => dense[i * width + j] as number),
  )
  for (const [j, column] of columns.entries()) {
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of columns.slice(0, j)) {
        let dot = 0
        for (let i = 0; i < rows; i++) dot += (column[i] as number) * (earlier[i] as number)
        for (let i = 0; i < rows; i++) column[i] = (column[i] as number) - dot * (earlier[i] as number)
      }
    }
    let square = 0
    for (const value of column) square += value * value
    const length = Math.sqrt(square) || 1
    for (let i = 0; i < rows; i++) dense[i * width + j] = (column[i] as number) / length
    for (let i = 0; i < rows; i++) column[i] = (column[i] as number) / length
  }
  return dense
}

function gramOf(dense: Float32Array, rows: number, width: number): Float64Array {
  const gram = new Float64Array(width * width)
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      const value = dense[row * width + i] as number
      for (let j = 0; j < width; j++) {
        gram[i * width + j] = (gram[i * width + j] as number) + value * (dense[row * width + j] as number)
      }
    }
  }
  return gram
}

/** Eigenvalues and eigenvectors (columns) of a symmetric matrix by Jacobi's rotations. */
function eigenOf(symmetric: Float64Array, width: number): { values: Float64Array; vectors: Float64Array } {
  const a = symmetric.slice()
  const vectors = new Float64Array(width * width)
  for (let i = 0; i < width; i++) vectors[i * width + i] = 1
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) {
        const apq = a[p * width + q] as number
        off += apq * apq
        if (Math.abs(apq) < 1e-14) continue
        const theta = ((a[q * width + q] as number) - (a[p * width + p] as number)) / (2 * apq)
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        rotate(a, vectors, width, p, q, c, t * c)
      }
    }
    if (off < 1e-12) break
  }
  return { values: Float64Array.from({ length: width }, (_, i) => Math.max(0, a[i * width + i] as number)), vectors }
}

function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const x = a[k * n + p] as number
    const y = a[k * n + q] as number
    a[k * n + p] = c * x - s * y
    a[k * n + q] = s * x + c * y
  }
  for (let k = 0; k < n; k++) {
    const x = a[p * n + k] as number
    const y = a[q * n + k] as number
    a[p * n + k] = c * x - s * y
    a[q * n + k] = s * x + c * y
    const u = vectors[k * n + p] as number
    const v = vectors[k * n + q] as number
    vectors[k * n + p] = c * u - s * v
    vectors[k * n + q] = s * u + c * v
  }
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
