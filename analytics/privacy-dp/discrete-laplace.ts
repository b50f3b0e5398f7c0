import { type RandomBytes, uniformBelow } from './uniform-below.ts'

/** A fraction of two whole numbers, `below` > 0. */
export interface Fraction {
  above: bigint
  below: bigint
}

/**
 * A whole number x with probability proportional to exp(-|x| / scale), exactly: whole numbers alone are drawn and compared,
 * so that no rounding tells apart what the noise shall hide (Mironov 2012 for what happens otherwise).
 *
 * Canonne, Kamath, Steinke (2020), "The Discrete Gaussian for Differential Privacy", arXiv:2004.00010, Algorithm 2.
 * @param scale more than 0; sensitivity / epsilon
 */
export function discreteLaplace({ above: t, below: s }: Fraction, random: RandomBytes): bigint {
  if (t <= 0n || s <= 0n) throw new RangeError(`the scale ${t}/${s} is not more than 0`)
  for (;;) {
    const rest = uniformBelow(t, random)
    if (!happensByExp({ above: rest, below: t }, random)) continue
    let whole = 0n
    while (happensByExp({ above: 1n, below: 1n }, random)) whole++
    const size = (rest + t * whole) / s
    const isNegative = uniformBelow(2n, random) === 1n
    // Zero has one sign, or it would come twice as often as it should.
    if (isNegative && size === 0n) continue
    return isNegative ? -size : size
  }
}

/** True with probability exp(-exponent), of an exponent from 0 to 1: the same paper, Algorithm 1. */
function happensByExp({ above, below }: Fraction, random: RandomBytes): boolean {
  let tries = 1n
  while (uniformBelow(below * tries, random) < above) tries++
  return tries % 2n === 1n
}

/** Its variance: 2 q / (1 - q)², q = exp(-1 / scale). Of the scale as a plain number, for intervals alone. */
export function discreteLaplaceVariance(scale: number): number {
  const q = Math.exp(-1 / scale)
  return (2 * q) / (1 - q) ** 2
}
