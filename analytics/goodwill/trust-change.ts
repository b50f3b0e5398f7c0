import type { Treatment, TrustEvent } from '../../domain/index.ts'
import { type TrustPolicy, trustScore } from '../trust/index.ts'

/**
 * How a customer's trust moved after a treatment, -1..1: the score then against the score at that moment, both by the weights of
 * today. What became of promises in the same conversation is left out, for those treated and those held out alike: else
 * a call that is made as promised would be found to raise trust by having been promised.
 *
 * @param ledger the customer's
 * @param until epoch milliseconds
 */
export function trustChange(
  { at, conversationId }: Pick<Treatment, 'at' | 'conversationId'>,
  ledger: readonly TrustEvent[],
  until: number,
  policy: Pick<TrustPolicy, 'prior' | 'halfLifeDays' | 'mostObservations'>,
): number {
  const counted = ledger.filter(
    (event) => event.at <= at || event.conversationId !== conversationId || !isOfPromise(event),
  )
  return trustScore(counted, until, policy).score - trustScore(counted, at, policy).score
}

function isOfPromise({ cause }: TrustEvent): boolean {
  return cause === 'promise-kept' || cause === 'promise-broken'
}
