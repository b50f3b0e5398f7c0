import type { Database } from './database.ts'
import { ask, keep } from './program.ts'
import type { ReadStore } from './store.ts'

export function readStore({ db, transact }: Database): ReadStore {
  return {
    // In a transaction for the sake of its company: people read all the time, and alone each mark would wait for the disk.
    raise: ({ conversationId, reader, seq, at }) =>
      transact(function* () {
        const raised = yield* ask(
          db
            .insertInto('reads')
            .values({ conversation_id: conversationId, reader, seq, at })
            .onConflict((conflict) =>
              conflict.columns(['conversation_id', 'reader']).doUpdateSet({ seq, at }).where('reads.seq', '<', seq),
            )
            .returning('seq')
            .compile(),
        )
        return keep(raised.length > 0)
      }),

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
