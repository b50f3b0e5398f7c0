import { type Kysely, sql } from 'kysely'
import { type Escalation, MINUTE_MS } from '../domain/index.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { EscalationStore } from './escalation-store.ts'
import type { EscalationTable, Schema } from './schema.ts'

export function escalationStore({ db }: Database): EscalationStore {
  return {
    async get(id) {
      const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && escalationOf(row)
    },

    async waiting(limit, waitingMinute = 0) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('accepted_at', 'is', null)
        .where('ended_at', 'is', null)
        // Of two who wait, the more urgent one is the same at every moment: no clock is needed.
        .orderBy(sql`priority - cast(${waitingMinute / MINUTE_MS} as double precision) * queued_at`, 'desc')
        .orderBy('queued_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(escalationOf)
    },

    async openOf(agentId) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('agent_id', '=', agentId)
        .where('accepted_at', 'is not', null)
        .where('ended_at', 'is', null)
        .orderBy('accepted_at')
        .orderBy('id')
        .execute()
      return rows.map(escalationOf)
    },

    async countWaiting() {
      const { count } = await db
        .selectFrom('escalations')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('accepted_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },

    async open(limit) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('accepted_at', 'is not', null)
        .where('ended_at', 'is', null)
        .orderBy('accepted_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(escalationOf)
    },

    async loads() {
      const rows = await db
        .selectFrom('escalations')
        .select((eb) => [
          'agent_id as agentId',
          eb.fn.sum<number>(eb.case().when('ended_at', 'is', null).then(1).else(0).end()).as('open'),
          eb.fn.max('accepted_at').as('lastAcceptedAt'),
        ])
        .where('agent_id', 'is not', null)
        .where('accepted_at', 'is not', null)
        .groupBy('agent_id')
        .orderBy('agent_id')
        .execute()
      return rows.map(({ agentId, open, lastAcceptedAt }) => ({
        agentId: agentId ?? '',
        open: Number(open),
        lastAcceptedAt: Number(lastAcceptedAt),
      }))
    },

    async ofConversation(conversationId) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('queued_at')
        .orderBy('id')
        .execute()
      return rows.map(escalationOf)
    },

    async putRouting(id, routing) {
      const noted = await db
        .updateTable('escalations')
        .set({ routing: JSON.stringify(routing), routing_step: routing.step })
        .where('id', '=', id)
        .where('routing_step', '=', routing.step - 1)
        .where('accepted_at', 'is', null)
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return noted !== undefined
    },
  }
}

/** Conversations that an agent has accepted and not ended. */
export function countOpenOf(db: Kysely<Schema>, agentId: string) {
  return db
    .selectFrom('escalations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agent_id', '=', agentId)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
}

export function escalationRow(escalation: Escalation): EscalationTable {
  return {
    id: escalation.id,
    conversation_id: escalation.conversationId,
    customer_id: escalation.customerId,
    language: escalation.language,
    seq: escalation.seq ?? null,
    reasons: JSON.stringify(escalation.reasons),
    need: escalation.need ?? null,
    gap: escalation.gap,
    gap_reasons: JSON.stringify(escalation.gapReasons),
    priority: escalation.priority,
    queue: escalation.queue,
    follows: escalation.follows ?? null,
    preferred_agent_id: escalation.preferredAgentId ?? null,
    routing: JSON.stringify(escalation.routing),
    routing_step: escalation.routing.step,
    queued_at: escalation.queuedAt,
    accepted_at: escalation.acceptedAt ?? null,
    agent_id: escalation.agentId ?? null,
    first_reply_at: escalation.firstReplyAt ?? null,
    unanswered_since: escalation.unansweredSince ?? null,
    ended_at: escalation.endedAt ?? null,
    outcome: escalation.outcome ?? null,
    true_need: escalation.trueNeed ?? null,
    no_need: escalation.noNeed ? 1 : 0,
  }
}

function escalationOf(row: EscalationTable): Escalation {
  return dropNulls({
    id: row.id,
    conversationId: row.conversation_id,
    customerId: row.customer_id,
    language: row.language,
    seq: row.seq,
    reasons: JSON.parse(row.reasons) as Escalation['reasons'],
    need: row.need,
    gap: row.gap,
    gapReasons: JSON.parse(row.gap_reasons) as Escalation['gapReasons'],
    priority: row.priority,
    queue: row.queue,
    follows: row.follows,
    preferredAgentId: row.preferred_agent_id,
    routing: JSON.parse(row.routing) as Escalation['routing'],
    queuedAt: row.queued_at,
    acceptedAt: row.accepted_at,
    agentId: row.agent_id,
    firstReplyAt: row.first_reply_at,
    unansweredSince: row.unanswered_since,
    endedAt: row.ended_at,
    outcome: row.outcome,
    trueNeed: row.true_need,
    noNeed: row.no_need === 1 ? (true as const) : null,
  })
}
