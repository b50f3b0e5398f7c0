import { seededRandom } from '../intent/random.ts'
import { SIGNIFICANT } from './spent-level.ts'

const FLIPS = 2000
/** Coins in one random number. */
const COINS = 24
/** A level below what so many flips resolve needs more of them, until this many sums were as large by chance. */
const AS_LARGE_ENOUGH = 20

/**
 * How often a sum of gains as large as this comes about when each gain is as likely to be a loss (Fisher 1935).
 * Flips as often as it takes to tell whether p is below `level`: on past 2,000 only while few sums were as large
 * (sequential Monte Carlo, Besag and Clifford 1991).
 * @returns p, 0..1; 1 when nothing was gained
 */
export function signFlipTest(gains: readonly number[], seed: number, level = SIGNIFICANT): number {
  const random = seededRandom(seed)
  const observed = gains.reduce((sum, gain) => sum + gain, 0)
  if (observed <= 0) return 1
  const most = Math.max(FLIPS, Math.ceil(AS_LARGE_ENOUGH / level))
  let asLarge = 0
  let flips = 0
  while (flips < FLIPS || (flips < most && asLarge < AS_LARGE_ENOUGH)) {
    flips += 1
    // Rounding must not tell equal sums apart.
    if (flippedSum(gains, random) >= observed - 1e-12) asLarge += 1
  }
  return (1 + asLarge) / (1 + flips)
}

/** A loop, and one random number for many coins: thousands of gains are flipped hundreds of thousands of times. */
function flippedSum(gains: readonly number[], random: () => number): number {
  let sum = 0
  let coins = 0
  for (let i = 0; i < gains.length; i++) {
    if (i % COINS === 0) coins = Math.floor(random() * 2 ** COINS)
    const gain = gains[i] as number
    sum += coins & 1 ? gain : -gain
    coins >>>= 1
  }
  return sum
}
