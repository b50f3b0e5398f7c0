/** Epsilon is counted in whole millionths: budgets are added up, and what is added up must not be rounded. */
const MICROS = 1_000_000

/** The most whole millionths that an epsilon holds; a figure written in a policy is read as it is written. */
export function microsOf(epsilon: number): number {
  return Math.floor(Number((epsilon * MICROS).toFixed(3)))
}

export function epsilonOf(micros: number): number {
  return micros / MICROS
}

/** One of so many equal parts; what is left over is spent by nobody. */
export function partOf(micros: number, parts: number): number {
  return Math.floor(micros / parts)
}
