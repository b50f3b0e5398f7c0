import { type Kysely, sql } from 'kysely'
import type { NumberedTable } from './numbered-table.ts'

export async function createCustomers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('customers')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
}

export async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('escalation_id', 'text')
    .addColumn('settled_seq', 'bigint', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('last_seq', 'bigint', (c) => c.notNull())
    .addColumn('turn_count', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('conversations_by_customer').on('conversations').column('customer_id').execute()
  // The sweep for idle conversations reads exactly this index.
  await db.schema
    .createIndex('conversations_idle')
    .on('conversations')
    .columns(['updated_at', 'id'])
    .where(sql.ref('owner'), '=', sql.lit('bot'))
    .where(sql.ref('turn_count'), '>', sql.lit(0))
    .execute()
  await db.schema
    .createTable('messages')
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('client_id', 'text')
    .addPrimaryKeyConstraint('messages_pk', ['conversation_id', 'seq'])
    .execute()
  await db.schema
    .createTable('dedupe_keys')
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('dedupe_key', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('dedupe_keys_pk', ['conversation_id', 'dedupe_key'])
    .execute()
}

export async function createTurns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('turns')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('understanding', 'text', (c) => c.notNull())
    .addColumn('gap', 'text', (c) => c.notNull())
    .addColumn('gap_value', 'double precision', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('decision_kind', 'text', (c) => c.notNull())
    .addColumn('model_id', 'text', (c) => c.notNull())
    .addColumn('latency_ms', 'double precision', (c) => c.notNull())
    .addUniqueConstraint('turns_in_order', ['conversation_id', 'seq'])
    .execute()
  // Holds all that the sums over turns read.
  await db.schema.createIndex('turns_by_time').on('turns').columns(['channel', 'at', 'gap_value']).execute()
}

export async function createConversationEvents(db: Kysely<unknown>, numbered: NumberedTable): Promise<void> {
  await numbered(db, 'conversation_events')
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text')
    .addColumn('agent_id', 'text')
    .addColumn('escalation_id', 'text')
    .execute()
  await db.schema
    .createIndex('conversation_events_in_order')
    .on('conversation_events')
    .columns(['conversation_id', 'number', 'kind'])
    .execute()
  // Holds all that the sums over events read.
  await db.schema
    .createIndex('conversation_events_by_time')
    .on('conversation_events')
    .columns(['channel', 'at', 'kind', 'by', 'conversation_id', 'number'])
    .execute()
}

export async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channel_references')
    .addColumn('conversation_id', 'text', (c) => c.primaryKey().notNull().references('conversations.id'))
    .addColumn('reference', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('outbox')
    .addColumn('message_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('queued_at', 'bigint', (c) => c.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('attempts', 'bigint', (c) => c.notNull())
    .addColumn('delivered_at', 'bigint')
    .addColumn('problem', 'text')
    .addForeignKeyConstraint('outbox_message', ['conversation_id', 'seq'], 'messages', ['conversation_id', 'seq'])
    .execute()
  await db.schema
    .createIndex('outbox_due')
    .on('outbox')
    .columns(['queued_at', 'conversation_id', 'seq'])
    .where(sql.ref('next_at'), 'is not', null)
    .execute()
  await db.schema
    .createIndex('outbox_first')
    .on('outbox')
    .columns(['conversation_id', 'seq'])
    .where(sql.ref('next_at'), 'is not', null)
    .execute()
}
