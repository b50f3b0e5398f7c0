/** How well one item goes with the others of its scale. */
export interface ItemReliability {
  mean: number
  /** Sample standard deviation, in points of the scale. */
  sd: number
  /** Correlation with the sum of the other items, -1..1: with itself in the sum every item would look good. */
  itemTotal: number
  /** Standardised alpha of the others; null where fewer than two are left. */
  alphaIfDropped: number | null
}

export interface Reliability {
  kind: 'known'
  /** From the covariances: Cronbach (1951), "Coefficient alpha and the internal structure of tests". At most 1; below 0 where items contradict each other. */
  alpha: number
  /** From the correlations, as if all items had the same spread. */
  standardizedAlpha: number
  /** Answers with every item. */
  n: number
  /** In the order given. */
  items: ItemReliability[]
}

/** Why nothing can be said. `item`: place of the one that everybody answered alike. `same-sum`: the items cancel each other out. */
export type UnknownReliability =
  | { kind: 'unknown'; because: 'too-few-items' | 'too-few-answers' | 'same-sum' }
  | { kind: 'unknown'; because: 'no-variance'; item: number }

/**
 * Whether items measure one thing.
 * @param answers one row per answer, with every item in the same order
 */
export function reliability(answers: readonly (readonly number[])[]): Reliability | UnknownReliability {
  const k = answers[0]?.length ?? 0
  if (answers.length < 2) return { kind: 'unknown', because: 'too-few-answers' }
  if (k < 2) return { kind: 'unknown', because: 'too-few-items' }
  const columns = Array.from({ length: k }, (_, item) => answers.map((row) => row[item] ?? 0))
  const means = columns.map(mean)
  const covariance = columns.map((a, i) => columns.map((b, j) => covarianceOf(a, b, means[i] ?? 0, means[j] ?? 0)))
  const variance = (item: number) => covariance[item]?.[item] ?? 0
  const constant = columns.findIndex((column) => column.every((value) => value === column[0]))
  if (constant >= 0) return { kind: 'unknown', because: 'no-variance', item: constant }
  const correlation = covariance.map((row, i) => row.map((value, j) => value / Math.sqrt(variance(i) * variance(j))))
  const all = columns.map((_, item) => item)
  const [alpha, standardizedAlpha] = [alphaOf(covariance, all), alphaOf(correlation, all)]
  if (alpha === null || standardizedAlpha === null) return { kind: 'unknown', because: 'same-sum' }
  return {
    kind: 'known',
    alpha,
    standardizedAlpha,
    n: answers.length,
    items: all.map((item) => {
      const others = all.filter((other) => other !== item)
      const withOthers = sum(others.map((other) => covariance[item]?.[other] ?? 0))
      const othersVariance = sumOver(covariance, others)
      return {
        mean: means[item] ?? 0,
        sd: Math.sqrt(variance(item)),
        // Others that cancel each other out leave no sum to go with.
        itemTotal: othersVariance > 0 ? withOthers / Math.sqrt(variance(item) * othersVariance) : 0,
        alphaIfDropped: others.length < 2 ? null : alphaOf(correlation, others),
      }
    }),
  }
}

/** A variance below this share of its parts is rounding. */
const NOTHING = 1e-12

/** Alpha of some items from the matrix of their covariances, or of their correlations for the standardised one. */
function alphaOf(matrix: readonly (readonly number[])[], items: readonly number[]): number | null {
  const k = items.length
  const [apart, together] = [sum(items.map((item) => matrix[item]?.[item] ?? 0)), sumOver(matrix, items)]
  return together > NOTHING * apart ? (k / (k - 1)) * (1 - apart / together) : null
}

function sumOver(matrix: readonly (readonly number[])[], items: readonly number[]): number {
  return sum(items.flatMap((i) => items.map((j) => matrix[i]?.[j] ?? 0)))
}

function covarianceOf(a: readonly number[], b: readonly number[], meanA: number, meanB: number): number {
  return sum(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB))) / (a.length - 1)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
