import {
  type EvidenceOfWeek,
  endOf,
  meanTrust,
  type TrustOfWeek,
  trustAlong,
  trustEvidence,
  trustOfWeek,
} from '../../../analytics/index.ts'
import { parsePolicy } from '../../../bot/policy/index.ts'
import { seededRandom } from '../../../nlp/intent/random.ts'

/** A year of a company whose law is known. */
export interface CompanyYear {
  rate: number
  threshold: number
  /** Transparency, mean true trust and what the week's evidence says of it, by week. */
  indexes: number[]
  truth: number[]
  observed: (TrustOfWeek | null)[]
}

type Random = () => number
type Weights = Parameters<typeof trustEvidence>[1]

/** The weights of evidence of a company that has written none of its own. */
export function defaultWeights(): Weights {
  return parsePolicy('{}', 'nothing written').trust
}

/**
 * A company's year: transparency stays for weeks at a level and then changes, and varies about it; trust moves by the law,
 * day by day, and is jolted each day by something else, mostly little and sometimes much. The estimator assumes neither.
 * Each week some hundred customers answer, who differ among themselves, some with several pieces of evidence.
 */
export function companyYear(seed: number, weeks: number, weights: Weights): CompanyYear {
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + (high - low) * random()
  const rate = between(0.01, 0.04)
  const threshold = between(0.5, 0.75)
  const jolt = between(0.002, 0.008)
  const customers = Math.round(between(80, 400))
  const change = between(0.05, 0.15)
  let trust = between(0.45, 0.75)
  let level = threshold
  const year: CompanyYear = { rate, threshold, indexes: [], truth: [], observed: [] }
  for (let week = 0; week < weeks; week++) {
    // Who loses trust becomes more open, and who has much of it less careful: so companies stay off the ends.
    if (week === 0 || random() < 0.15) level = threshold + 0.15 * (0.6 - trust) + between(-change, change)
    const index = clamp(level + 0.02 * normal(random))
    let mean = 0
    for (let day = 0; day < 7; day++) {
      const path = trustAlong(trust, [{ days: 1, from: index, to: index }], { rate, threshold })
      mean += meanTrust(path) / 7
      trust = clamp(endOf(path, trust) + (jolt / Math.sqrt(7)) * heavyTailed(random))
    }
    year.indexes.push(index)
    year.truth.push(mean)
    year.observed.push(trustOfWeek(evidenceOf(mean, Math.round(customers * between(0.7, 1.3)), weights, random)))
  }
  return year
}

function evidenceOf(trust: number, customers: number, weights: Weights, random: Random): EvidenceOfWeek {
  const sums = { customers, size: 0, total: 0, sizeSquares: 0, totalSquares: 0, products: 0 }
  for (let i = 0; i < customers; i++) {
    // Customers differ, and are right on average.
    const own = trust + (2 * random() - 1) * 0.9 * Math.min(trust, 1 - trust)
    let [size, total] = [0, 0]
    do {
      const stars = [0, 0, 0, 0].filter(() => random() < own).length
      for (const { gain, loss } of [
        trustEvidence('survey-rating', weights, stars / 4),
        trustEvidence(random() < own ? 'survey-resolved' : 'survey-unresolved', weights),
      ]) {
        size += gain + loss
        total += gain
      }
    } while (random() < 0.25)
    sums.size += size
    sums.total += total
    sums.sizeSquares += size * size
    sums.totalSquares += total * total
    sums.products += size * total
  }
  return sums
}

/** Standard normal, by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Of variance one: nine days in ten are calm, the tenth is not. */
function heavyTailed(random: Random): number {
  return normal(random) * (random() < 0.1 ? Math.sqrt(5.5) : Math.sqrt(0.5))
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
