import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { channelsOf, count } from './count.ts'
import { periodTable } from './periods.ts'
import { turnsByPeriod } from './turns-by-period.ts'

/** Counts of conversation events per period, by position of the period. */
export async function eventSums(db: Kysely<Schema>, periods: Period[], channel?: Channel) {
  return await db
    .selectFrom(periodTable(periods))
    .leftJoin('conversation_events as event', (join) =>
      join
        .onRef('event.at', '>=', 'period.starts')
        .onRef('event.at', '<', 'period.ends')
        .on('event.channel', 'in', channelsOf(channel)),
    )
    .select((eb) => [
      'period.position',
      count(eb('event.kind', '=', 'opened')).as('opened'),
      count(eb.and([eb('event.kind', '=', 'resolved'), eb('event.by', '=', 'bot')])).as('resolvedByBot'),
      count(eb.and([eb('event.kind', '=', 'resolved'), eb('event.by', '=', 'agent')])).as('resolvedByAgent'),
      count(eb.and([eb('event.kind', '=', 'resolved'), eb('event.by', '=', 'idle')])).as('resolvedByIdle'),
      count(eb.and([eb('event.kind', '=', 'resolved'), notEscalatedSinceOpening])).as('resolvedWithoutEscalation'),
      count(eb('event.kind', '=', 'reopened')).as('reopened'),
      count(eb('event.kind', '=', 'escalated')).as('escalated'),
    ])
    .groupBy('period.position')
    .execute()
}

/** Of the event in hand: nobody was called or stepped in between the last `opened` or `reopened` before it and itself. */
const notEscalatedSinceOpening = sql<SqlBool>`not exists (
  select 1 from conversation_events as escalated
  where escalated.conversation_id = event.conversation_id
    and escalated.kind in ('escalated', 'taken-over')
    and escalated.number < event.number
    and escalated.number > coalesce((
      select max(opening.number) from conversation_events as opening
      where opening.conversation_id = event.conversation_id
        and opening.kind in ('opened', 'reopened')
        and opening.number < event.number
    ), 0)
)`

export async function turnSums(db: Kysely<Schema>, periods: Period[], channel?: Channel) {
  return await turnsByPeriod(db, periods, channel)
    .select((eb) => [
      'period.position',
      eb.fn.count<number>('turn.at').as('turns'),
      eb.fn.coalesce(eb.fn.sum<number>('turn.gap_value'), sql<number>`0`).as('gapSum'),
    ])
    .groupBy('period.position')
    .execute()
}
