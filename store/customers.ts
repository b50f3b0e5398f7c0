import type { Kysely, Selectable } from 'kysely'
import type { Customer, TrustEvent } from '../domain/index.ts'
import { customerHistory } from './customer-history.ts'
import type { CustomerStore } from './customer-store.ts'
import { customerSurveys } from './customer-surveys.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import { hasServed } from './has-served.ts'
import type { Schema, TrustEventTable } from './schema.ts'

export type ChannelCustomerRow = Omit<Schema['customers'], 'survey_consent' | 'survey_consent_at'>

export function customerStore(database: Database): CustomerStore {
  const { db } = database
  return {
    ended: customerHistory(database),
    surveys: customerSurveys(database),
    hasServed: hasServed(database),

    async get(id) {
      const row = await db
        .selectFrom('customers')
        .select(['id', 'name', 'language', 'created_at as createdAt'])
        .select(['survey_consent as consent', 'survey_consent_at as consentAt'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const { consent, consentAt, ...customer } = row
      const said = consent !== null && consentAt !== null && { surveyConsent: { kind: consent, at: consentAt } }
      return { ...dropNulls(customer), ...said }
    },

    async setSurveyConsent(id, { kind, at }) {
      await db
        .updateTable('customers')
        .set({ survey_consent: kind, survey_consent_at: at })
        .where('id', '=', id)
        .execute()
    },

    async trustEvents(customerId) {
      const rows = await db
        .selectFrom('trust_events')
        .selectAll()
        .where('customer_id', '=', customerId)
        .orderBy('at')
        .orderBy('number')
        .execute()
      return rows.map(trustEventOf)
    },

    async ledgers(limit, after) {
      const next = db
        .selectFrom('customers')
        .select('customers.id')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('trust_events').select('customer_id').whereRef('trust_events.customer_id', '=', 'customers.id'),
          ),
        )
        .orderBy('customers.id')
        .limit(limit)
      const ids = await (after === undefined ? next : next.where('customers.id', '>', after)).execute()
      const found = await ledgersOf(
        db,
        ids.map(({ id }) => id),
      )
      return ids.map(({ id }) => ({ customerId: id, ledger: found.get(id) ?? [] }))
    },
  }
}

/** The ledgers of these customers, each oldest first; customers without one are left out. */
export async function ledgersOf(
  db: Kysely<Schema>,
  customerIds: readonly string[],
): Promise<Map<string, TrustEvent[]>> {
  if (customerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('trust_events')
    .selectAll()
    .where('customer_id', 'in', customerIds)
    .orderBy('customer_id')
    .orderBy('at')
    .orderBy('number')
    .execute()
  return Map.groupBy(rows.map(trustEventOf), ({ customerId }) => customerId)
}

/** What the channel says of a customer: not what they have said of surveys. */
export function customerRow({ id, name, language, createdAt }: Customer): ChannelCustomerRow {
  return { id, name: name ?? null, language, created_at: createdAt }
}

export function trustEventRow(event: TrustEvent): Omit<Selectable<TrustEventTable>, 'number'> {
  return {
    id: event.id,
    customer_id: event.customerId,
    conversation_id: event.conversationId ?? null,
    at: event.at,
    cause: event.cause,
    gain: event.gain,
    loss: event.loss,
    score_after: event.scoreAfter,
    channel: event.channel ?? null,
    need: event.need ?? null,
    agent_id: event.agentId ?? null,
    replaces: event.replaces ?? null,
  }
}

export function trustEventOf(row: Selectable<TrustEventTable>): TrustEvent {
  return dropNulls({
    id: row.id,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    at: row.at,
    cause: row.cause,
    gain: row.gain,
    loss: row.loss,
    scoreAfter: row.score_after,
    channel: row.channel,
    need: row.need,
    agentId: row.agent_id,
    replaces: row.replaces,
  })
}
