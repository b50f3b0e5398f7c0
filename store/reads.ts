import type { Database } from './database.ts'
import type { ReadStore } from './store.ts'

export function readStore({ db }: Database): ReadStore {
  return {
    async raise({ conversationId, reader, seq, at }) {
      const raised = await db
        .insertInto('reads')
        .values({ conversation_id: conversationId, reader, seq, at })
        .onConflict((conflict) =>
          conflict.columns(['conversation_id', 'reader']).doUpdateSet({ seq, at }).where('reads.seq', '<', seq),
        )
        .returning('seq')
        .executeTakeFirst()
      return raised !== undefined
    },

    async ofConversations(ids) {
      if (ids.length === 0) return []
      return await db
        .selectFrom('reads')
        .select(['conversation_id as conversationId', 'reader', 'seq', 'at'])
        .where('conversation_id', 'in', ids)
        .orderBy('conversation_id')
        .orderBy('reader')
        .execute()
    },
  }
}
