import type { Kysely } from 'kysely'
import type { Escalation } from '../domain/index.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { EscalationTable, Schema } from './schema.ts'
import type { EscalationStore } from './store.ts'

export function escalationStore({ db }: Database): EscalationStore {
  return {
    async get(id) {
      const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && escalationOf(row)
    },

    async waiting(limit) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('accepted_at', 'is', null)
        .where('ended_at', 'is', null)
        .orderBy('priority', 'desc')
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
    queued_at: escalation.queuedAt,
    accepted_at: escalation.acceptedAt ?? null,
    agent_id: escalation.agentId ?? null,
    ended_at: escalation.endedAt ?? null,
    outcome: escalation.outcome ?? null,
    true_need: escalation.trueNeed ?? null,
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
    queuedAt: row.queued_at,
    acceptedAt: row.accepted_at,
    agentId: row.agent_id,
    endedAt: row.ended_at,
    outcome: row.outcome,
    trueNeed: row.true_need,
  })
}
