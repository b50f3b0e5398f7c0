/** What went wrong about a need, or about messages of a kind, in a period. */
export interface Losses {
  /** Conversations handed to a person. */
  handovers: number
  /** Customers who rated 1 or 2, or said that their need was not met. */
  dissatisfied: number
  /**
   * Conversations that the bot kept and that stayed unmet as far as the gap can tell: the sum over them of the gap at the
   * last message. A whole number is not to be expected.
   */
  unmet: number
}

/** What one of each costs, in the unit of the policy's stakes. */
export interface Prices {
  /** A person's time and the customer's wait, with the customers lost while waiting. */
  handover: number
  /** A need left unmet: a wrong answer, with the customers it drives away. */
  unserved: number
}

/**
 * handovers x H + (dissatisfied + unmet) x W, with H and W of the policy's stakes.
 * A customer who said so counts beside what the gap estimates of the same conversation: what was said is meant to weigh more.
 * The cost is for ranking; it is no invoice.
 */
export function gapCost({ handovers, dissatisfied, unmet }: Losses, prices: Prices): number {
  return handovers * prices.handover + (dissatisfied + unmet) * prices.unserved
}
