import type { CompiledQuery, Kysely, Selectable } from 'kysely'
import type { TurnLabel } from '../domain/index.ts'
import { turnOf } from './conversation-rows.ts'
import type { Database } from './database.ts'
import type { Schema, TurnLabelTable } from './schema.ts'
import type { LabelStore, Period } from './store.ts'

export function labelStore({ db }: Database): LabelStore {
  const weighed = ({ from, to }: Period) =>
    db.selectFrom('turns').where('confidence', 'is not', null).where('turns.at', '>=', from).where('turns.at', '<', to)

  return {
    async since(from, limit) {
      const rows = await db
        .selectFrom('turn_labels')
        .innerJoin('turns', (join) =>
          join
            .onRef('turns.conversation_id', '=', 'turn_labels.conversation_id')
            .onRef('turns.seq', '=', 'turn_labels.seq'),
        )
        .selectAll('turns')
        .select(['turn_labels.at as label_at', 'source', 'meant', 'turn_labels.need as meant_need', 'by'])
        .where('turn_labels.at', '>=', from)
        .orderBy('turn_labels.at')
        .orderBy('turn_labels.conversation_id')
        .orderBy('turn_labels.seq')
        .orderBy('source')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        turn: turnOf(row),
        label: labelOf({ ...row, at: row.label_at, need: row.meant_need }),
      }))
    },

    async put(label) {
      await db.executeQuery(putLabel(db, label))
    },

    async nextToCheck(period) {
      const row = await weighed(period)
        .selectAll()
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

    async countChecked(period) {
      const { turns } = await weighed(period)
        .select((eb) => eb.fn.countAll<number>().as('turns'))
        .executeTakeFirstOrThrow()
      const { checked } = await weighed(period)
        .innerJoin('turn_labels', (join) =>
          join
            .onRef('turn_labels.conversation_id', '=', 'turns.conversation_id')
            .onRef('turn_labels.seq', '=', 'turns.seq'),
        )
        .where('source', '=', 'check')
        .select((eb) => eb.fn.countAll<number>().as('checked'))
        .executeTakeFirstOrThrow()
      return { turns, checked }
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

function labelRow({ conversationId, seq, at, source, meant, by }: TurnLabel): TurnLabelTable {
  return {
    conversation_id: conversationId,
    seq,
    source,
    at,
    meant: meant.kind,
    need: meant.kind === 'need' ? meant.need : null,
    by: by ?? null,
  }
}

function labelOf(row: Selectable<TurnLabelTable>): TurnLabel {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    at: row.at,
    source: row.source,
    meant: row.meant === 'need' ? { kind: 'need', need: row.need ?? '' } : { kind: row.meant },
    ...(row.by !== null && { by: row.by }),
  }
}
