import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { Capabilities } from '../database.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import type { AnsweredSurvey, SurveyReportStore } from '../survey-report.ts'
import { channelsOf } from './count.ts'

/** Channel by channel: each in the order of the index on channel and time, so that none is read further than it is asked for. */
export async function answeredSurveys(
  db: Kysely<Schema>,
  capabilities: Capabilities,
  form: string,
  period: Period,
  limit: number,
  { channel, after }: AnsweredOf = {},
): Promise<AnsweredSurvey[]> {
  const pages = await Promise.all(
    channelsOf(channel).map((one) => answeredIn(one, db, capabilities, form, period, limit, after)),
  )
  return pages
    .flat()
    .sort((a, b) => b.sentAt - a.sentAt || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
}

type AnsweredOf = NonNullable<Parameters<SurveyReportStore['answered']>[3]>

async function answeredIn(
  channel: Channel,
  db: Kysely<Schema>,
  { byteOrder }: Capabilities,
  form: string,
  { from, to }: Period,
  limit: number,
  after: AnsweredOf['after'],
): Promise<AnsweredSurvey[]> {
  let answered = db
    .selectFrom('surveys as survey')
    .innerJoin('responses as response', 'response.survey_id', 'survey.id')
    .select([
      'survey.id',
      'survey.language',
      'survey.sent_at as sentAt',
      'survey.items',
      'response.first_at as firstAt',
      'response.rating',
      'response.resolved',
      'response.score',
      'response.answers',
      sql<0 | 1>`case when response.comment is null then 0 else 1 end`.as('commented'),
    ])
    .where('survey.channel', '=', channel)
    .where('survey.sent_at', '>=', from)
    .where('survey.sent_at', '<', after ? Math.min(to, after.sentAt + 1) : to)
    .where('survey.form', '=', form)
  if (after) {
    answered = answered.where((eb) =>
      eb.or([
        eb('survey.sent_at', '<', after.sentAt),
        // In the order of the list, which is not that of every database.
        sql<SqlBool>`survey.id collate ${sql.id(byteOrder)} < ${after.id}`,
      ]),
    )
  }
  const rows = await answered
    .orderBy('survey.sent_at', 'desc')
    .orderBy('survey.id', (order) => order.collate(byteOrder).desc())
    .limit(limit)
    .execute()
  return rows.map(({ items, answers, commented, resolved, ...row }) =>
    dropNulls({
      ...row,
      items: items === null ? null : (JSON.parse(items) as NonNullable<AnsweredSurvey['items']>),
      answers: answers === null ? null : (JSON.parse(answers) as NonNullable<AnsweredSurvey['answers']>),
      resolved: resolved === null ? null : resolved === 1,
      commented: commented === 1,
    }),
  )
}
