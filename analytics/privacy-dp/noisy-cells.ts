import { discreteLaplace, discreteLaplaceVariance } from './discrete-laplace.ts'
import { epsilonOf, microsOf } from './epsilon.ts'
import type { RandomBytes } from './uniform-below.ts'

/** How much one customer may change the cells of a table together, and the epsilon that the table may take. */
export interface Noise {
  /** Rows of one customer that count, in all cells of the table together: 1 or more. */
  rowsPerCustomer: number
  epsilonMicros: number
}

/**
 * Counts with noise: a table in which one customer holds at most `rowsPerCustomer` rows is epsilon-differentially private
 * towards that customer's being there or not (Dwork, McSherry, Nissim, Smith 2006; the sum of changes over the cells is the
 * sensitivity). Whatever is made of them afterwards is so, too.
 * @returns whole numbers, which may be negative
 */
export function noisyCells<Cell extends string>(
  counts: Readonly<Record<Cell, number>>,
  noise: Noise,
  random: RandomBytes,
): Record<Cell, number> {
  const scale = { above: BigInt(noise.rowsPerCustomer) * BigInt(microsOf(1)), below: BigInt(noise.epsilonMicros) }
  const cells = Object.entries<number>(counts).map(([cell, count]) => [
    cell,
    Number(BigInt(count) + discreteLaplace(scale, random)),
  ])
  return Object.fromEntries(cells) as Record<Cell, number>
}

/** Variance of the noise of one cell. */
export function noiseVariance({ rowsPerCustomer, epsilonMicros }: Noise): number {
  return discreteLaplaceVariance(rowsPerCustomer / epsilonOf(epsilonMicros))
}
