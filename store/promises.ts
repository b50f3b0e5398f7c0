import type { CompiledQuery, Kysely } from 'kysely'
import type { CompanyPromise } from '../domain/index.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { PromiseTable, Schema } from './schema.ts'
import type { PromiseStore } from './store.ts'

export function promiseStore({ db }: Database): PromiseStore {
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

    async overdue(now, limit) {
      const rows = await toBeKept(db)
        .selectAll()
        .where('broken_at', 'is', null)
        .where('due_at', '<', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(promiseOf)
    },

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
    escalation_id: promise.escalationId,
    kind: promise.kind,
    made_at: promise.madeAt,
    due_at: promise.dueAt,
    contact: promise.contact ?? null,
    kept_at: promise.keptAt ?? null,
    broken_at: promise.brokenAt ?? null,
    ended_at: promise.endedAt ?? null,
  }
}

function promiseOf(row: PromiseTable): CompanyPromise {
  return dropNulls({
    id: row.id,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    escalationId: row.escalation_id,
    kind: row.kind,
    madeAt: row.made_at,
    dueAt: row.due_at,
    contact: row.contact,
    keptAt: row.kept_at,
    brokenAt: row.broken_at,
    endedAt: row.ended_at,
  })
}
