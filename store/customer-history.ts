import { sql } from 'kysely'
import type { CustomerStore } from './customer-store.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'

/** The ends of a customer's conversations with what is known of each: a conversation that was reopened ended more than once. */
export function customerHistory({ db }: Database): CustomerStore['ended'] {
  return async (customerId, limit) => {
    const rows = await db
      .selectFrom('conversations')
      .innerJoin('conversation_events as ending', 'ending.conversation_id', 'conversations.id')
      .leftJoin('escalations', (join) =>
        join.onRef('escalations.id', '=', 'ending.escalation_id').on('ending.by', '=', 'agent'),
      )
      .leftJoin('agents', 'agents.id', 'escalations.agent_id')
      // The survey is sent at the end, by the same commit.
      .leftJoin('surveys', (join) =>
        join
          .onRef('surveys.channel', '=', 'conversations.channel')
          .onRef('surveys.sent_at', '=', 'ending.at')
          .onRef('surveys.conversation_id', '=', 'conversations.id'),
      )
      .leftJoin('responses', 'responses.survey_id', 'surveys.id')
      .where('conversations.customer_id', '=', customerId)
      .where('ending.kind', '=', 'resolved')
      .select([
        'conversations.id as conversationId',
        'ending.at as endedAt',
        'ending.by as endedBy',
        'escalations.outcome as verdict',
        'agents.name as agentName',
        sql<string | null>`case when escalations.no_need = 1 then null
          else coalesce(escalations.true_need, escalations.need, surveys.need) end`.as('need'),
        'rating',
      ])
      .orderBy('ending.at', 'desc')
      .orderBy('ending.number', 'desc')
      .limit(limit)
      .execute()
    // Every end is written with who ended it; one of a version that did not would be nobody's.
    return rows.map(({ endedBy, ...row }) => ({ ...dropNulls(row), endedBy: endedBy ?? 'idle' }))
  }
}
