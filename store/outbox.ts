import type { Message } from '../domain/index.ts'
import { messageOf } from './conversation-rows.ts'
import type { Database } from './database.ts'
import type { OutboxStore } from './outbox-store.ts'
import type { OutboxTable } from './schema.ts'

/** A message waits while `next_at` is set. One that was given up no longer holds back those behind it. */
export function outboxStore({ db }: Database): OutboxStore {
  return {
    async due(now, limit) {
      const rows = await db
        .selectFrom('outbox as waiting')
        .innerJoin('messages', (join) =>
          join
            .onRef('messages.conversation_id', '=', 'waiting.conversation_id')
            .onRef('messages.seq', '=', 'waiting.seq'),
        )
        .innerJoin('channel_references', 'channel_references.conversation_id', 'waiting.conversation_id')
        .selectAll('messages')
        .select(['channel_references.reference', 'waiting.attempts'])
        .where('waiting.next_at', 'is not', null)
        .where('waiting.next_at', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('outbox as earlier')
                .select('earlier.seq')
                .whereRef('earlier.conversation_id', '=', 'waiting.conversation_id')
                .whereRef('earlier.seq', '<', 'waiting.seq')
                .where('earlier.next_at', 'is not', null),
            ),
          ),
        )
        .orderBy('waiting.queued_at')
        .orderBy('waiting.conversation_id')
        .orderBy('waiting.seq')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        message: messageOf(row),
        channelReference: row.reference,
        attempts: row.attempts,
      }))
    },

    async delivered(messageId, at) {
      await db
        .updateTable('outbox')
        .set({ delivered_at: at, next_at: null, problem: null })
        .where('message_id', '=', messageId)
        .execute()
    },

    async failed(messageId, nextAt, problem) {
      await db
        .updateTable('outbox')
        .set((eb) => ({ attempts: eb('attempts', '+', 1), next_at: nextAt, problem }))
        .where('message_id', '=', messageId)
        // A late failure must not bring back what another node has delivered meanwhile.
        .where('delivered_at', 'is', null)
        .execute()
    },
  }
}

/** A message of the outbox as it begins: due from the moment it was written. */
export function outboxRow({ id, conversationId, seq, at }: Message): OutboxTable {
  return {
    message_id: id,
    conversation_id: conversationId,
    seq,
    queued_at: at,
    next_at: at,
    attempts: 0,
    delivered_at: null,
    problem: null,
  }
}
