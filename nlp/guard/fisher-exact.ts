import type { Share } from '../../domain/index.ts'

/**
 * How often chance alone makes the share after at least as large as it is, when both are draws from the same: the exact
 * one-sided test of two shares given how many are bad in all (Fisher 1935, "The logic of inductive inference").
 * @returns p, 0..1; 1 when there is nothing on either side
 */
export function fisherExact(before: Share, after: Share): number {
  const bad = before.bad + after.bad
  const fewest = Math.max(0, bad - before.of)
  const most = Math.min(bad, after.of)
  // The chance of x + 1 bad ones after, against that of x (hypergeometric).
  const ratio = (x: number) => ((bad - x) * (after.of - x)) / ((x + 1) * (before.of - bad + x + 1))
  // From the likeliest outwards: what is too small for a number adds nothing.
  const likeliest = Math.floor(((bad + 1) * (after.of + 1)) / (before.of + after.of + 2))
  let all = 0
  let asMany = 0
  const add = (x: number, weight: number) => {
    all += weight
    if (x >= after.bad) asMany += weight
  }
  for (let x = likeliest, weight = 1; x <= most && weight > 0; x++) {
    add(x, weight)
    weight *= ratio(x)
  }
  for (let x = likeliest - 1, weight = 1; x >= fewest; x--) {
    weight /= ratio(x)
    if (weight === 0) break
    add(x, weight)
  }
  return asMany / all
}
