import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Capabilities } from '../database.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import {
  SURVEY_DIMENSIONS,
  type SurveyCount,
  type SurveyDimension,
  type SurveyGroupCount,
  type SurveyReportStore,
} from '../survey-report.ts'
import { channelsOf, count } from './count.ts'
import { periodTable } from './periods.ts'

type Asked = Parameters<SurveyReportStore['counts']>[1]

const ALIKE = ['form', 'subject', 'was_answered', 'points'] as const
const COUNTED = ['surveys', 'open', 'saidResolved', 'saidUnresolved'] as const
const WAS_ANSWERED = sql<0 | 1>`case when response.survey_id is null then 0 else 1 end`
const POINTS = sql<number | null>`coalesce(response.rating, response.score)`

export async function surveyCounts(
  db: Kysely<Schema>,
  capabilities: Capabilities,
  periods: Period[],
  { now, channel }: Asked,
): Promise<SurveyCount[]> {
  if (periods.length === 0) return []
  const sent = db
    .selectFrom(periodTable(periods))
    .innerJoin('surveys as survey', (join) =>
      join
        .onRef('survey.sent_at', '>=', 'period.starts')
        .onRef('survey.sent_at', '<', 'period.ends')
        .on('survey.channel', 'in', channelsOf(channel)),
    )
    .leftJoin('responses as response', 'response.survey_id', 'survey.id')
    .select([
      'period.position',
      'survey.form',
      'survey.expires_at as expires',
      'response.resolved as said',
      subjectOf(capabilities).as('subject'),
      WAS_ANSWERED.as('was_answered'),
      POINTS.as('points'),
    ])
  const alike = ['position', ...ALIKE] as const
  const rows = await db
    .selectFrom(sent.as('sent'))
    .select([...alike])
    .select((eb) => [
      eb.fn.countAll<number>().as('surveys'),
      count(eb.and([eb('was_answered', '=', 0), eb('expires', '>', now)])).as('open'),
      count(eb('said', '=', 1)).as('saidResolved'),
      count(eb('said', '=', 0)).as('saidUnresolved'),
    ])
    .groupBy([...alike])
    .execute()
  return rows.map(counted)
}

export async function surveyGroups(
  db: Kysely<Schema>,
  capabilities: Capabilities,
  { from, to }: Period,
  { now, channel }: Asked,
): Promise<SurveyGroupCount[]> {
  const alike = [...SURVEY_DIMENSIONS.map((by) => `by_${by}`), ...ALIKE].map((column) => sql.id(column))
  const columns = SURVEY_DIMENSIONS.map((by) => sql`${groupOf(by, capabilities)} as ${sql.id(`by_${by}`)}`)
  const sums = COUNTED.map((counted) => sql`cast(sum(${sql.id(counted)}) as integer) as ${sql.id(counted)}`)
  const counts = SURVEY_DIMENSIONS.map((by) => {
    const group = sql.id(`by_${by}`)
    return sql`
      select ${sql.lit(by)} as "by", ${group} as "group", form, subject, was_answered, points, ${sql.join(sums)}
      from alike
      group by ${group}, form, subject, was_answered, points`
  })
  // Surveys that are alike in everything are counted once; each dimension then adds up those few, not all surveys.
  const { rows } = await sql<Row>`
    with sent as (
      select ${sql.join(columns)}, survey.form, survey.expires_at as expires, response.resolved as said,
        ${subjectOf(capabilities)} as subject, ${WAS_ANSWERED} as was_answered, ${POINTS} as points
      from surveys as survey
      left join responses as response on response.survey_id = survey.id
      where survey.channel in (${sql.join(channelsOf(channel))})
        and survey.sent_at >= ${from} and survey.sent_at < ${to}
    ), alike as materialized (
      select ${sql.join(alike)}, count(*) as surveys,
        count(case when was_answered = 0 and expires > ${now} then 1 end) as open,
        count(case when said = 1 then 1 end) as "saidResolved",
        count(case when said = 0 then 1 end) as "saidUnresolved"
      from sent
      group by ${sql.join(alike)}
    )
    ${sql.join(counts, sql` union all `)}
  `.execute(db)
  return rows.map(({ group, ...row }) => ({ ...counted(row), ...dropNulls({ group }) }))
}

interface Row extends Omit<SurveyGroupCount, 'group' | 'answered' | 'score'> {
  group: string | null
  was_answered: 0 | 1
  points: number | null
}

function counted<Rest extends object>({ was_answered, points, ...rest }: Rest & Pick<Row, 'was_answered' | 'points'>) {
  return { ...rest, answered: was_answered === 1, ...(points !== null && { score: points }) }
}

/** Whom a survey rates. */
export function subjectOf({ jsonText }: Capabilities): RawBuilder<SurveyCount['subject']> {
  return jsonText('survey.about', 'kind') as RawBuilder<SurveyCount['subject']>
}

function groupOf(by: SurveyDimension, { jsonText }: Capabilities): RawBuilder<string | null> {
  switch (by) {
    case 'need':
    case 'channel':
    case 'language':
      return sql.ref(`survey.${by}`)
    case 'agent':
      return jsonText('survey.about', 'agentId')
    case 'model':
      return jsonText('survey.about', 'modelId')
    case 'answer':
      return jsonText('survey.about', 'answer', 'need')
    default:
      return by satisfies never
  }
}
