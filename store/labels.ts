import type { CompiledQuery, Kysely, Selectable } from 'kysely'
import type { TurnLabel } from '../domain/index.ts'
import { turnOf } from './conversation-rows.ts'
import type { Database } from './database.ts'
import type { LabelledTurn, LabelStore } from './label-store.ts'
import type { Schema, TurnLabelTable, TurnTable } from './schema.ts'

const LABEL_COLUMNS = [
  'turn_labels.at as label_at',
  'source',
  'meant',
  'turn_labels.need as meant_need',
  'by',
  'answer_wrong',
] as const

export function labelStore({ db }: Database): LabelStore {
  const checksOf = (modelId: string, from: number) =>
    db
      .selectFrom('turn_labels')
      .innerJoin('turns', (join) =>
        join
          .onRef('turns.conversation_id', '=', 'turn_labels.conversation_id')
          .onRef('turns.seq', '=', 'turn_labels.seq'),
      )
      .where('source', '=', 'check')
      // A label is younger than its turn, so that its time, which has an index, narrows the search.
      .where('turn_labels.at', '>=', from)
      .where('turns.at', '>=', from)
      .where('model_id', '=', modelId)

  return {
    async nextToCheck(period, modelId) {
      const row = await db
        .selectFrom('turns')
        .selectAll()
        .where('confidence', 'is not', null)
        .where('at', '>=', period.from)
        .where('at', '<', period.to)
        .where('model_id', '=', modelId)
        .where(({ not, exists, selectFrom, ref }) =>
          not(
            exists(
              selectFrom('turn_labels')
                .select('source')
                .where('turn_labels.conversation_id', '=', ref('turns.conversation_id'))
                .where('turn_labels.seq', '=', ref('turns.seq'))
                .where('source', '=', 'check'),
            ),
          ),
        )
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return row && turnOf(row)
    },

    async putFirstCheck(label) {
      const inserted = await db
        .insertInto('turn_labels')
        .values(labelRow(label))
        .onConflict((conflict) => conflict.columns(['conversation_id', 'seq', 'source']).doNothing())
        .returning('seq')
        .executeTakeFirst()
      return inserted !== undefined
    },

    async checks(modelId, from) {
      const rows = await checksOf(modelId, from)
        .selectAll('turns')
        .select(LABEL_COLUMNS)
        .orderBy('turn_labels.at')
        .orderBy('turn_labels.conversation_id')
        .orderBy('turn_labels.seq')
        .execute()
      return rows.map(labelledTurn)
    },

    async countChecks(modelId, from) {
      return await checksOf(modelId, from)
        .select((eb) => [eb.fn.countAll<number>().as('checks'), eb.fn.max('turn_labels.at').as('lastAt')])
        .executeTakeFirstOrThrow()
    },
  }
}

export function putLabel(db: Kysely<Schema>, label: TurnLabel): CompiledQuery {
  const { conversation_id: _, seq: __, source: ___, ...changed } = labelRow(label)
  return db
    .insertInto('turn_labels')
    .values(labelRow(label))
    .onConflict((conflict) => conflict.columns(['conversation_id', 'seq', 'source']).doUpdateSet(changed))
    .compile()
}

type LabelledRow = Selectable<TurnTable> &
  Pick<Selectable<TurnLabelTable>, 'source' | 'meant' | 'by' | 'answer_wrong'> & {
    label_at: number
    meant_need: string | null
  }

function labelledTurn(row: LabelledRow): LabelledTurn {
  return { turn: turnOf(row), label: labelOf({ ...row, at: row.label_at, need: row.meant_need }) }
}

function labelRow({ conversationId, seq, at, source, meant, answerWrong, by }: TurnLabel): TurnLabelTable {
  return {
    conversation_id: conversationId,
    seq,
    source,
    at,
    meant: meant.kind,
    need: meant.kind === 'need' ? meant.need : null,
    by: by ?? null,
    answer_wrong: answerWrong ? 1 : 0,
  }
}

export function labelOf(row: Selectable<TurnLabelTable>): TurnLabel {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    at: row.at,
    source: row.source,
    meant: row.meant === 'need' ? { kind: 'need', need: row.need ?? '' } : { kind: row.meant },
    ...(row.answer_wrong === 1 && { answerWrong: true as const }),
    ...(row.by !== null && { by: row.by }),
  }
}
