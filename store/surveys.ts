import { sql } from 'kysely'
import type { NotAskedReason, Survey, SurveyResponse } from '../domain/index.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { ResponseTable, SurveyTable } from './schema.ts'
import type { SurveyStore } from './store.ts'

export function surveyStore({ db }: Database): SurveyStore {
  return {
    async get(id) {
      const row = await db.selectFrom('surveys').selectAll().where('id', '=', id).executeTakeFirst()
      return row && surveyOf(row)
    },

    async responseTo(surveyId) {
      const row = await db.selectFrom('responses').selectAll().where('survey_id', '=', surveyId).executeTakeFirst()
      return row && responseOf(row)
    },

    async lastAsked(customerId) {
      const rows = await db
        .selectFrom('surveys as survey')
        .leftJoin('responses as response', 'response.survey_id', 'survey.id')
        .select((eb) => [
          'survey.form',
          eb.fn.max<number>('survey.sent_at').as('sentAt'),
          eb.fn
            .max<number | null>(
              eb.case().when('response.survey_id', 'is not', null).then(eb.ref('survey.sent_at')).end(),
            )
            .as('answeredSentAt'),
        ])
        .where('survey.customer_id', '=', customerId)
        .groupBy('survey.form')
        .execute()
      return rows.map(({ form, sentAt, answeredSentAt }) => ({ form, sentAt, answered: answeredSentAt === sentAt }))
    },

    async customerMessages(conversationId) {
      const row = await db
        .selectFrom('messages')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('conversation_id', '=', conversationId)
        .where('author', '=', 'customer')
        .where('body', 'not like', '{"kind":"survey-response"%')
        .executeTakeFirst()
      return row?.count ?? 0
    },

    async toRemind({ now, sentBefore, quietSince }, limit) {
      const rows = await db
        .selectFrom('surveys as survey')
        .innerJoin('customers as customer', 'customer.id', 'survey.customer_id')
        .selectAll('survey')
        .where('survey.expires_at', '>', now)
        .where('survey.sent_at', '<=', sentBefore)
        .where('survey.reminded_at', 'is', null)
        .where((eb) =>
          eb.or([eb('customer.survey_consent', 'is', null), eb('customer.survey_consent', '!=', 'refused')]),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('responses as response')
                .select('response.survey_id')
                .whereRef('response.survey_id', '=', 'survey.id'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('surveys as later')
                .select('later.id')
                .whereRef('later.customer_id', '=', 'survey.customer_id')
                .where((eb) =>
                  eb.or([
                    eb('later.sent_at', '>', eb.ref('survey.sent_at')),
                    eb.and([
                      eb('later.sent_at', '=', eb.ref('survey.sent_at')),
                      eb('later.id', '>', eb.ref('survey.id')),
                    ]),
                  ]),
                ),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('conversations as current')
                .select('current.id')
                .whereRef('current.customer_id', '=', 'survey.customer_id')
                .where((eb) =>
                  eb.or([
                    eb('current.owner', 'in', ['queued', 'agent']),
                    eb.and([eb('current.owner', '=', 'bot'), eb('current.updated_at', '>=', quietSince)]),
                  ]),
                ),
            ),
          ),
        )
        .orderBy('survey.sent_at')
        .orderBy('survey.id')
        .limit(limit)
        .execute()
      return rows.map(surveyOf)
    },

    async notAsked({ from, to }, channel) {
      const rows = db
        .selectFrom('conversation_events')
        .select((eb) => ['not_asked as reason', eb.fn.countAll<number>().as('count')])
        // Written out, not as a parameter: only so does SQLite see that the partial index fits.
        .where('kind', '=', sql.lit('resolved'))
        .where('at', '>=', from)
        .where('at', '<', to)
        .where('not_asked', 'is not', null)
      const ofChannel = channel === undefined ? rows : rows.where('channel', '=', channel)
      return await ofChannel
        .groupBy('not_asked')
        .orderBy('count', 'desc')
        .orderBy('not_asked')
        .$narrowType<{ reason: NotAskedReason }>()
        .execute()
    },
  }
}

export function surveyRow(survey: Survey): SurveyTable {
  return {
    id: survey.id,
    conversation_id: survey.conversationId,
    customer_id: survey.customerId,
    channel: survey.channel,
    language: survey.language,
    sent_at: survey.sentAt,
    expires_at: survey.expiresAt,
    form: survey.form,
    items: survey.items ? JSON.stringify(survey.items) : null,
    about: JSON.stringify(survey.about),
    need: survey.need ?? null,
    gap: survey.gap ?? null,
    customer_messages: survey.customerMessages ?? null,
    reminded_at: survey.remindedAt ?? null,
  }
}

export function surveyOf(row: SurveyTable): Survey {
  return dropNulls({
    id: row.id,
    conversationId: row.conversation_id,
    customerId: row.customer_id,
    channel: row.channel,
    language: row.language,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    form: row.form,
    items: row.items === null ? null : (JSON.parse(row.items) as NonNullable<Survey['items']>),
    about: JSON.parse(row.about) as Survey['about'],
    need: row.need,
    gap: row.gap,
    customerMessages: row.customer_messages,
    remindedAt: row.reminded_at,
  })
}

export function responseRow(response: SurveyResponse): ResponseTable {
  return {
    survey_id: response.surveyId,
    at: response.at,
    first_at: response.firstAt ?? response.at,
    rating: response.rating ?? null,
    resolved: response.resolved === undefined ? null : response.resolved ? 1 : 0,
    score: response.score ?? null,
    answers: response.answers ? JSON.stringify(response.answers) : null,
    comment: response.comment ?? null,
  }
}

export function responseOf(row: ResponseTable): SurveyResponse {
  return dropNulls({
    surveyId: row.survey_id,
    at: row.at,
    firstAt: row.first_at === row.at ? null : row.first_at,
    rating: row.rating,
    resolved: row.resolved === null ? null : row.resolved === 1,
    score: row.score,
    answers: row.answers === null ? null : (JSON.parse(row.answers) as NonNullable<SurveyResponse['answers']>),
    comment: row.comment,
  })
}
