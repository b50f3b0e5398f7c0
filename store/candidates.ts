import type { Kysely, Selectable } from 'kysely'
import {
  CANDIDATE_ORIGINS,
  CANDIDATE_STATES,
  type Candidate,
  type CandidateDecision,
  type CandidateOrigin,
  type CandidateState,
  type CandidateVerdict,
  type Sighting,
} from '../domain/index.ts'
import { candidateSources } from './candidate-sources.ts'
import type { CandidateStore, CandidateWithSightings, GatheredCandidate, ReviewedCandidate } from './candidate-store.ts'
import type { Database } from './database.ts'
import { labelOf } from './labels.ts'
import { ask, keep, undo } from './program.ts'
import type { CandidateTable, Schema, SightingTable } from './schema.ts'

/** Candidates whose sightings are read by one query: databases bound the number of parameters. */
const AT_ONCE = 1_000

export function candidateStore({ db, transact }: Database): CandidateStore {
  /** @returns whether its sighting is new */
  function gatherOne(message: GatheredCandidate, newId: () => string): Promise<boolean> {
    const { conversationId: conversation_id, seq, customerId, at, origin, language, key, text } = message
    return transact(function* () {
      const seen = yield* ask(
        db
          .selectFrom('candidate_sightings')
          .select('seq')
          .where('conversation_id', '=', conversation_id)
          .where('seq', '=', seq)
          .compile(),
      )
      if (seen.length > 0) return undo(false)
      const fresh = { id: newId(), language, key, text, created_at: at, last_seen_at: at, ...decisionRow(PENDING) }
      // Also of an old one the row is held until the end, so that what is read here is what it is.
      const [candidate] = yield* ask(
        db
          .insertInto('candidates')
          .values({ ...fresh, version: 1 })
          .onConflict((conflict) =>
            conflict.columns(['language', 'key']).doUpdateSet((eb) => ({
              last_seen_at: eb
                .case()
                .when('candidates.last_seen_at', '<', at)
                .then(at)
                .else(eb.ref('candidates.last_seen_at'))
                .end(),
            })),
          )
          .returning('id')
          .compile(),
      )
      const added = yield* ask(
        db
          .insertInto('candidate_sightings')
          .values({ conversation_id, seq, candidate_id: candidate?.id ?? '', customer_id: customerId, at, origin })
          .onConflict((conflict) => conflict.columns(['conversation_id', 'seq']).doNothing())
          .returning('seq')
          .compile(),
      )
      return added.length > 0 ? keep(true) : undo(false)
    })
  }

  async function withSightings(rows: Selectable<CandidateTable>[]): Promise<CandidateWithSightings[]> {
    const sightings = await inParts(rows, (ids) => sightingsOf(db, ids).selectAll().execute())
    const of = Map.groupBy(sightings, (row) => row.candidate_id)
    return rows.map((row) => ({ ...candidateOf(row), sightings: (of.get(row.id) ?? []).map(sightingOf) }))
  }

  async function reviewed(rows: Selectable<CandidateTable>[]): Promise<ReviewedCandidate[]> {
    const labels = await inParts(rows, (ids) =>
      sightingsOf(db, ids)
        .innerJoin('turn_labels as label', (join) =>
          join.onRef('label.conversation_id', '=', 'sighting.conversation_id').onRef('label.seq', '=', 'sighting.seq'),
        )
        .selectAll('label')
        .select('sighting.candidate_id')
        .execute(),
    )
    const of = Map.groupBy(
      labels.sort((a, b) => a.at - b.at),
      (row) => row.candidate_id,
    )
    const found = await withSightings(rows)
    return found.map((candidate) => ({
      ...candidate,
      verdicts: (of.get(candidate.id) ?? []).map((row): CandidateVerdict => {
        const { source, meant, answerWrong = false, by } = labelOf(row)
        return { source, meant, answerWrong, ...(by !== undefined && { by }) }
      }),
    }))
  }

  return {
    sources: candidateSources(db),

    async gather(messages, newId) {
      let gathered = 0
      for (const message of messages) if (await gatherOne(message, newId)) gathered++
      return gathered
    },

    async get(id) {
      const rows = await db.selectFrom('candidates').selectAll().where('id', '=', id).execute()
      return (await reviewed(rows))[0]
    },

    async list({ state, language, perCustomer }, limit) {
      const since = state === 'pending' ? 'last_seen_at' : 'decided_at'
      let page = db.selectFrom('candidates').selectAll().where('state', '=', state)
      if (language !== undefined) page = page.where('language', '=', language)
      if (perCustomer !== undefined) page = page.where('id', 'in', newestOfEach(db, state, perCustomer))
      return await reviewed(await page.orderBy(since, 'desc').orderBy('id', 'desc').limit(limit).execute())
    },

    async decide(id, version, decision) {
      const decided = await db
        .updateTable('candidates')
        .set({ ...decisionRow(decision), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('id')
        .executeTakeFirst()
      if (decided) return 'done'
      const there = await db.selectFrom('candidates').select('id').where('id', '=', id).executeTakeFirst()
      return there ? 'changed' : 'unknown'
    },

    async accepted() {
      const rows = await db
        .selectFrom('candidates')
        .selectAll()
        .where('state', '=', 'accepted')
        .orderBy('decided_at')
        .orderBy('id')
        .execute()
      return await withSightings(rows)
    },

    async counts() {
      const rows = await db
        .selectFrom('candidates')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute()
      const of = new Map(rows.map(({ state, count }) => [state, count]))
      return byName<CandidateState>(CANDIDATE_STATES, of)
    },

    async gathered({ from, to }) {
      const rows = await db
        .selectFrom('candidate_sightings')
        .select((eb) => ['origin', eb.fn.countAll<number>().as('count')])
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy('origin')
        .execute()
      const of = new Map(rows.map(({ origin, count }) => [origin, count]))
      return byName<CandidateOrigin>(CANDIDATE_ORIGINS, of)
    },
  }
}

const PENDING: CandidateDecision = { state: 'pending' }

function sightingsOf(db: Kysely<Schema>, candidateIds: readonly string[]) {
  return db
    .selectFrom('candidate_sightings as sighting')
    .where('sighting.candidate_id', 'in', candidateIds)
    .orderBy('sighting.candidate_id')
    .orderBy('sighting.at')
    .orderBy('sighting.conversation_id')
    .orderBy('sighting.seq')
}

/** Candidates that are among the newest of one of their customers. */
function newestOfEach(db: Kysely<Schema>, state: CandidateState, perCustomer: number) {
  const sent = db
    .selectFrom('candidate_sightings as sighting')
    .innerJoin('candidates as sent', 'sent.id', 'sighting.candidate_id')
    .where('sent.state', '=', state)
    .groupBy(['sighting.customer_id', 'sighting.candidate_id'])
    .select((eb) => [
      'sighting.candidate_id',
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over
            .partitionBy('sighting.customer_id')
            .orderBy(eb.fn.max('sighting.at'), 'desc')
            .orderBy('sighting.candidate_id'),
        )
        .as('place'),
    ])
  return db.selectFrom(sent.as('of_customer')).select('candidate_id').where('place', '<=', perCustomer)
}

async function inParts<R>(
  rows: readonly Selectable<CandidateTable>[],
  read: (ids: string[]) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = []
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    found.push(...(await read(rows.slice(start, start + AT_ONCE).map(({ id }) => id))))
  }
  return found
}

function byName<Name extends string>(names: readonly Name[], counts: ReadonlyMap<Name, number>): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<Name, number>
}

function decisionRow(decision: CandidateDecision) {
  const meant = decision.state === 'accepted' ? decision.meant : undefined
  return {
    state: decision.state,
    decided_by: decision.state === 'pending' ? null : decision.by,
    decided_at: decision.state === 'pending' ? null : decision.at,
    meant: meant?.kind ?? null,
    need: meant?.kind === 'need' ? meant.need : null,
  }
}

function candidateOf(row: Selectable<CandidateTable>): Candidate {
  const { id, language, text, key, created_at: createdAt, version } = row
  return { id, language, text, key, createdAt, decision: decisionOf(row), version }
}

function decisionOf(row: Selectable<CandidateTable>): CandidateDecision {
  // Who and when are written with every decision.
  const decided = { by: row.decided_by ?? '', at: row.decided_at ?? 0 }
  switch (row.state) {
    case 'pending':
      return PENDING
    case 'rejected':
      return { state: 'rejected', ...decided }
    case 'accepted': {
      const meant = row.meant === 'need' ? { kind: 'need' as const, need: row.need ?? '' } : { kind: 'none' as const }
      return { state: 'accepted', ...decided, meant }
    }
  }
}

function sightingOf(row: Selectable<SightingTable>): Sighting {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    customerId: row.customer_id,
    at: row.at,
    origin: row.origin,
  }
}
