import type { Channel, Language } from '../../domain/index.ts'
import type { Policy } from './policy.ts'

/** What is known of a customer when the bot decides. */
export interface CustomerFacts {
  channel: Channel
  language: Language
  /** Trust score, 0..1. */
  trust: number
}

/** The first segment of the policy that fits the customer; undefined when none does. */
export function segmentOf({ segments }: Pick<Policy, 'segments'>, customer: CustomerFacts): string | undefined {
  return segments.find(
    ({ channel, language, trustBelow, trustAbove }) =>
      (channel === undefined || channel === customer.channel) &&
      (language === undefined || language === customer.language) &&
      (trustBelow === undefined || customer.trust < trustBelow) &&
      (trustAbove === undefined || customer.trust > trustAbove),
  )?.name
}

/** Whether the segments ask for the customer's trust: most do not, and a ledger need not be read then. */
export function asksForTrust({ segments }: Pick<Policy, 'segments'>): boolean {
  return segments.some(({ trustBelow, trustAbove }) => (trustBelow ?? trustAbove) !== undefined)
}
