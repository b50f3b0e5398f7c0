import { type Kysely, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import type { EvidenceSums, PromiseSums, ShownSums, TrustHistoryStore } from '../trust-history.ts'
import { count } from './count.ts'
import { EVIDENCE_SUMS, isStanding } from './evidence.ts'
import { periodTable } from './periods.ts'
import { countsAsDue } from './promise-due.ts'
import { turnsByPeriod } from './turns-by-period.ts'

export function trustHistoryStore({ db }: Database): TrustHistoryStore {
  return {
    evidence: (periods) => evidenceSums(db, periods),
    shown: (periods, channel) => shownSums(db, periods, channel),
    promised: (periods) => promiseSums(db, periods),
  }
}

/** First by customer, because rows of one are alike. */
async function evidenceSums(db: Kysely<Schema>, periods: Period[]): Promise<EvidenceSums[]> {
  if (periods.length === 0) return []
  const byCustomer = db
    .selectFrom(periodTable(periods))
    .leftJoin('trust_events as event', (join) =>
      join.onRef('event.at', '>=', 'period.starts').onRef('event.at', '<', 'period.ends').on(isStanding()),
    )
    .select((eb) => [
      'period.position',
      'event.customer_id',
      eb.fn.sum<number>(sql`event.gain + event.loss`).as('size'),
      eb.fn.sum<number>('event.gain').as('total'),
    ])
    .groupBy(['period.position', 'event.customer_id'])
  const rows = await db
    .selectFrom(byCustomer.as('customer'))
    .select((eb) => ['position', eb.fn.count<number>('customer.customer_id').as('customers'), ...EVIDENCE_SUMS])
    .groupBy('position')
    .orderBy('position')
    .execute()
  return rows.map(({ position: _, ...sums }) => sums)
}

/** Reads the index on channel and time alone. */
async function shownSums(db: Kysely<Schema>, periods: Period[], channel?: Channel): Promise<ShownSums[]> {
  if (periods.length === 0) return []
  const rows = await turnsByPeriod(db, periods, channel)
    .select((eb) => [
      'period.position',
      eb.fn.count<number>('turn.shown_person').as('turns'),
      count(eb('turn.shown_person', '=', 1)).as('person'),
      eb.fn.count<number>('turn.shown_source').as('answering'),
      count(eb('turn.shown_source', '=', 1)).as('source'),
      count(eb('turn.shown_confidence', '=', 1)).as('confidence'),
    ])
    .groupBy('period.position')
    .orderBy('period.position')
    .execute()
  return rows.map(({ position: _, ...sums }) => sums)
}

/** The bot makes its promises in the words that tell of them, so that there its record needs no message. */
const BY_BOT = JSON.stringify({ kind: 'bot' })

async function promiseSums(db: Kysely<Schema>, periods: Period[]): Promise<PromiseSums[]> {
  if (periods.length === 0) return []
  const made = await db
    .selectFrom(periodTable(periods))
    .leftJoin('promises as promise', (join) =>
      join.onRef('promise.made_at', '>=', 'period.starts').onRef('promise.made_at', '<', 'period.ends'),
    )
    .select((eb) => [
      'period.position',
      eb.fn.count<number>('promise.id').as('made'),
      count(eb.or([eb('promise.seq', 'is not', null), eb('promise.made_by', '=', BY_BOT)])).as('published'),
    ])
    .groupBy('period.position')
    .orderBy('period.position')
    .execute()
  const due = await db
    .selectFrom(periodTable(periods))
    .leftJoin('promises as promise', (join) =>
      join.onRef('promise.due_at', '>=', 'period.starts').onRef('promise.due_at', '<', 'period.ends').on(countsAsDue),
    )
    .select((eb) => [
      'period.position',
      eb.fn.count<number>('promise.id').as('due'),
      count(eb('promise.kept_at', '<=', eb.ref('promise.due_at'))).as('kept'),
    ])
    .groupBy('period.position')
    .orderBy('period.position')
    .execute()
  return made.map(({ position: _, ...sums }, index) => ({
    ...sums,
    due: due[index]?.due ?? 0,
    kept: due[index]?.kept ?? 0,
  }))
}
