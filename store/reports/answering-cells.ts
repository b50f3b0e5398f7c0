import { type Kysely, sql } from 'kysely'
import type { Channel, CsatRating } from '../../domain/index.ts'
import type { Capabilities } from '../database.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import type { AnsweringCell } from '../survey-report.ts'
import { channelsOf } from './count.ts'
import { subjectOf } from './survey-counts.ts'

export async function answeringCells(
  db: Kysely<Schema>,
  capabilities: Capabilities,
  { from, to }: Period,
  channel?: Channel,
): Promise<AnsweringCell[]> {
  const sent = db
    .selectFrom('surveys as survey')
    .leftJoin('responses as response', 'response.survey_id', 'survey.id')
    .select([
      'survey.channel',
      'survey.language',
      'survey.need',
      'response.rating',
      subjectOf(capabilities).as('subject'),
      sql<number | null>`case when survey.gap < 0.25 then 0.0 when survey.gap < 0.5 then 0.25
        when survey.gap < 0.75 then 0.5 when survey.gap is not null then 0.75 end`.as('gapFrom'),
      sql<number | null>`case when survey.customer_messages < 2 then 1 when survey.customer_messages < 3 then 2
        when survey.customer_messages < 5 then 3 when survey.customer_messages is not null then 5 end`.as(
        'messagesFrom',
      ),
    ])
    .where('survey.channel', 'in', channelsOf(channel))
    .where('survey.sent_at', '>=', from)
    .where('survey.sent_at', '<', to)
    .where('survey.form', '=', 'csat')
  const alike = ['subject', 'channel', 'language', 'need', 'gapFrom', 'messagesFrom', 'rating'] as const
  const rows = await db
    .selectFrom(sent.as('sent'))
    .select([...alike])
    .select((eb) => eb.fn.countAll<number>().as('surveys'))
    .groupBy([...alike])
    .$narrowType<{ rating: CsatRating | null }>()
    .execute()
  return rows.map((row) => dropNulls({ ...row, gapFrom: row.gapFrom === null ? null : Number(row.gapFrom) }))
}
