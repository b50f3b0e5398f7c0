/** Units of a span of time. A business hour or day is one in which the company is open. */
export const DEADLINE_UNITS = ['minute', 'hour', 'business-hour', 'day', 'business-day', 'week', 'month'] as const
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number]

/** A day as it was named; which one that is depends on when it was said. */
export type DeadlineDay =
  /** 0: today, 1: tomorrow. */
  | { kind: 'in-days'; days: number }
  /**
   * 1: Monday .. 7: Sunday. `weeks`: 1 for that of next week (下周五; weeks begin on Monday); absent: the first one to
   * come, today included.
   */
  | { kind: 'weekday'; weekday: number; weeks?: 1 }
  /** Year or month are absent where not said: the first such day to come. `month` 1-12, `day` 1-31; the day may not exist. */
  | { kind: 'date'; year?: number; month?: number; day: number }
  /** The last open day of this week (0) or of the next (1). */
  | { kind: 'end-of-week'; weeks: 0 | 1 }
  /** The last open day of this month (0) or of the next (1). */
  | { kind: 'end-of-month'; months: 0 | 1 }

/** By the clock where the company is: `hour` 0-23, `minute` 0-59. */
export interface ClockTime {
  hour: number
  minute: number
}

/**
 * Until when something was promised, as it was said: a value, not a moment, for what "tomorrow" is depends on when and
 * where it was said and on the hours in which the company is open.
 *
 * `within`: so much time from now on; `amount` is positive, and of several ("2 to 3 days") the longest. `by`: on or before a
 * day; without a `time` the whole open day counts. A time named without a day is that of today, or of tomorrow where it
 * has passed. `none`: no time was said ("soon", "as quickly as we can").
 */
export type PromiseDeadline =
  | { kind: 'within'; amount: number; unit: DeadlineUnit }
  | { kind: 'by'; day: DeadlineDay; time?: ClockTime }
  | { kind: 'none' }
