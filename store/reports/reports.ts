import type { Database } from '../database.ts'
import type { PeriodSums, ReportStore } from '../report-store.ts'
import { handoverTimes } from './handovers.ts'
import { lowestTrust } from './lowest-trust.ts'
import { eventSums, turnSums } from './period-sums.ts'
import { trustTotals } from './trust-means.ts'

/** Periods per query: databases bound the number of parameters (32,766 in SQLite). */
const PERIODS_AT_ONCE = 5_000

export function reportStore(database: Database): ReportStore {
  const { db, capabilities } = database

  const sums: ReportStore['sums'] = async (periods, channel) => {
    if (periods.length > PERIODS_AT_ONCE) {
      const first = await sums(periods.slice(0, PERIODS_AT_ONCE), channel)
      return [...first, ...(await sums(periods.slice(PERIODS_AT_ONCE), channel))]
    }
    if (periods.length === 0) return []

    const events = byPosition(await eventSums(db, periods, channel))
    const turns = byPosition(await turnSums(db, periods, channel))
    const trust = byPosition(await trustTotals(db, periods, channel))
    return periods.map((period, position): PeriodSums => {
      const { scoreSum, customers } = trust(position)
      return {
        period,
        ...events(position),
        ...turns(position),
        trustMean: customers === 0 ? null : scoreSum / customers,
        trustCustomers: customers,
      }
    })
  }

  return {
    sums,
    lowestTrust: lowestTrust(database),
    handovers: (period, channel) => handoverTimes(db, period, channel),

    async escalationReasons({ from, to }, channel) {
      let query = db
        .selectFrom('escalations')
        .innerJoin('escalation_reasons', 'escalation_reasons.escalation_id', 'escalations.id')
        .select((eb) => ['escalation_reasons.reason', eb.fn.countAll<number>().as('count')])
        .where('escalations.queued_at', '>=', from)
        .where('escalations.queued_at', '<', to)
        // Passed on, a conversation has not left the bot a second time.
        .where('escalations.follows', 'is', null)
      if (channel !== undefined) {
        query = query
          .innerJoin('conversations', 'conversations.id', 'escalations.conversation_id')
          .where('conversations.channel', '=', channel)
      }
      return await query
        .groupBy('escalation_reasons.reason')
        .orderBy('count', 'desc')
        .orderBy('escalation_reasons.reason', (order) => order.collate(capabilities.byteOrder))
        .execute()
    },
  }
}

/** Rows by the position of their period; every query gives one row for each period. */
function byPosition<R extends { position: number }>(rows: R[]): (position: number) => Omit<R, 'position'> {
  const found = new Map(rows.map(({ position, ...sums }) => [position, sums]))
  return (position) => found.get(position) as Omit<R, 'position'>
}
