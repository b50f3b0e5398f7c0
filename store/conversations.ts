import { sql } from 'kysely'
import { createCommit } from './commit.ts'
import { conversationEventOf, conversationOf, messageOf, turnOf } from './conversation-rows.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import { toBeKept } from './promises.ts'
import { servedByBot } from './served-by-bot.ts'

export function conversationStore(database: Database): ConversationStore {
  const { db } = database
  return {
    commit: createCommit(database),
    withBot: servedByBot(database),

    async get(id) {
      const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && conversationOf(row)
    },

    async duplicateOf(conversationId, dedupeKey) {
      const row = await db
        .selectFrom('dedupe_keys')
        .select('message_id')
        .where('conversation_id', '=', conversationId)
        .where('dedupe_key', '=', dedupeKey)
        .executeTakeFirst()
      return row?.message_id
    },

    async messages(conversationId, afterSeq, limit) {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(messageOf)
    },

    async turns(conversationId) {
      const rows = await db
        .selectFrom('turns')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('seq')
        .execute()
      return rows.map(turnOf)
    },

    async events(conversationId) {
      const rows = await db
        .selectFrom('conversation_events')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('number')
        .execute()
      return rows.map(conversationEventOf)
    },

    async channelReference(conversationId) {
      const row = await db
        .selectFrom('channel_references')
        .select('reference')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst()
      return row?.reference
    },

    async glances(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('conversations')
        .innerJoin('customers', 'customers.id', 'conversations.customer_id')
        .select(({ selectFrom }) => [
          'conversations.id as conversationId',
          'conversations.channel',
          'conversations.language',
          'conversations.last_seq as lastSeq',
          'customers.name as customerName',
          selectFrom('messages')
            .select('messages.text')
            .whereRef('messages.conversation_id', '=', 'conversations.id')
            .where('messages.author', '=', 'customer')
            .orderBy('messages.seq', 'desc')
            .limit(1)
            .as('lastText'),
        ])
        .where('conversations.id', 'in', ids)
        .execute()
      return rows.map(dropNulls)
    },

    async versions(ids) {
      if (ids.length === 0) return []
      return await db
        .selectFrom('conversations')
        .select(['id', 'version', 'last_seq as lastSeq'])
        .where('id', 'in', ids)
        .execute()
    },

    async idle(before, limit) {
      const rows = await db
        .selectFrom('conversations')
        .select('id')
        // Written out, not as parameters: only so does SQLite see that the partial index fits.
        .where('owner', '=', sql.lit('bot'))
        .where('turn_count', '>', sql.lit(0))
        .where('updated_at', '<', before)
        .where('id', 'not in', toBeKept(db).select('conversation_id').where('kind', '=', 'answer'))
        .orderBy('updated_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
