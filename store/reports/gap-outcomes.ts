import { type Kysely, type SqlBool, sql } from 'kysely'
import { type Channel, type CsatRating, type EscalationReason, PASSED_ON_OUTCOMES } from '../../domain/index.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { BotRatings, NeedHandovers, NeedVerdicts } from '../gap-report.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { channelsOf, count } from './count.ts'

const OUT_OF_SCOPE: EscalationReason = 'out-of-scope'

export async function handoversByNeed(db: Kysely<Schema>, period: Period, channel?: Channel): Promise<NeedHandovers[]> {
  const counts = await escalationsOf(db, period, channel)
    .select((eb) => ['need', eb.fn.countAll<number>().as('count')])
    .groupBy('need')
    .execute()
  const reasons = await escalationsOf(db, period, channel)
    .innerJoin('escalation_reasons as given', 'given.escalation_id', 'escalation.id')
    .select((eb) => ['need', 'given.reason', eb.fn.countAll<number>().as('count')])
    .groupBy(['need', 'given.reason'])
    .execute()
  return counts.map(({ need, ...rest }) =>
    dropNulls({
      need,
      ...rest,
      reasons: reasons.filter((row) => row.need === need).map(({ reason, count }) => ({ reason, count })),
    }),
  )
}

export async function verdictsByNeed(db: Kysely<Schema>, period: Period, channel?: Channel): Promise<NeedVerdicts[]> {
  const rows = await answeredSurveys(db, period, channel)
    .select((eb) => [
      'survey.need',
      eb.fn.countAll<number>().as('responses'),
      count(eb.or([eb('response.rating', '<=', 2), eb('response.resolved', '=', 0)])).as('dissatisfied'),
    ])
    .groupBy('survey.need')
    .execute()
  return rows.map(dropNulls)
}

export async function botRatings(db: Kysely<Schema>, period: Period, need?: string): Promise<BotRatings[]> {
  let rated = answeredSurveys(db, period)
    .where('survey.need', 'is not', null)
    .where('survey.about', 'like', '%"kind":"bot"%')
  if (need !== undefined) rated = rated.where('survey.need', '=', need)
  return await rated
    .select((eb) => ['survey.need', 'survey.language', 'response.rating', eb.fn.countAll<number>().as('count')])
    .groupBy(['survey.need', 'survey.language', 'response.rating'])
    .$narrowType<{ need: string; rating: CsatRating }>()
    .execute()
}

/** Conversations of which a customer was dissatisfied, in a survey about no need. */
export function dissatisfiedWithoutNeed(db: Kysely<Schema>, period: Period, channel?: Channel) {
  return answeredSurveys(db, period, channel)
    .select('survey.conversation_id')
    .where('survey.need', 'is', null)
    .where((eb) => eb.or([eb('response.rating', '<=', 2), eb('response.resolved', '=', 0)]))
}

function escalationsOf(db: Kysely<Schema>, { from, to }: Period, channel?: Channel) {
  const rows = db
    .selectFrom('escalations as queued')
    .innerJoin('conversations as conversation', 'conversation.id', 'queued.conversation_id')
    .select(['queued.id', countedNeed('queued').as('need')])
    .where('queued.queued_at', '>=', from)
    .where('queued.queued_at', '<', to)
    .where('conversation.channel', 'in', channelsOf(channel))
    .where(wasNotPassedOn('queued'))
  return db.selectFrom(rows.as('escalation'))
}

/** Of a handover that agents passed on, the last of them knows what it was about: that one counts. */
export function wasNotPassedOn(escalation: string) {
  const outcome = sql.ref(`${escalation}.outcome`)
  return sql<SqlBool>`(${outcome} is null or ${outcome} not in (${sql.join(PASSED_ON_OUTCOMES)}))`
}

/**
 * The need that a handover counts for: the agent knows best, also that it is none; what the bot believed of a message out of
 * scope counts for nothing.
 */
export function countedNeed(escalation: string) {
  const column = (name: string) => sql.ref(`${escalation}.${name}`)
  return sql<string | null>`coalesce(${column('true_need')}, case when ${column('no_need')} = 0 and not exists (
    select 1 from escalation_reasons as outside
    where outside.escalation_id = ${column('id')} and outside.reason = ${OUT_OF_SCOPE}
  ) then ${column('need')} end)`
}

function answeredSurveys(db: Kysely<Schema>, { from, to }: Period, channel?: Channel) {
  return db
    .selectFrom('surveys as survey')
    .innerJoin('responses as response', 'response.survey_id', 'survey.id')
    .where('survey.channel', 'in', channelsOf(channel))
    .where('survey.sent_at', '>=', from)
    .where('survey.sent_at', '<', to)
    .where('survey.form', '=', 'csat')
}
