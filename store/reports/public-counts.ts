import { type RawBuilder, sql } from 'kysely'
import { CHANNELS, MINUTE_MS } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import type { Period } from '../period.ts'
import type { PublicCounts } from '../release-store.ts'
import { countsAsDue } from './promise-due.ts'

/**
 * Counts in which one customer holds at most `rowsPerCustomer` rows of each table. Which ones is decided by the ids: the server
 * has drawn them at random, so that it is a fair sample of what the customer did and nobody chooses it.
 */
export async function publicCounts(
  database: Pick<Database, 'db' | 'capabilities'>,
  period: Period,
  rowsPerCustomer: number,
): Promise<PublicCounts> {
  const bounded = <Cells extends Record<string, number>>(none: Cells, rows: RawBuilder<unknown>) =>
    boundedCells(database, none, rows, rowsPerCustomer)
  return {
    promises: await bounded({ inTime: 0, notInTime: 0 }, promisesDue(period)),
    firstAnswers: await bounded({ within1: 0, within5: 0, within15: 0, within60: 0, later: 0 }, handoversBegun(period)),
    endings: await bounded({ botAlone: 0, withPerson: 0 }, conversationsEnded(period)),
    ratings: await bounded({ botSatisfied: 0, botNot: 0, personSatisfied: 0, personNot: 0 }, ratingsGiven(period)),
  }
}

/** @param rows `customer_id`, `cell`, and by what the customer's rows are put in order: `first`, `second` */
async function boundedCells<Cells extends Record<string, number>>(
  { db, capabilities }: Pick<Database, 'db' | 'capabilities'>,
  none: Cells,
  rows: RawBuilder<unknown>,
  rowsPerCustomer: number,
): Promise<Cells> {
  const { rows: counted } = await sql<{ cell: string; count: number }>`
    select cell, count(*) as count
    from (
      select cell, row_number() over (partition by customer_id order by first collate ${sql.id(capabilities.byteOrder)}, second) as place
      from (${rows}) as happened
    ) as of_customer
    where place <= ${rowsPerCustomer}
    group by cell
  `.execute(db)
  return { ...none, ...Object.fromEntries(counted.map(({ cell, count }) => [cell, count])) }
}

function promisesDue({ from, to }: Period) {
  return sql`
    select customer_id, id as first, 0 as second,
      case when kept_at <= due_at then 'inTime' else 'notInTime' end as cell
    from promises as promise
    where due_at >= ${from} and due_at < ${to} and ${countsAsDue}`
}

/** The answer may be that of a colleague to whom the first one passed it on. */
function handoversBegun({ from, to }: Period) {
  const within = (minutes: number) => sql`waited_ms <= ${sql.lit(minutes * MINUTE_MS)}`
  return sql`
    select customer_id, id as first, 0 as second, case
        when ${within(1)} then 'within1'
        when ${within(5)} then 'within5'
        when ${within(15)} then 'within15'
        when ${within(60)} then 'within60'
        else 'later'
      end as cell
    from (
      select escalation.customer_id, escalation.id, (
        select min(answering.first_reply_at) from escalations as answering
        where answering.conversation_id = escalation.conversation_id
          and answering.first_reply_at >= escalation.queued_at
      ) - escalation.queued_at as waited_ms
      from escalations as escalation
      where escalation.queued_at >= ${from} and escalation.queued_at < ${to}
        and escalation.follows is null
        and (escalation.outcome is null or escalation.outcome <> 'spam')
        and not exists (
          select 1 from conversation_events as stepping_in
          where stepping_in.conversation_id = escalation.conversation_id
            and stepping_in.kind = 'taken-over' and stepping_in.escalation_id = escalation.id
        )
    ) as waiting`
}

function conversationsEnded({ from, to }: Period) {
  return sql`
    select conversation.customer_id, ending.conversation_id as first, ending.number as second,
      case when exists (
        select 1 from conversation_events as escalated
        where escalated.conversation_id = ending.conversation_id
          and escalated.kind in ('escalated', 'taken-over')
          and escalated.number < ending.number
          and escalated.number > coalesce((
            select max(opening.number) from conversation_events as opening
            where opening.conversation_id = ending.conversation_id
              and opening.kind in ('opened', 'reopened')
              and opening.number < ending.number
          ), 0)
      ) then 'withPerson' else 'botAlone' end as cell
    from conversation_events as ending
    join conversations as conversation on conversation.id = ending.conversation_id
    where ending.channel in (${sql.join(CHANNELS)})
      and ending.at >= ${from} and ending.at < ${to} and ending.kind = 'resolved'`
}

function ratingsGiven({ from, to }: Period) {
  const isAgent = sql`survey.about like '%"kind":"agent"%'`
  return sql`
    select survey.customer_id, survey.id as first, 0 as second, case
        when ${isAgent} and response.rating >= 4 then 'personSatisfied'
        when ${isAgent} then 'personNot'
        when response.rating >= 4 then 'botSatisfied'
        else 'botNot'
      end as cell
    from responses as response
    join surveys as survey on survey.id = response.survey_id
    where response.first_at >= ${from} and response.first_at < ${to}
      and survey.form = 'csat' and response.rating is not null`
}
