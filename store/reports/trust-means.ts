import { type Kysely, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { periodTable } from './periods.ts'

/**
 * Per period: the sum over customers of the score after their last ledger event before the period's end, and how many
 * customers have one.
 *
 * Each event is a step from the customer's score before to the score after (and the first one is a new customer), so
 * the wanted sum is the running total of the steps up to that time. The periods' ends are put among the steps, and one
 * pass over both gives all of them: the cost does not grow with ledger x periods.
 */
export async function trustTotals(db: Kysely<Schema>, periods: Period[], channel?: Channel) {
  const ofChannel =
    channel === undefined
      ? sql``
      : sql`join conversations on conversations.id = event.conversation_id and conversations.channel = ${channel}`
  const { rows } = await sql<{ position: number; scoreSum: number; customers: number }>`
    with step as (
      select event.at,
        event.score_after - coalesce(lag(event.score_after) over ledger, 0) as score,
        case when lag(event.number) over ledger is null then 1 else 0 end as customer
      from trust_events as event ${ofChannel}
      window ledger as (partition by event.customer_id order by event.at, event.number)
    ),
    timeline as (
      select at, score, customer, cast(null as bigint) as position from step
      union all
      select ends, 0, 0, position from ${periodTable(periods)}
    ),
    total as (
      select position,
        -- An end comes before the events of its own millisecond: a period is half open.
        sum(score) over passing as score_sum,
        sum(customer) over passing as customers
      from timeline
      window passing as (
        order by at, case when position is null then 1 else 0 end
        rows between unbounded preceding and current row
      )
    )
    select position, score_sum as "scoreSum", customers from total where position is not null
  `.execute(db)
  return rows
}
