import type { CompiledQuery, Kysely } from 'kysely'
import type { CompanyPromise } from '../domain/index.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { PromiseStore } from './promise-store.ts'
import { promiseCounts } from './reports/promise-counts.ts'
import type { PromiseTable, Schema } from './schema.ts'

export function promiseStore({ db, reports }: Database): PromiseStore {
  async function madeTo(column: 'conversation_id' | 'customer_id', id: string): Promise<CompanyPromise[]> {
    const rows = await db
      .selectFrom('promises')
      .selectAll()
      .where(column, '=', id)
      .orderBy('made_at')
      .orderBy('id')
      .execute()
    return rows.map(promiseOf)
  }

  return {
    async open(limit) {
      const rows = await toBeKept(db).selectAll().orderBy('due_at').orderBy('id').limit(limit).execute()
      return rows.map(promiseOf)
    },

    async get(id) {
      const row = await db.selectFrom('promises').selectAll().where('id', '=', id).executeTakeFirst()
      return row && promiseOf(row)
    },

    async overdue({ now, askedBefore, apologises }, limit) {
      const rows = await toBeKept(db)
        .innerJoin('conversations', 'conversations.id', 'promises.conversation_id')
        .selectAll('promises')
        // No promise is moved to before it was due: what the customer expects later is among these, too.
        .where('promises.due_at', '<', now)
        .where((eb) => {
          const expected = eb.fn.coalesce('promises.moved_to', 'promises.due_at')
          const withoutPerson = eb('conversations.owner', 'in', ['bot', 'closed'])
          const byStaff = eb('promises.told_by', '=', 'staff')
          const byCustomer = eb('promises.told_by', '=', 'customer')
          return eb.or([
            eb.and([byStaff, eb('promises.broken_at', 'is', null)]),
            ...(apologises
              ? [eb.and([byStaff, eb('promises.apologised_at', 'is', null), eb(expected, '<', now)])]
              : []),
            eb.and([byCustomer, eb('promises.asked_at', 'is', null), eb(expected, '<', now), withoutPerson]),
            eb.and([eb('promises.broken_at', 'is', null), eb('promises.asked_at', '<', askedBefore)]),
          ])
        })
        .orderBy('promises.due_at')
        .orderBy('promises.id')
        .limit(limit)
        .execute()
      return rows.map(promiseOf)
    },

    async toRemind(before, limit) {
      const rows = await toBeKept(db)
        .selectAll()
        .where('reminded_at', 'is', null)
        .where('owner_id', 'is not', null)
        .where('due_at', '<', before)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(promiseOf)
    },

    counts: (periods, now, channel) => promiseCounts(reports, periods, now, channel),
    ofConversation: (conversationId) => madeTo('conversation_id', conversationId),
    ofCustomer: (customerId) => madeTo('customer_id', customerId),
  }
}

/** Promises that somebody still has to keep. */
export function toBeKept(db: Kysely<Schema>) {
  return db.selectFrom('promises').where('kept_at', 'is', null).where('ended_at', 'is', null)
}

/** Inserts a promise, or replaces it by its id. */
export function putPromise(db: Kysely<Schema>, promise: CompanyPromise): CompiledQuery {
  const row = promiseRow(promise)
  const { id: _, ...changed } = row
  return db
    .insertInto('promises')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .compile()
}

function promiseRow(promise: CompanyPromise): PromiseTable {
  return {
    id: promise.id,
    customer_id: promise.customerId,
    conversation_id: promise.conversationId,
    escalation_id: promise.escalationId ?? null,
    kind: promise.kind,
    what: promise.what ?? null,
    made_by: JSON.stringify(promise.madeBy),
    seq: promise.seq ?? null,
    owner_id: promise.ownerId ?? null,
    queue: promise.queue ?? null,
    told_by: promise.toldBy,
    made_at: promise.madeAt,
    due_at: promise.dueAt,
    moved_to: promise.movedTo ?? null,
    contact: promise.contact ?? null,
    reminded_at: promise.remindedAt ?? null,
    asked_at: promise.askedAt ?? null,
    apologised_at: promise.apologisedAt ?? null,
    kept_at: promise.keptAt ?? null,
    broken_at: promise.brokenAt ?? null,
    ended_at: promise.endedAt ?? null,
    unknown: promise.unknown ? 1 : 0,
  }
}

function promiseOf(row: PromiseTable): CompanyPromise {
  return dropNulls({
    id: row.id,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    escalationId: row.escalation_id,
    kind: row.kind,
    what: row.what,
    madeBy: JSON.parse(row.made_by) as CompanyPromise['madeBy'],
    seq: row.seq,
    ownerId: row.owner_id,
    queue: row.queue,
    toldBy: row.told_by,
    madeAt: row.made_at,
    dueAt: row.due_at,
    movedTo: row.moved_to,
    contact: row.contact,
    remindedAt: row.reminded_at,
    askedAt: row.asked_at,
    apologisedAt: row.apologised_at,
    keptAt: row.kept_at,
    brokenAt: row.broken_at,
    endedAt: row.ended_at,
    unknown: row.unknown === 1 ? (true as const) : null,
  })
}
