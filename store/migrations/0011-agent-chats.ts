import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Teams chats in which agents work, the codes that link them, and which customer each thread belongs to. */
export const agentChats: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('agent_chats')
      .addColumn('key', 'text', (c) => c.primaryKey().notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('agent_id', 'text', (c) => c.notNull().references('agents.id'))
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('reference', 'text', (c) => c.notNull())
      .addColumn('linked_at', 'bigint', (c) => c.notNull())
      .addColumn('chosen_conversation_id', 'text')
      .addColumn('chosen_at', 'bigint')
      .execute()
    await db.schema.createIndex('agent_chats_by_user').on('agent_chats').column('user_id').execute()
    await db.schema
      .createTable('agent_chat_links')
      .addColumn('code_hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('agent_id', 'text', (c) => c.notNull().references('agents.id'))
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('agent_threads')
      .addColumn('escalation_id', 'text', (c) => c.notNull())
      .addColumn('chat_key', 'text', (c) => c.notNull().references('agent_chats.key').onDelete('cascade'))
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('thread_key', 'text')
      .addColumn('agent_id', 'text')
      .addColumn('card_activity_id', 'text')
      .addColumn('shown', 'text', (c) => c.notNull())
      .addColumn('delivered_seq', 'bigint', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('next_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('agent_threads_pk', ['escalation_id', 'chat_key'])
      .execute()
    await db.schema.createIndex('agent_threads_by_key').on('agent_threads').column('thread_key').execute()
    // What is over is never looked at again, and it is nearly everything.
    await db.schema
      .createIndex('agent_threads_live')
      .on('agent_threads')
      .column('next_at')
      .where(sql.ref('shown'), '!=', sql.lit('ended'))
      .execute()
  },
}
