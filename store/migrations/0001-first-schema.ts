import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Capabilities } from '../database.ts'

type Tables = Kysely<unknown>

/**
 * Types that mean the same on both databases: `bigint` for times and counts, `text` for texts and JSON,
 * `double precision`, and `bytea` (which SQLite, free about types, keeps as the blob it is given).
 */
export function firstSchema({ autoNumber }: Capabilities): Migration {
  const numbered = (db: Tables, table: string): CreateTableBuilder<string, 'number'> =>
    db.schema.createTable(table).addColumn('number', autoNumber.type, (column) => autoNumber.column(column))

  return {
    async up(db: Tables) {
      await createCustomers(db)
      await createConversations(db)
      await createTurns(db)
      await createConversationEvents(db, numbered)
      await createEscalations(db)
      await createSurveys(db)
      await createTrustEvents(db, numbered)
      await createOutbox(db)
      await createPeople(db)
      await createModels(db)
      await createSettings(db)
      await createAudit(db, numbered)
    },
  }
}

type Numbered = (db: Tables, table: string) => CreateTableBuilder<string, 'number'>

async function createCustomers(db: Tables): Promise<void> {
  await db.schema
    .createTable('customers')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
}

async function createConversations(db: Tables): Promise<void> {
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

async function createTurns(db: Tables): Promise<void> {
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
  await db.schema.createIndex('turns_by_time').on('turns').columns(['at', 'channel', 'gap_value']).execute()
}

async function createConversationEvents(db: Tables, numbered: Numbered): Promise<void> {
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
    .columns(['at', 'channel', 'kind', 'by', 'conversation_id', 'number'])
    .execute()
}

async function createEscalations(db: Tables): Promise<void> {
  await db.schema
    .createTable('escalations')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('need', 'text')
    .addColumn('gap', 'double precision', (c) => c.notNull())
    .addColumn('gap_reasons', 'text', (c) => c.notNull())
    .addColumn('priority', 'double precision', (c) => c.notNull())
    .addColumn('queued_at', 'bigint', (c) => c.notNull())
    .addColumn('accepted_at', 'bigint')
    .addColumn('agent_id', 'text')
    .addColumn('ended_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('true_need', 'text')
    .execute()
  await db.schema
    .createIndex('escalations_waiting')
    .on('escalations')
    .columns(['priority desc', 'queued_at', 'id'])
    .where(sql.ref('accepted_at'), 'is', null)
    .where(sql.ref('ended_at'), 'is', null)
    .execute()
  await db.schema
    .createIndex('escalations_open')
    .on('escalations')
    .columns(['agent_id', 'accepted_at', 'id'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute()
  await db.schema.createIndex('escalations_by_time').on('escalations').column('queued_at').execute()
  await db.schema.createIndex('escalations_by_conversation').on('escalations').column('conversation_id').execute()
  await db.schema
    .createTable('escalation_reasons')
    .addColumn('escalation_id', 'text', (c) => c.notNull().references('escalations.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('escalation_reasons_pk', ['escalation_id', 'reason'])
    .execute()
}

async function createSurveys(db: Tables): Promise<void> {
  await db.schema
    .createTable('surveys')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
    .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('need', 'text')
    .execute()
  await db.schema.createIndex('surveys_by_time').on('surveys').columns(['sent_at', 'channel', 'id']).execute()
  await db.schema
    .createTable('responses')
    .addColumn('survey_id', 'text', (c) => c.primaryKey().notNull().references('surveys.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('rating', 'integer', (c) => c.notNull())
    .addColumn('resolved', 'integer')
    .addColumn('comment', 'text')
    .execute()
}

async function createTrustEvents(db: Tables, numbered: Numbered): Promise<void> {
  await numbered(db, 'trust_events')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('conversation_id', 'text', (c) => c.references('conversations.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('gain', 'double precision', (c) => c.notNull())
    .addColumn('loss', 'double precision', (c) => c.notNull())
    .addColumn('score_after', 'double precision', (c) => c.notNull())
    .execute()
  // The ledger in order, with the score: the reports need not touch the table.
  await db.schema
    .createIndex('trust_events_in_order')
    .on('trust_events')
    .columns(['customer_id', 'at', 'number', 'score_after', 'conversation_id'])
    .execute()
}

async function createOutbox(db: Tables): Promise<void> {
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

async function createPeople(db: Tables): Promise<void> {
  await db.schema
    .createTable('agents')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('email_key', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('languages', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agent_id', 'text', (c) => c.notNull().references('agents.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sessions_by_expiry').on('sessions').column('expires_at').execute()
  await db.schema
    .createTable('sign_in_links')
    .addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agent_id', 'text', (c) => c.notNull().references('agents.id'))
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
}

async function createModels(db: Tables): Promise<void> {
  await db.schema
    .createTable('models')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('data_hash', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('manifest', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bytea', (c) => c.notNull())
    .execute()
  // At most one champion, also when two are promoted at once.
  await db.schema
    .createIndex('models_champion')
    .unique()
    .on('models')
    .column('status')
    .where(sql.ref('status'), '=', sql.lit('champion'))
    .execute()
}

async function createSettings(db: Tables): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}

async function createAudit(db: Tables, numbered: Numbered): Promise<void> {
  await numbered(db, 'audit')
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('audit_by_time').on('audit').columns(['at', 'number']).execute()
}
