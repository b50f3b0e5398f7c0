import { type Expression, type SqlBool, sql } from 'kysely'
import { CHANNELS, type Channel } from '../../domain/index.ts'

/**
 * One channel, or every one by name: so the index on channel and time serves both. Without a channel to look up,
 * SQLite would build an index of its own for each report.
 */
export function channelsOf(channel: Channel | undefined): readonly Channel[] {
  return channel === undefined ? CHANNELS : [channel]
}

/** How many rows the condition holds for. */
export function count(condition: Expression<SqlBool>) {
  return sql<number>`count(case when ${condition} then 1 end)`
}

/** The sum, 0 of nothing. */
export function total(value: Expression<number | null>) {
  return sql<number>`coalesce(sum(${value}), 0)`
}
