/**
 * What the outcomes of a turn are worth to the company. Amounts are in any one unit (yuan, minutes, points), each 0 or
 * more; only their ratios matter for the decision. Chances are 0..1.
 */
export interface Stakes {
  /** Gained when the need is met, by the bot or by a person. */
  rightAnswer: number
  /** Lost by a wrong answer: trust, and the second contact that follows. */
  wrongAnswer: number
  /** Lost by a list to choose from. */
  clarification: number
  /** Lost by asking for one detail. */
  question: number
  /** Lost by a handover: a person's time and the customer's wait. */
  handoff: number
  /** Lost when the customer leaves for good. */
  customerLost: number
  /** Chance that a wrong answer drives the customer away. */
  lostAfterWrong: number
  /** Chance that the customer leaves while waiting for a person. */
  lostAfterHandoff: number
  /** Chance that a person meets the need. */
  personSolves: number
  /** Of messages about none of the needs, the share that nobody could do anything for: tests, chat, slips. */
  nothingWanted: number
}

/** Stakes of the company as a whole, and where they differ. */
export interface StakesTable {
  standard: Stakes
  /** By the customer's segment. */
  bySegment?: Readonly<Record<string, Partial<Stakes>>>
  /** By need; stronger than the segment, for a wrong answer on a burning charger is grave whoever asks. */
  byNeed?: Readonly<Record<string, Partial<Stakes>>>
}

/** The stakes of one need for one customer: the standard, changed by the segment, then by the need. */
export function stakesFor(table: StakesTable, need: string | undefined, segment: string | undefined): Stakes {
  return {
    ...table.standard,
    ...own(table.bySegment, segment),
    ...own(table.byNeed, need),
  }
}

/** What a wrong answer costs on average: itself, and the customers it drives away. */
export function wrongAnswerCost(stakes: Stakes): number {
  return stakes.wrongAnswer + stakes.lostAfterWrong * stakes.customerLost
}

/** What a handover is worth on average: what a person achieves, less their time and the customers lost in the queue. */
export function handoffUtility(stakes: Stakes): number {
  return stakes.personSolves * stakes.rightAnswer - handoffCost(stakes)
}

/** What a handover costs on average: a person's time, the customer's wait, and the customers lost in the queue. */
export function handoffCost({ handoff, lostAfterHandoff, customerLost }: Stakes): number {
  return handoff + lostAfterHandoff * customerLost
}

/** What a handover is worth for a message about none of the needs: a person's time is lost on those who want nothing. */
export function unknownHandoffUtility(stakes: Stakes): number {
  const { nothingWanted } = stakes
  return (1 - nothingWanted) * handoffUtility(stakes) - nothingWanted * handoffCost(stakes)
}

/** What asking back is worth for such a message, the list's cost aside: who wants nothing goes, the others get a person. */
export function unknownClarificationUtility(stakes: Stakes): number {
  return (1 - stakes.nothingWanted) * handoffUtility(stakes)
}

// A need may be called "constructor"; what an object inherits is not an entry.
function own(entries: Readonly<Record<string, Partial<Stakes>>> | undefined, key: string | undefined): Partial<Stakes> {
  return (entries && key !== undefined && Object.hasOwn(entries, key) && entries[key]) || {}
}
