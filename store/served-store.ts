import type { ServedCounts } from '../domain/index.ts'
import type { Period } from './period.ts'

/** How customers were served in a period: what the guard watches a new model by. */
export interface ServedStore {
  /** Turns of the bot, counted up to so many. */
  turns(period: Period, atMost: number): Promise<number>
  /**
   * What is counted:
   * - `handed-over`: a conversation on one day (UTC) with a turn of the bot; bad when one of them handed it over;
   * - `wrong-answer`: the same where an answer was given or stood; bad when the customer refused it or asked the same
   *   again, or an agent said that it was wrong;
   * - `checked-wrong`: an answer that a check could judge; bad when it says another need, none, or a wrong answer;
   * - `not-resolved`: a survey about a conversation whose last turn was in the period, with an answer to whether the need
   *   was met; bad when it was not.
   */
  counts(period: Period): Promise<ServedCounts>
}
