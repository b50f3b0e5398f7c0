import type { Kysely } from 'kysely'
import { DAY_MS } from '../../domain/index.ts'
import type { TreatmentOutcome } from '../goodwill-store.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { treatmentOf } from '../treatments.ts'

/** What became of customers for whom a rule held for the first time. @param days for which it is looked after it */
export async function goodwillOutcomes(
  db: Kysely<Schema>,
  { from, to }: Period,
  days: number,
): Promise<TreatmentOutcome[]> {
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
}
