import type { Channel, Escalation } from '../domain/index.ts'
import type { Period } from './period.ts'

/** Sums over one period, for analytics to make metrics of. All counts are whole numbers. Of surveys see `SurveyReportStore`. */
export interface PeriodSums {
  period: Period
  opened: number
  /** `resolved` events by who resolved. */
  resolvedByBot: number
  resolvedByAgent: number
  resolvedByIdle: number
  /** `resolved` events whose conversation had no `escalated` or `taken-over` event since it was opened or last reopened. */
  resolvedWithoutEscalation: number
  reopened: number
  escalated: number
  turns: number
  /** Sum of the turns' gap, for the mean. */
  gapSum: number
  /** Mean over customers of the score after their last ledger event before the period's end; null without any. */
  trustMean: number | null
  trustCustomers: number
}

/** When what happened to one escalation, epoch milliseconds. */
export interface HandoverTimes
  extends Pick<Escalation, 'queue' | 'queuedAt' | 'acceptedAt' | 'agentId' | 'firstReplyAt' | 'endedAt' | 'outcome'> {
  /** Its agent took over unasked. */
  steppedIn: boolean
  /** When the customer first wrote again after the conversation was closed at its end. */
  reopenedAt?: number
}

export interface LowestTrustQuery {
  /** Epoch milliseconds. */
  now: number
  /** Pseudo-observations of a customer without evidence, both > 0. */
  prior: { gain: number; loss: number }
  /** Days after which evidence counts half, > 0. */
  halfLifeDays: number
  /** Rows of ledgers, > 0. */
  newest: number
  /** Customers, > 0. */
  limit: number
}

export interface ReportStore {
  /** One row per period, in the order given. `channel` undefined: all. */
  sums(periods: Period[], channel?: Channel): Promise<PeriodSums[]>
  /**
   * Customers with the lowest trust as it stands at `now`; ties by id. Looked at are those of whom one of the `newest` rows
   * tells that were written to any ledger in the period, and with a channel those of such a row of that channel: so the cost
   * does not grow with the number of customers, and while the period has no more rows, nobody heard of in it is left out.
   * The score is over a customer's whole ledger, as analytics reckons it (`trustScore`). `channel` undefined: all.
   */
  lowestTrust(
    period: Period,
    asked: LowestTrustQuery,
    channel?: Channel,
  ): Promise<{ customerId: string; name?: string; score: number; lastAt: number }[]>
  /**
   * Escalations by reason in a period; one escalation counts once under each of its reasons. One that follows another is
   * the same handover, passed on, and is not counted.
   */
  escalationReasons(period: Period, channel?: Channel): Promise<{ reason: string; count: number }[]>
  /** Every escalation that began in the period, the earliest first. */
  handovers(period: Period, channel?: Channel): Promise<HandoverTimes[]>
}
