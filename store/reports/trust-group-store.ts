import { type Kysely, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import type { TrustGrouping, TrustGroupStore } from '../trust-groups.ts'
import { total } from './count.ts'
import { EVIDENCE_SUMS, isStanding } from './evidence.ts'

export function trustGroupStore({ db, capabilities }: Database): TrustGroupStore {
  return {
    groups(grouping, period, channel) {
      return db
        .selectFrom(customersOf(db, grouping, period, channel).as('customer'))
        .select((eb) => [
          'customer.key',
          eb.fn.countAll<number>().as('customers'),
          total(eb.ref('customer.rows')).as('rows'),
          ...EVIDENCE_SUMS,
        ])
        .groupBy('customer.key')
        .orderBy('customer.key', (order) => order.collate(capabilities.byteOrder))
        .execute()
    },
  }
}

/** First by customer, because rows of one are alike. */
function customersOf(db: Kysely<Schema>, grouping: TrustGrouping, { from, to }: Period, channel: Channel | undefined) {
  const column = COLUMNS[grouping]
  const rows = db
    .selectFrom('trust_events as event')
    .select((eb) => [
      // Those without a key are not counted.
      sql<string>`${sql.ref(column)}`.as('key'),
      eb.fn.countAll<number>().as('rows'),
      sql<number>`sum(event.gain + event.loss)`.as('size'),
      sql<number>`sum(event.gain)`.as('total'),
    ])
    .where('event.at', '>=', from)
    .where('event.at', '<', to)
    .where(column, 'is not', null)
    .where(isStanding())
    .groupBy([column, 'event.customer_id'])
  const ofChannel = channel === undefined ? rows : rows.where('event.channel', '=', channel)
  return grouping === 'answer' ? ofChannel.where('event.agent_id', 'is', null) : ofChannel
}

const COLUMNS = {
  need: 'event.need',
  answer: 'event.need',
  agent: 'event.agent_id',
  channel: 'event.channel',
} as const satisfies Record<TrustGrouping, string>
