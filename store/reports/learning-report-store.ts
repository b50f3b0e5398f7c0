import type { Kysely } from 'kysely'
import { LABEL_SOURCES } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import type { LearningReportStore } from '../learning-report.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { count } from './count.ts'
import { periodTable } from './periods.ts'
import { serviceSums } from './service-sums.ts'

export function learningReportStore({ db }: Database): LearningReportStore {
  return {
    service: (period, channel) => serviceSums(db, period, channel),
    labels: (periods) => labelSums(db, periods),
    decided: (periods) => decisionSums(db, periods),
  }
}

async function labelSums(db: Kysely<Schema>, periods: Period[]) {
  if (periods.length === 0) return []
  return await db
    .selectFrom(periodTable(periods))
    .leftJoin('turn_labels as label', (join) =>
      join.onRef('label.at', '>=', 'period.starts').onRef('label.at', '<', 'period.ends'),
    )
    .select((eb) => LABEL_SOURCES.map((source) => count(eb('label.source', '=', source)).as(source)))
    .groupBy('period.position')
    .orderBy('period.position')
    .execute()
}

async function decisionSums(db: Kysely<Schema>, periods: Period[]) {
  if (periods.length === 0) return []
  return await db
    .selectFrom(periodTable(periods))
    .leftJoin('candidates as candidate', (join) =>
      join
        // By name, so that the index on state and time serves.
        .on('candidate.state', 'in', ['accepted', 'rejected'])
        .onRef('candidate.decided_at', '>=', 'period.starts')
        .onRef('candidate.decided_at', '<', 'period.ends'),
    )
    .select((eb) => [
      count(eb('candidate.state', '=', 'accepted')).as('accepted'),
      count(eb('candidate.state', '=', 'rejected')).as('rejected'),
    ])
    .groupBy('period.position')
    .orderBy('period.position')
    .execute()
}
