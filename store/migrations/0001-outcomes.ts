import { type Kysely, sql } from 'kysely'
import type { NumberedTable } from './numbered-table.ts'

export async function createEscalations(db: Kysely<unknown>): Promise<void> {
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

export async function createSurveys(db: Kysely<unknown>): Promise<void> {
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
  await db.schema.createIndex('surveys_by_time').on('surveys').columns(['channel', 'sent_at', 'id']).execute()
  await db.schema
    .createTable('responses')
    .addColumn('survey_id', 'text', (c) => c.primaryKey().notNull().references('surveys.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('rating', 'integer', (c) => c.notNull())
    .addColumn('resolved', 'integer')
    .addColumn('comment', 'text')
    .execute()
}

export async function createTrustEvents(db: Kysely<unknown>, numbered: NumberedTable): Promise<void> {
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
