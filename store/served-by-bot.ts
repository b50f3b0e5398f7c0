import { sql } from 'kysely'
import { conversationOf, turnOf } from './conversation-rows.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { Database } from './database.ts'

/** Whom the bot serves at this moment: the conversations first, then the last turn of each. */
export function servedByBot({ db }: Database): ConversationStore['withBot'] {
  return async (since, limit) => {
    const rows = await db
      .selectFrom('conversations')
      .innerJoin('customers', 'customers.id', 'conversations.customer_id')
      .innerJoin('turns as turn', (join) =>
        join.onRef('turn.conversation_id', '=', 'conversations.id').on('turn.seq', '=', ({ selectFrom }) =>
          selectFrom('turns as newest')
            .select((eb) => eb.fn.max<number>('newest.seq').as('seq'))
            .whereRef('newest.conversation_id', '=', 'conversations.id')
            // What was settled before a return or a reopening is not how it goes now.
            .whereRef('newest.seq', '>', 'conversations.settled_seq'),
        ),
      )
      .selectAll('conversations')
      .select(({ selectFrom }) => [
        'customers.name as customer_name',
        'turn.id as last_turn',
        selectFrom('messages as said')
          .select('said.text')
          .whereRef('said.conversation_id', '=', 'conversations.id')
          .whereRef('said.seq', '=', 'turn.seq')
          .as('last_text'),
      ])
      // Written out, not as parameters: only so does SQLite see that the partial index fits.
      .where('conversations.owner', '=', sql.lit('bot'))
      .where('conversations.turn_count', '>', sql.lit(0))
      .where('conversations.updated_at', '>=', since)
      .orderBy('turn.gap_value', 'desc')
      .orderBy('conversations.id')
      .limit(limit)
      .execute()
    if (rows.length === 0) return []
    const ids = rows.map(({ last_turn }) => last_turn)
    const turns = new Map(
      (await db.selectFrom('turns').selectAll().where('id', 'in', ids).execute()).map((row) => [row.id, turnOf(row)]),
    )
    return rows.flatMap((row) => {
      const lastTurn = turns.get(row.last_turn)
      if (!lastTurn) return []
      const { customer_name: name, last_text: text } = row
      return [
        {
          conversation: conversationOf(row),
          lastTurn,
          lastText: text ?? '',
          ...(name !== null && { customerName: name }),
        },
      ]
    })
  }
}
