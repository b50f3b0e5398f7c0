import { sql } from 'kysely'
import type { Conversation } from '../domain/index.ts'
import { messageOf } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { HandoverStore } from './resolved-handover.ts'

/** Numbers of messages that are read of one handover: an agent seldom takes longer to help. */
const MESSAGES = 60
/** And of what the customer wrote before it, where the question stands. */
const BEFORE = 20
// Written out, not parameters, and as in the indexes: only so does SQLite see that they fit.
const RESOLVED = sql.lit('resolved' as const)
const NEED = sql<string | null>`coalesce(true_need, escalations.need)`

export function handoverStore({ db }: Database): HandoverStore {
  return {
    async resolved(language, limit, need) {
      let page = db
        .selectFrom('escalations')
        .innerJoin('conversations', 'conversations.id', 'escalations.conversation_id')
        .innerJoin('customers', 'customers.id', 'escalations.customer_id')
        .leftJoin('agents', 'agents.id', 'escalations.agent_id')
        // The survey is sent at the end, by the same commit.
        .leftJoin('surveys', (join) =>
          join
            .onRef('surveys.channel', '=', 'conversations.channel')
            .onRef('surveys.sent_at', '=', 'escalations.ended_at')
            .onRef('surveys.conversation_id', '=', 'escalations.conversation_id'),
        )
        .leftJoin('responses', 'responses.survey_id', 'surveys.id')
        .where('escalations.language', '=', language)
        .where('outcome', '=', RESOLVED)
      if (need !== undefined) page = page.where(NEED, '=', need).where('no_need', '=', 0)
      const rows = await page
        .select([
          'escalations.id as escalationId',
          'escalations.conversation_id as conversationId',
          'escalations.customer_id as customerId',
          'customers.name as customerName',
          'agents.name as agentName',
          sql<string | null>`case when no_need = 0 then ${NEED} end`.as('need'),
          'ended_at as endedAt',
          'state',
          'rating',
        ])
        .orderBy('ended_at', 'desc')
        .orderBy('escalations.id')
        .limit(limit)
        .execute()
      const messages = await messagesOf(rows.map(({ escalationId }) => escalationId))
      return rows.map(({ state, endedAt, ...row }) => ({
        ...dropNulls(row),
        endedAt: endedAt ?? 0,
        details: (JSON.parse(state) as Conversation['state']).details,
        messages: messages
          .filter(({ escalationId, at }) => escalationId === row.escalationId && at <= (endedAt ?? 0))
          .map(({ message }) => message)
          .filter((message) => message.language === language),
      }))
    },
  }

  async function messagesOf(escalationIds: string[]) {
    if (escalationIds.length === 0) return []
    const first = sql<number>`coalesce(escalations.seq, 1)`
    const rows = await db
      .selectFrom('escalations')
      .innerJoin('messages', 'messages.conversation_id', 'escalations.conversation_id')
      .where('escalations.id', 'in', escalationIds)
      .where('messages.seq', '>=', sql<number>`${first} - ${sql.lit(BEFORE)}`)
      .where('messages.seq', '<', sql<number>`${first} + ${sql.lit(MESSAGES)}`)
      .where(({ eb, or, and }) =>
        or([eb('author', '=', 'customer'), and([eb('author', '=', 'agent'), eb('messages.seq', '>=', first)])]),
      )
      .selectAll('messages')
      .select('escalations.id as escalation_id')
      .orderBy('escalations.id')
      .orderBy('messages.seq')
      .execute()
    return rows.map(({ escalation_id: escalationId, ...row }) => ({
      escalationId,
      at: row.at,
      message: messageOf(row),
    }))
  }
}
