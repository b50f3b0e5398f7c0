import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import { DAY_MS, type Share } from '../../domain/index.ts'
import type { Database } from '../database.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import type { ServedStore } from '../served-store.ts'
import { channelsOf, count } from './count.ts'

export function servedStore({ db }: Database): ServedStore {
  return {
    async turns(period, atMost) {
      const { turns } = await db
        .selectFrom(turnsOf(db, period).select('turn.seq').limit(atMost).as('counted'))
        .select((eb) => eb.fn.countAll<number>().as('turns'))
        .executeTakeFirstOrThrow()
      return turns
    },

    async counts(period) {
      const { days, handedOver, answered, wrong } = await conversationDays(db, period)
      return {
        'handed-over': { bad: handedOver, of: days },
        'wrong-answer': { bad: wrong, of: answered },
        'checked-wrong': await checkedAnswers(db, period),
        'not-resolved': await saidNotResolved(db, period),
      }
    },
  }
}

/** Of the turns the index on channel and time is read alone. */
async function conversationDays(db: Kysely<Schema>, period: Period) {
  const days = turnsOf(db, period)
    .select((eb) => [
      'turn.conversation_id',
      dayOf('turn').as('day'),
      holds(eb('turn.decision_kind', '=', 'escalate')).as('handed_over'),
      holds(eb.or([eb('turn.answered', 'is not', null), eb('turn.after_answer', 'is not', null)])).as('answered'),
      holds(eb.and([eb('turn.after_answer', 'is not', null), eb('turn.objection', 'is not', null)])).as('objected'),
    ])
    .groupBy(['turn.conversation_id', dayOf('turn')])
  const saidWrong = labelsOf(db, period)
    .where('label.source', '=', 'agent')
    .where('label.answer_wrong', '=', 1)
    .select(['turn.conversation_id', dayOf('turn').as('day')])
    .groupBy(['turn.conversation_id', dayOf('turn')])
  return await db
    .selectFrom(days.as('served'))
    .leftJoin(saidWrong.as('said_wrong'), (join) =>
      join
        .onRef('said_wrong.conversation_id', '=', 'served.conversation_id')
        .onRef('said_wrong.day', '=', 'served.day'),
    )
    .select((eb) => {
      const saidSo = eb('said_wrong.day', 'is not', null)
      return [
        eb.fn.countAll<number>().as('days'),
        count(eb('served.handed_over', '=', 1)).as('handedOver'),
        count(eb.or([eb('served.answered', '=', 1), saidSo])).as('answered'),
        count(eb.or([eb('served.objected', '=', 1), saidSo])).as('wrong'),
      ]
    })
    .executeTakeFirstOrThrow()
}

async function checkedAnswers(db: Kysely<Schema>, period: Period): Promise<Share> {
  return await labelsOf(db, period)
    .where('label.source', '=', 'check')
    .where('label.meant', '!=', 'unclear')
    .where('turn.answered', 'is not', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('of'),
      count(
        eb.or([
          eb('label.meant', '=', 'none'),
          eb('label.need', '!=', eb.ref('turn.answered')),
          eb('label.answer_wrong', '=', 1),
        ]),
      ).as('bad'),
    ])
    .executeTakeFirstOrThrow()
}

async function saidNotResolved(db: Kysely<Schema>, { from, to }: Period): Promise<Share> {
  return await db
    .selectFrom('surveys as survey')
    .innerJoin('responses as response', 'response.survey_id', 'survey.id')
    .where('survey.channel', 'in', channelsOf(undefined))
    // Asked after the conversation: of the last turns of a period later than its end.
    .where('survey.sent_at', '>=', from)
    .where('response.resolved', 'is not', null)
    .where(({ and, eb, selectFrom }) => {
      const last = selectFrom('turns as turn')
        .select((inner) => inner.fn.max<number>('turn.at').as('at'))
        .whereRef('turn.conversation_id', '=', 'survey.conversation_id')
        .whereRef('turn.at', '<=', 'survey.sent_at')
      return and([eb(last, '>=', from), eb(last, '<', to)])
    })
    .select((eb) => [eb.fn.countAll<number>().as('of'), count(eb('response.resolved', '=', 0)).as('bad')])
    .executeTakeFirstOrThrow()
}

function turnsOf(db: Kysely<Schema>, { from, to }: Period) {
  return db
    .selectFrom('turns as turn')
    .where('turn.channel', 'in', channelsOf(undefined))
    .where('turn.at', '>=', from)
    .where('turn.at', '<', to)
}

/** Labels of the turns of the period. A label is younger than its turn, so that its time, which has an index, narrows the search. */
function labelsOf(db: Kysely<Schema>, { from, to }: Period) {
  return db
    .selectFrom('turn_labels as label')
    .innerJoin('turns as turn', (join) =>
      join.onRef('turn.conversation_id', '=', 'label.conversation_id').onRef('turn.seq', '=', 'label.seq'),
    )
    .where('label.at', '>=', from)
    .where('turn.at', '>=', from)
    .where('turn.at', '<', to)
}

/** Whole days since 1970 in UTC. */
function dayOf(turn: string) {
  return sql<number>`${sql.ref(`${turn}.at`)} / ${sql.lit(DAY_MS)}`
}

/** 1 when it holds for one of the rows. */
function holds(condition: Expression<SqlBool>) {
  return sql<number>`max(case when ${condition} then 1 else 0 end)`
}
