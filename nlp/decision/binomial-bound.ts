import jStat from 'jstat'

/**
 * The largest rate under which so few failures (or fewer) are not too surprising: the exact one-sided upper bound.
 * With `confidence` or more, whatever the true rate is, it lies at or below. Clopper and Pearson (1934), Biometrika 26.
 *
 * @param failures 0..n
 * @param confidence 0..1, for example 0.95
 * @returns 0..1; 1 when nothing was seen
 */
export function upperBound(failures: number, n: number, confidence: number): number {
  if (failures >= n) return 1
  // Nothing failed: (1 - rate)^n = 1 - confidence, solved without the iteration.
  if (failures === 0) return -Math.expm1(Math.log1p(-confidence) / n)
  return jStat.beta.inv(confidence, failures + 1, n - failures)
}

/** The counterpart from below: with `confidence` or more the true rate lies at or above. */
export function lowerBound(successes: number, n: number, confidence: number): number {
  return 1 - upperBound(n - successes, n, confidence)
}

/**
 * How many cases without one failure it takes to say "at most `risk`" with the given confidence:
 * the smallest n with (1 - risk)^n <= 1 - confidence.
 */
export function casesNeeded(risk: number, confidence: number): number {
  return Math.ceil(Math.log1p(-confidence) / Math.log1p(-risk) - 1e-9)
}
