import { type Kysely, sql } from 'kysely'
import type { Channel } from '../../domain/index.ts'
import type { ConversationSums, ServiceSums } from '../learning-report.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { channelsOf, count, total } from './count.ts'

/** First by conversation, because turns of one are alike. Reads the index on channel and time alone. */
export async function serviceSums(db: Kysely<Schema>, period: Period, channel?: Channel): Promise<ServiceSums> {
  const row = await db
    .selectFrom(conversationsOf(db, period, channel).as('conversation'))
    .select([
      ...columnsOf('handoffs', 'turns', 'handovers'),
      ...columnsOf('gap', 'turns', 'gap'),
      ...columnsOf('wrongAnswers', 'answers', 'objections'),
    ])
    .executeTakeFirstOrThrow()
  return { handoffs: sumsOf('handoffs', row), gap: sumsOf('gap', row), wrongAnswers: sumsOf('wrongAnswers', row) }
}

function conversationsOf(db: Kysely<Schema>, { from, to }: Period, channel?: Channel) {
  const turns = db
    .selectFrom('turns as turn')
    .select(['turn.conversation_id', 'turn.gap_value', 'turn.decision_kind', 'turn.answered'])
    // Of the turn that came next; its objection is to this answer only while the answer stood.
    .select([next('after_answer').as('answered_before_next'), next('objection').as('next_objection')])
    .where('turn.channel', 'in', channelsOf(channel))
    .where('turn.at', '>=', from)
    .where('turn.at', '<', to)
  return db
    .selectFrom(turns.as('told'))
    .select((eb) => {
      const answered = eb('answered', 'is not', null)
      const objected = eb.and([eb('answered_before_next', 'is not', null), eb('next_objection', 'is not', null)])
      return [
        eb.fn.countAll<number>().as('turns'),
        count(eb('decision_kind', '=', 'escalate')).as('handovers'),
        total(eb.ref('gap_value')).as('gap'),
        count(answered).as('answers'),
        count(eb.and([answered, objected])).as('objections'),
      ]
    })
    .groupBy('conversation_id')
}

function next(column: 'after_answer' | 'objection') {
  return sql<string | null>`lead(${sql.ref(`turn.${column}`)})
    over (partition by turn.conversation_id order by turn.seq)`
}

/** The sums of one figure, each under the figure's name and its own. */
function columnsOf(figure: keyof ServiceSums, size: string, totalOf: string) {
  const [n, y] = [sql.ref(`conversation.${size}`), sql.ref(`conversation.${totalOf}`)]
  const sum = (value: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${value}), 0)`
  return [
    sql<number>`count(case when ${n} > 0 then 1 end)`.as(`${figure}_conversations`),
    sum(sql`${n}`).as(`${figure}_size`),
    sum(sql`${y}`).as(`${figure}_total`),
    sum(sql`${n} * ${n}`).as(`${figure}_sizeSquares`),
    sum(square(y)).as(`${figure}_totalSquares`),
    sum(sql`${n} * ${y}`).as(`${figure}_products`),
  ]
}

/** PostgreSQL refuses products that are too small for a number; what is so small is nothing. */
function square(value: ReturnType<typeof sql.ref>) {
  return sql`case when ${value} > 1e-150 then ${value} * ${value} else 0 end`
}

function sumsOf(figure: keyof ServiceSums, row: Record<string, number>): ConversationSums {
  const of = (sum: keyof ConversationSums) => row[`${figure}_${sum}`] ?? 0
  return {
    conversations: of('conversations'),
    size: of('size'),
    total: of('total'),
    sizeSquares: of('sizeSquares'),
    totalSquares: of('totalSquares'),
    products: of('products'),
  }
}
