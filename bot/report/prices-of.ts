import type { Prices } from '../../analytics/index.ts'
import { handoffCost, stakesFor, wrongAnswerCost } from '../../nlp/index.ts'
import type { Policy } from '../policy/index.ts'

/** What a handover and a need left unmet cost. @param need absent: of messages that no need covers */
export function pricesOf({ stakes }: Pick<Policy, 'stakes'>, need?: string): Prices {
  const own = stakesFor(stakes, need, undefined)
  return { handover: handoffCost(own), unserved: wrongAnswerCost(own) }
}
