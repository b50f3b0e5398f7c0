import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import { type Channel, type GapPart, LARGE_GAP } from '../../domain/index.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { AnswerGapSums, GapSums, NeedGapSums } from '../gap-report.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { channelsOf, count, total } from './count.ts'
import { turnsByPeriod } from './turns-by-period.ts'

// All of these read the index on channel and time alone.

export async function gapSums(db: Kysely<Schema>, periods: Period[], channel?: Channel): Promise<GapSums[]> {
  if (periods.length === 0) return []
  const rows = await turnsByPeriod(db, periods, channel)
    .select((eb) => [
      'period.position',
      eb.fn.count<number>('turn.at').as('turns'),
      total(eb.ref('turn.gap_value')).as('gapSum'),
      count(eb('turn.gap_value', '>', LARGE_GAP)).as('large'),
      eb.fn.count<number>('turn.understanding_gap').as('partsKnown'),
      total(eb.ref('turn.understanding_gap')).as('understandingSum'),
      total(eb.ref('turn.detail_gap')).as('detailSum'),
      total(eb.ref('turn.answer_gap')).as('answerSum'),
    ])
    .groupBy('period.position')
    .orderBy('period.position')
    .execute()
  return rows.map(({ position: _, ...sums }) => sums)
}

export async function conversationsWithTurns(db: Kysely<Schema>, period: Period, channel?: Channel): Promise<number> {
  const { conversations } = await turnsOf(db, period, channel)
    .select((eb) => eb.fn.count<number>('turn.conversation_id').distinct().as('conversations'))
    .executeTakeFirstOrThrow()
  return conversations
}

/**
 * The gap of the last turn that the condition holds for, null without one. Number and gap are packed into one figure, so that a
 * single pass over the index finds it: twice the number leaves room for a gap of 1.
 */
function lastGap(condition: Expression<SqlBool>) {
  return sql<number | null>`max(case when ${condition} then 2.0 * turn.seq + turn.gap_value end)
    - max(case when ${condition} then 2.0 * turn.seq end)`
}

/** First by need and conversation: what stayed unmet of a conversation is told by the last that was said about the need. */
export async function gapByNeed(db: Kysely<Schema>, period: Period, channel?: Channel): Promise<NeedGapSums[]> {
  const rows = await db
    .selectFrom(
      turnsOf(db, period, channel)
        .select((eb) => {
          const ledBy = (part: GapPart) =>
            count(eb.and([eb('turn.gap_value', '>', LARGE_GAP), eb('turn.led_by', '=', part)]))
          const kept = eb('turn.decision_kind', '!=', 'escalate')
          return [
            'turn.about',
            eb.fn.countAll<number>().as('turns'),
            total(eb.ref('turn.gap_value')).as('gapSum'),
            count(eb('turn.gap_value', '>', LARGE_GAP)).as('large'),
            total(eb.ref('turn.understanding_gap')).as('understandingSum'),
            total(eb.ref('turn.detail_gap')).as('detailSum'),
            total(eb.ref('turn.answer_gap')).as('answerSum'),
            ledBy('understanding').as('ledByUnderstanding'),
            ledBy('detail').as('ledByDetail'),
            ledBy('answer').as('ledByAnswer'),
            count(eb('turn.decision_kind', '=', 'clarify')).as('clarifications'),
            lastGap(kept).as('unmet'),
          ]
        })
        .groupBy(['turn.about', 'turn.conversation_id'])
        .as('conversation'),
    )
    .select((eb) => [
      'about as need',
      eb.fn.countAll<number>().as('conversations'),
      ...(
        [
          'turns',
          'gapSum',
          'large',
          'understandingSum',
          'detailSum',
          'answerSum',
          'ledByUnderstanding',
          'ledByDetail',
          'ledByAnswer',
          'clarifications',
          'unmet',
        ] as const
      ).map((column) => total(eb.ref(column)).as(column)),
    ])
    .groupBy('about')
    .execute()
  return rows.map(({ ledByUnderstanding, ledByDetail, ledByAnswer, ...sums }) =>
    dropNulls({
      ...sums,
      largeLedBy: { understanding: ledByUnderstanding, detail: ledByDetail, answer: ledByAnswer },
    }),
  )
}

export async function gapByAnswer(db: Kysely<Schema>, period: Period, channel?: Channel): Promise<AnswerGapSums[]> {
  const given = await turnsOf(db, period, channel)
    .select((eb) => ['turn.answered as need', eb.fn.countAll<number>().as('answers')])
    .where('turn.answered', 'is not', null)
    .groupBy('turn.answered')
    .execute()
  const met = await turnsOf(db, period, channel)
    .select((eb) => [
      'turn.after_answer as need',
      eb.fn.countAll<number>().as('followed'),
      total(eb.ref('turn.gap_value')).as('gapSum'),
      count(eb.or([eb('turn.gap_value', '>', LARGE_GAP), eb('turn.objection', 'is not', null)])).as('missed'),
      count(eb('turn.objection', '=', 'refused')).as('refused'),
      count(eb('turn.objection', '=', 'repeated')).as('repeated'),
    ])
    .where('turn.after_answer', 'is not', null)
    .groupBy('turn.after_answer')
    .execute()
  const answers = new Map(given.map((row) => [row.need, row.answers]))
  const follow = new Map(met.map((row) => [row.need, row]))
  return [...new Set([...answers.keys(), ...follow.keys()])].flatMap((need) => {
    if (need === null) return []
    const { need: _, ...how } = follow.get(need) ?? NOTHING_FOLLOWED
    return [{ need, answers: answers.get(need) ?? 0, ...how }]
  })
}

const NOTHING_FOLLOWED = { need: null, followed: 0, gapSum: 0, missed: 0, refused: 0, repeated: 0 }

function turnsOf(db: Kysely<Schema>, { from, to }: Period, channel?: Channel) {
  return db
    .selectFrom('turns as turn')
    .where('turn.channel', 'in', channelsOf(channel))
    .where('turn.at', '>=', from)
    .where('turn.at', '<', to)
}
