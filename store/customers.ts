import type { Selectable } from 'kysely'
import type { Customer, TrustEvent } from '../domain/index.ts'
import { customerHistory } from './customer-history.ts'
import type { CustomerStore } from './customer-store.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { Schema, TrustEventTable } from './schema.ts'

export function customerStore(database: Database): CustomerStore {
  const { db } = database
  return {
    ended: customerHistory(database),

    async get(id) {
      const row = await db
        .selectFrom('customers')
        .select(['id', 'name', 'language', 'created_at as createdAt'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && dropNulls(row)
    },

    async trustEvents(customerId) {
      const rows = await db
        .selectFrom('trust_events')
        .selectAll()
        .where('customer_id', '=', customerId)
        .orderBy('at')
        .orderBy('number')
        .execute()
      return rows.map(trustEventOf)
    },
  }
}

export function customerRow({ id, name, language, createdAt }: Customer): Schema['customers'] {
  return { id, name: name ?? null, language, created_at: createdAt }
}

export function trustEventRow(event: TrustEvent): Omit<Selectable<TrustEventTable>, 'number'> {
  return {
    id: event.id,
    customer_id: event.customerId,
    conversation_id: event.conversationId ?? null,
    at: event.at,
    cause: event.cause,
    gain: event.gain,
    loss: event.loss,
    score_after: event.scoreAfter,
  }
}

function trustEventOf(row: Selectable<TrustEventTable>): TrustEvent {
  return dropNulls({
    id: row.id,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    at: row.at,
    cause: row.cause,
    gain: row.gain,
    loss: row.loss,
    scoreAfter: row.score_after,
  })
}
