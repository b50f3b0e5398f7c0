import type { Survey, SurveyResponse } from '../domain/index.ts'
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
    about: JSON.stringify(survey.about),
    need: survey.need ?? null,
  }
}

function surveyOf(row: SurveyTable): Survey {
  return dropNulls({
    id: row.id,
    conversationId: row.conversation_id,
    customerId: row.customer_id,
    channel: row.channel,
    language: row.language,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    about: JSON.parse(row.about) as Survey['about'],
    need: row.need,
  })
}

export function responseRow(response: SurveyResponse): ResponseTable {
  return {
    survey_id: response.surveyId,
    at: response.at,
    rating: response.rating,
    resolved: response.resolved === undefined ? null : response.resolved ? 1 : 0,
    comment: response.comment ?? null,
  }
}

function responseOf(row: ResponseTable): SurveyResponse {
  return dropNulls({
    surveyId: row.survey_id,
    at: row.at,
    rating: row.rating,
    resolved: row.resolved === null ? null : row.resolved === 1,
    comment: row.comment,
  })
}
