import type { CustomerStore } from './customer-store.ts'
import type { Database } from './database.ts'
import { responseOf, surveyOf } from './surveys.ts'

/** What a customer was asked, and what they answered. */
export function customerSurveys({ db }: Database): CustomerStore['surveys'] {
  return async (customerId, limit) => {
    const asked = await db
      .selectFrom('surveys')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    if (asked.length === 0) return []
    const answered = await db
      .selectFrom('responses')
      .selectAll()
      .where(
        'survey_id',
        'in',
        asked.map(({ id }) => id),
      )
      .execute()
    const responses = new Map(answered.map((row) => [row.survey_id, responseOf(row)]))
    return asked.map((row) => {
      const response = responses.get(row.id)
      return { survey: surveyOf(row), ...(response && { response }) }
    })
  }
}
