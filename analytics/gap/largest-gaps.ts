import type { Language } from '../../domain/index.ts'
import { rate } from '../metrics/metric.ts'
import { gapCost, type Losses, type Prices } from './cost.ts'
import { FEWEST, type Remedy, type RemedyEvidence, remediesFor } from './remedy.ts'

/** What is known about one need in a period. */
export interface NeedInPeriod extends RemedyEvidence, Omit<Losses, 'handovers'> {
  /** Messages about it. */
  turns: number
  prices: Prices
}

/** Messages of one kind that no need covers. */
export interface ClusterInPeriod extends Losses {
  /** Proposed for a new need, from the words of the messages. */
  name: string
  language: Language
  /** Ids of the messages, the most typical first. */
  ids: readonly string[]
}

export interface LargestGap extends Losses {
  about: { kind: 'need'; need: string } | { kind: 'cluster'; name: string; language: Language; ids: readonly string[] }
  /** Messages about it. */
  messages: number
  cost: number
  /** Of the cost of everything, 0..1. */
  share: number
  /** False below 5 messages, and 5 handovers: nothing is said about what would close it then. */
  enough: boolean
  /** What would close it, the strongest first. */
  remedies: Remedy[]
}

/**
 * Needs and kinds of messages by what their gap costs, the dearest first (ties by name); what costs nothing is left out.
 * @param lists the lists offered to customers, the likeliest need first
 * @param uncovered how many messages no need covers, in a cluster or not
 * @param uncoveredPrices what they cost, being about none of the needs
 */
export function largestGaps(
  needs: readonly NeedInPeriod[],
  clusters: readonly ClusterInPeriod[],
  {
    lists,
    uncovered,
    uncoveredPrices,
  }: {
    lists: readonly (readonly string[])[]
    uncovered: number
    uncoveredPrices: Prices
  },
): LargestGap[] {
  const found = [
    ...needs.map((one) => ({
      name: one.need,
      about: { kind: 'need', need: one.need } as const,
      ...lossesOf(one),
      messages: one.turns,
      cost: gapCost(one, one.prices),
      remedies: remediesFor(one, lists),
    })),
    ...clusters.map((one) => ({
      name: one.name,
      about: { kind: 'cluster', name: one.name, language: one.language, ids: one.ids } as const,
      ...lossesOf(one),
      messages: one.ids.length,
      cost: gapCost(one, uncoveredPrices),
      remedies: [{ kind: 'no-need', evidence: rate(one.ids.length, uncovered) } as const],
    })),
  ]
  const total = found.reduce((sum, { cost }) => sum + cost, 0)
  return found
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost || (a.name < b.name ? -1 : 1))
    .map(({ name: _, remedies, ...gap }) => {
      const enough = Math.max(gap.messages, gap.handovers) >= FEWEST
      return { ...gap, share: gap.cost / total, enough, remedies: enough ? remedies : [] }
    })
}

function lossesOf({ handovers, dissatisfied, unmet }: Losses): Losses {
  return { handovers, dissatisfied, unmet }
}
