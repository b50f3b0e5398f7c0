import type { Kysely } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { channelsOf } from './count.ts'
import { periodTable } from './periods.ts'

/** The turns of each period, and a row without a turn for a period that has none. Found by the index on channel and time. */
export function turnsByPeriod(db: Kysely<Schema>, periods: Period[], channel?: Channel) {
  return db
    .selectFrom(periodTable(periods))
    .leftJoin('turns as turn', (join) =>
      join
        .onRef('turn.at', '>=', 'period.starts')
        .onRef('turn.at', '<', 'period.ends')
        .on('turn.channel', 'in', channelsOf(channel)),
    )
}
