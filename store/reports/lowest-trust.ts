import { type Kysely, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { ReportStore } from '../report-store.ts'
import type { Schema } from '../schema.ts'
import { isStanding } from './evidence.ts'

/** Customers by the score after their last event before a time, lowest first. */
export function lowestTrust({ db, capabilities }: Database): ReportStore['lowestTrust'] {
  return async (before, limit, channel) => {
    const rows = await db
      .selectFrom(ledger(db, before, channel).as('ledger'))
      .innerJoin('customers', 'customers.id', 'ledger.customer_id')
      .select([
        'ledger.customer_id as customerId',
        'customers.name',
        'ledger.score_after as score',
        'ledger.events',
        'ledger.at as lastAt',
      ])
      .where('ledger.from_last', '=', 1)
      .orderBy('ledger.score_after')
      .orderBy('ledger.customer_id', (order) => order.collate(capabilities.byteOrder))
      .limit(limit)
      .execute()
    return rows.map(dropNulls)
  }
}

/** The events before a time, each with its place from the customer's last one and how many of the customer's count. */
function ledger(db: Kysely<Schema>, before: number, channel?: Channel) {
  const events = db
    .selectFrom('trust_events as event')
    .select((eb) => [
      'event.customer_id',
      'event.score_after',
      'event.at',
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over.partitionBy('event.customer_id').orderBy('event.at', 'desc').orderBy('event.number', 'desc'),
        )
        .as('from_last'),
      sql<number>`count(case when ${isStanding(before)} then 1 end) over (partition by event.customer_id)`.as('events'),
    ])
    .where('event.at', '<', before)
  if (channel === undefined) return events
  return events
    .innerJoin('conversations', 'conversations.id', 'event.conversation_id')
    .where('conversations.channel', '=', channel)
}
