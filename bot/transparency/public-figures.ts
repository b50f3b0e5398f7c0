import {
  epsilonOf,
  noiseVariance,
  noisyCells,
  type PublishedShare,
  partOf,
  publishedShare,
  publishedSteps,
  type RandomBytes,
} from '../../analytics/index.ts'
import type { PublicCounts } from '../../store/index.ts'

/** The tables that are counted; each takes an equal part of a release's epsilon, since a customer may be in all of them. */
const TABLES = ['promises', 'firstAnswers', 'endings', 'ratings'] as const satisfies (keyof PublicCounts)[]
const WITHIN = { within1: 1, within5: 5, within15: 15, within60: 60 } as const

export interface PublicFigures {
  promisesInTime: PublishedShare
  /** Of customers who were handed over, by how many minutes a person had written; rising. */
  answeredWithin: { minutes: number; share: PublishedShare }[]
  botAlone: PublishedShare
  satisfiedWithBot: PublishedShare
  satisfiedWithPerson: PublishedShare
}

/** What the noise was, so that everybody can check what was promised. */
export interface NoiseUsed {
  /** Of the whole release. */
  epsilon: number
  rowsPerCustomer: number
  /** Each table's part of epsilon, and the standard deviation of the noise of one of its cells. */
  tables: { table: (typeof TABLES)[number]; epsilon: number; standardDeviation: number }[]
}

/** What is said of a period, from its counts and fresh randomness. Of the counts nothing but noisy ones gets out of here. */
export function publicFigures(
  counts: PublicCounts,
  { rowsPerCustomer, epsilonMicros }: { rowsPerCustomer: number; epsilonMicros: number },
  random: RandomBytes,
): { figures: PublicFigures; noise: NoiseUsed } {
  const noise = { rowsPerCustomer, epsilonMicros: partOf(epsilonMicros, TABLES.length) }
  const variance = noiseVariance(noise)
  const promises = noisyCells(counts.promises, noise, random)
  const firstAnswers = noisyCells(counts.firstAnswers, noise, random)
  const endings = noisyCells(counts.endings, noise, random)
  const ratings = noisyCells(counts.ratings, noise, random)
  const share = (within: number, others: number) =>
    publishedShare({ within, others, cellsWithin: 1, cellsOthers: 1, variance })
  const limits = Object.keys(WITHIN) as (keyof typeof WITHIN)[]
  const steps = publishedSteps([...limits.map((limit) => firstAnswers[limit]), firstAnswers.later], variance)
  const standardDeviation = Math.round(100 * Math.sqrt(variance)) / 100
  return {
    figures: {
      promisesInTime: share(promises.inTime, promises.notInTime),
      answeredWithin: steps.map((step, index) => ({ minutes: WITHIN[limits[index] ?? 'within60'], share: step })),
      botAlone: share(endings.botAlone, endings.withPerson),
      satisfiedWithBot: share(ratings.botSatisfied, ratings.botNot),
      satisfiedWithPerson: share(ratings.personSatisfied, ratings.personNot),
    },
    noise: {
      epsilon: epsilonOf(epsilonMicros),
      rowsPerCustomer,
      tables: TABLES.map((table) => ({ table, epsilon: epsilonOf(noise.epsilonMicros), standardDeviation })),
    },
  }
}
