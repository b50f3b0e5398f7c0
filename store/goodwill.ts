import type { Kysely } from 'kysely'
import { DAY_MS, type Survey, type Treatment, type TrustEvent } from '../domain/index.ts'
import { ledgersOf } from './customers.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { GoodwillStore, RuleSums, TreatmentClaim } from './goodwill-store.ts'
import { ask } from './program.ts'
import type { Schema, TreatmentTable } from './schema.ts'

/** A list of ids in one query: below what any database takes as parameters. */
const AT_ONCE = 500

export function goodwillStore({ db }: Database): GoodwillStore {
  return {
    async ofCustomer(customerId) {
      const rows = await db
        .selectFrom('treatments')
        .selectAll()
        .where('customer_id', '=', customerId)
        .orderBy('number')
        .execute()
      return rows.map(treatmentOf)
    },

    async givenTo(customerIds, since) {
      const found: Treatment[] = []
      for (let start = 0; start < customerIds.length; start += AT_ONCE) {
        const rows = await db
          .selectFrom('treatments')
          .selectAll()
          .where('customer_id', 'in', customerIds.slice(start, start + AT_ONCE))
          .where('state', '=', 'given')
          .where('at', '>=', since)
          .execute()
        found.push(...rows.map(treatmentOf))
      }
      return found.sort((a, b) => b.at - a.at || b.number - a.number)
    },

    async spent(month) {
      const row = await db
        .selectFrom('goodwill_months')
        .select('spent_cents')
        .where('month', '=', month)
        .executeTakeFirst()
      return row?.spent_cents ?? 0
    },

    async months(limit) {
      return await db
        .selectFrom('goodwill_months')
        .select(['month', 'spent_cents as spentCents'])
        .orderBy('month', 'desc')
        .limit(limit)
        .execute()
    },

    async sums(month) {
      const rows = await db
        .selectFrom('treatments')
        .select((eb) => [
          'rule',
          'state',
          eb.fn.countAll<number>().as('count'),
          eb.fn.sum<number>('cost_cents').as('costCents'),
        ])
        .where('month', '=', month)
        .groupBy(['rule', 'state'])
        .execute()
      // Sorted here: databases do not agree on the order of letters.
      const key = ({ rule, state }: RuleSums) => `${rule} ${state}`
      return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
    },

    async complaints(customerId, since, atMost) {
      const rows = await db
        .selectFrom('surveys')
        .innerJoin('responses', 'responses.survey_id', 'surveys.id')
        .select((eb) => [
          'surveys.id as surveyId',
          'responses.first_at as at',
          'responses.rating',
          'surveys.gap',
          'surveys.about',
          eb
            .selectFrom('promises')
            .select((each) => each.fn.countAll<number>().as('count'))
            .whereRef('promises.conversation_id', '=', 'surveys.conversation_id')
            .whereRef('promises.broken_at', '<=', 'responses.at')
            // What only the customer has said confirms nothing that they say.
            .where('promises.asked_at', 'is', null)
            .$asScalar()
            .as('broken'),
        ])
        .$narrowType<{ rating: 1 | 2 | 3 | 4 | 5 }>()
        .where('surveys.customer_id', '=', customerId)
        .where('surveys.sent_at', '>=', since)
        .where('responses.rating', '<=', atMost)
        .orderBy('surveys.sent_at')
        .orderBy('surveys.id')
        .execute()
      const rated = rows.map(({ about, broken, ...row }) => {
        const subject = JSON.parse(about) as Survey['about']
        return {
          complaint: { ...dropNulls(row), promiseBroken: Number(broken) > 0 },
          escalationId: subject.kind === 'agent' ? subject.escalationId : undefined,
        }
      })
      const verdicts = await verdictsOf(rated.flatMap(({ escalationId }) => escalationId ?? []))
      return rated.map(({ complaint, escalationId }) => {
        const verdict = verdicts.get(escalationId ?? '')
        return verdict ? { ...complaint, verdict } : complaint
      })
    },

    async outcomes({ from, to }, days) {
      const afterMs = days * DAY_MS
      const rows = await db
        .selectFrom('treatments as first')
        .selectAll('first')
        .select((eb) => [
          eb
            .selectFrom('conversations')
            .innerJoin('conversation_events as event', 'event.conversation_id', 'conversations.id')
            .select((each) => each.fn.countAll<number>().as('count'))
            .whereRef('conversations.customer_id', '=', 'first.customer_id')
            .where('event.kind', 'in', ['opened', 'reopened'])
            .whereRef('event.at', '>', 'first.at')
            .where((each) => each('event.at', '<=', each('first.at', '+', afterMs)))
            .$asScalar()
            .as('visits'),
          eb
            .selectFrom('surveys')
            .innerJoin('responses', 'responses.survey_id', 'surveys.id')
            .select('responses.rating')
            .whereRef('surveys.customer_id', '=', 'first.customer_id')
            .whereRef('surveys.sent_at', '>', 'first.at')
            .where('surveys.form', '=', 'csat')
            .where('responses.rating', 'is not', null)
            .where((each) => each('responses.first_at', '<=', each('first.at', '+', afterMs)))
            .orderBy('responses.first_at')
            .orderBy('surveys.id')
            .limit(1)
            .as('nextRating'),
        ])
        .where('first.state', 'in', ['given', 'held-out'])
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('treatments as earlier')
                .select('earlier.id')
                .whereRef('earlier.customer_id', '=', 'first.customer_id')
                .whereRef('earlier.number', '<', 'first.number')
                .whereRef('earlier.rule', '=', 'first.rule')
                .where('earlier.state', 'in', ['given', 'held-out']),
            ),
          ),
        )
        .where('first.at', '>=', from)
        .where('first.at', '<', to)
        .orderBy('first.at')
        .orderBy('first.id')
        .execute()
      return rows.map(({ visits, nextRating, ...row }) => ({
        treatment: treatmentOf(row),
        cameBack: Number(visits) > 0,
        ...(nextRating !== null && { nextRating }),
      }))
    },

    async ledgers(customerIds) {
      const found: [string, TrustEvent[]][] = []
      for (let start = 0; start < customerIds.length; start += AT_ONCE) {
        found.push(...(await ledgersOf(db, customerIds.slice(start, start + AT_ONCE))))
      }
      return new Map(found)
    },

    async longStanding(createdBefore, fewestEvents, after, limit) {
      const rows = await db
        .selectFrom('customers')
        .select((eb) => [
          'customers.id as customerId',
          eb
            .selectFrom('conversations')
            .select('conversations.id')
            .whereRef('conversations.customer_id', '=', 'customers.id')
            .orderBy('conversations.updated_at', 'desc')
            .orderBy('conversations.id')
            .limit(1)
            .$asScalar()
            .$notNull()
            .as('conversationId'),
        ])
        .where('customers.id', '>', after)
        .where('customers.created_at', '<=', createdBefore)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('conversations')
              .select('conversations.id')
              .whereRef('conversations.customer_id', '=', 'customers.id'),
          ),
        )
        .where((eb) =>
          eb(
            eb
              .selectFrom('trust_events')
              .select((each) => each.fn.countAll<number>().as('count'))
              .whereRef('trust_events.customer_id', '=', 'customers.id'),
            '>=',
            fewestEvents,
          ),
        )
        .orderBy('customers.id')
        .limit(limit)
        .execute()
      return rows
    },
  }

  async function verdictsOf(escalationIds: string[]) {
    const rows =
      escalationIds.length === 0
        ? []
        : await db.selectFrom('escalations').select(['id', 'outcome']).where('id', 'in', escalationIds).execute()
    return new Map(rows.map(({ id, outcome }) => [id, outcome]))
  }
}

/** Writes a treatment, and what it costs to the month's account. @returns false where it has to be decided anew */
export function* claimTreatment(db: Kysely<Schema>, { treatment, month, budgetCents }: TreatmentClaim) {
  // Two at once for the same customer have the same number, two for the same cause the same cause: the second finds the first.
  const written = yield* ask(
    db
      .insertInto('treatments')
      .values(treatmentRow(treatment, month))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .compile(),
  )
  if (written.length === 0) return false
  const { state, costCents } = treatment
  if (state !== 'given' || costCents === 0) return true
  if (costCents > budgetCents) return false
  // Holds the month's row until the end, so that of two nodes the second one adds to what the first has spent.
  const paid = yield* ask(
    db
      .insertInto('goodwill_months')
      .values({ month, spent_cents: costCents })
      .onConflict((conflict) =>
        conflict
          .column('month')
          .doUpdateSet((eb) => ({ spent_cents: eb('goodwill_months.spent_cents', '+', costCents) }))
          .where('goodwill_months.spent_cents', '<=', budgetCents - costCents),
      )
      .returning('spent_cents')
      .compile(),
  )
  return paid.length > 0
}

/** A handover makes use of it: once, whoever is first. */
export function useTreatment(db: Kysely<Schema>, id: string, at: number) {
  return db.updateTable('treatments').set({ used_at: at }).where('id', '=', id).where('used_at', 'is', null).compile()
}

function treatmentRow(treatment: Treatment, month: string): TreatmentTable {
  return {
    id: treatment.id,
    customer_id: treatment.customerId,
    conversation_id: treatment.conversationId,
    number: treatment.number,
    cause: treatment.cause,
    reason: treatment.reason,
    rule: treatment.rule,
    gift: treatment.gift,
    state: treatment.state,
    at: treatment.at,
    month,
    cost_cents: treatment.costCents,
    trust_before: treatment.trustBefore,
    used_at: treatment.usedAt ?? null,
  }
}

function treatmentOf(row: TreatmentTable): Treatment {
  return dropNulls({
    id: row.id,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    number: row.number,
    cause: row.cause,
    reason: row.reason,
    rule: row.rule,
    gift: row.gift,
    state: row.state,
    at: row.at,
    costCents: row.cost_cents,
    trustBefore: row.trust_before,
    usedAt: row.used_at,
  })
}
