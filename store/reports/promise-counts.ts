import type { Kysely } from 'kysely'
import type { Channel, CompanyPromise } from '../../domain/index.ts'
import type { Period } from '../period.ts'
import type { PromiseCount } from '../promise-store.ts'
import type { Schema } from '../schema.ts'
import { channelsOf, count } from './count.ts'
import { periodTable } from './periods.ts'

/** Promises by when they were due and whose word it was, counted as `promiseState` says at `now`. */
export async function promiseCounts(
  db: Kysely<Schema>,
  periods: Period[],
  now: number,
  channel?: Channel,
): Promise<PromiseCount[]> {
  if (periods.length === 0) return []
  const rows = await db
    .selectFrom(periodTable(periods))
    .innerJoin('promises as promise', (join) =>
      join.onRef('promise.due_at', '>=', 'period.starts').onRef('promise.due_at', '<', 'period.ends'),
    )
    .innerJoin('conversations as conversation', 'conversation.id', 'promise.conversation_id')
    .where('conversation.channel', 'in', channelsOf(channel))
    .select((eb) => {
      const isKept = eb('promise.kept_at', 'is not', null)
      const isInTime = eb('promise.kept_at', '<=', eb.ref('promise.due_at'))
      const isToBeKept = eb.and([eb('promise.kept_at', 'is', null), eb('promise.ended_at', 'is', null)])
      const hasEnded = eb.and([eb('promise.kept_at', 'is', null), eb('promise.ended_at', 'is not', null)])
      const isOverdue = eb.and([isToBeKept, eb('promise.due_at', '<', now)])
      const isKnown = eb('promise.unknown', '=', 0)
      const isBroken = eb('promise.broken_at', 'is not', null)
      return [
        'period.position',
        // Written by one place only, so that the same maker is the same text.
        'promise.made_by as madeBy',
        count(isInTime).as('kept'),
        count(eb.and([isKept, eb.not(isInTime)])).as('late'),
        count(eb.and([hasEnded, isKnown, isBroken])).as('broken'),
        count(eb.and([hasEnded, isKnown, eb.not(isBroken)])).as('withdrawn'),
        count(eb.and([hasEnded, eb.not(isKnown)])).as('unknown'),
        count(eb.and([isToBeKept, eb('promise.due_at', '>=', now)])).as('open'),
        count(isOverdue).as('overdue'),
        count(eb.and([isOverdue, eb('promise.told_by', '=', 'customer'), eb.not(isBroken)])).as('untold'),
      ]
    })
    .groupBy(['period.position', 'promise.made_by'])
    .orderBy('period.position')
    .orderBy('promise.made_by')
    .execute()
  return rows.map(({ position, madeBy, ...counts }) => ({
    position,
    madeBy: JSON.parse(madeBy) as CompanyPromise['madeBy'],
    ...counts,
  }))
}
