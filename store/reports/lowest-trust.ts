import { type Kysely, sql } from 'kysely'
import { type Channel, DAY_MS } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { Period } from '../period.ts'
import type { LowestTrustQuery, ReportStore } from '../report-store.ts'
import type { Schema } from '../schema.ts'
import { total } from './count.ts'
import { isStanding, product } from './evidence.ts'

/** What is so many half-lives old is nothing; PostgreSQL refuses powers that are too small for a number. */
const FORGOTTEN = 1_000

/** Reads the newest rows of the period from the index on time, and of whom they tell the ledgers alone. */
export function lowestTrust({ db, capabilities }: Database): ReportStore['lowestTrust'] {
  return async (period, { now, prior, halfLifeDays, newest, limit }, channel) => {
    const halfLives = sql<number>`(${now} - event.at) / cast(${halfLifeDays * DAY_MS} as double precision)`
    const keep = sql<number>`(case when ${halfLives} < ${sql.lit(FORGOTTEN)} then power(2.0, -${halfLives}) else 0 end)`
    const gain = sql<number>`${prior.gain} + ${total(product(sql.ref('event.gain'), keep))}`
    const loss = sql<number>`${prior.loss} + ${total(product(sql.ref('event.loss'), keep))}`
    const rows = await db
      .selectFrom(heardOf(db, period, newest, channel).as('heard'))
      .innerJoin('customers as customer', 'customer.id', 'heard.customer_id')
      .innerJoin('trust_events as event', 'event.customer_id', 'heard.customer_id')
      .select((eb) => [
        'customer.id as customerId',
        'customer.name',
        eb.fn.max<number>('event.at').as('lastAt'),
        sql<number>`(${gain}) / (${gain} + ${loss})`.as('score'),
      ])
      .where('event.at', '<=', now)
      .where(isStanding(now + 1))
      .groupBy(['customer.id', 'customer.name'])
      .orderBy('score')
      .orderBy('customer.id', (order) => order.collate(capabilities.byteOrder))
      .limit(limit)
      .execute()
    return rows.map(dropNulls)
  }
}

function heardOf(db: Kysely<Schema>, { from, to }: Period, newest: LowestTrustQuery['newest'], channel?: Channel) {
  const rows = db
    .selectFrom('trust_events')
    .select(['customer_id', 'conversation_id'])
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(newest)
  const customers = db.selectFrom(rows.as('newest')).select('newest.customer_id').distinct()
  if (channel === undefined) return customers
  return customers
    .innerJoin('conversations', 'conversations.id', 'newest.conversation_id')
    .where('conversations.channel', '=', channel)
}
