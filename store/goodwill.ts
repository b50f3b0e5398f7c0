import type { Survey, Treatment, TrustEvent } from '../domain/index.ts'
import { ledgersOf } from './customers.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { GoodwillStore, RuleSums } from './goodwill-store.ts'
import { goodwillOutcomes } from './reports/goodwill-outcomes.ts'
import { treatmentOf } from './treatments.ts'

/** A list of ids in one query: below what any database takes as parameters. */
const AT_ONCE = 500

export function goodwillStore({ db, reports }: Database): GoodwillStore {
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

    outcomes: (period, days) => goodwillOutcomes(reports, period, days),

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
