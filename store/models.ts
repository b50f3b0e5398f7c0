import { type Selectable, sql } from 'kysely'
import type { Database } from './database.ts'
import type { ModelRecord, ModelStore } from './model-store.ts'
import { ask, keep, type Program } from './program.ts'
import type { Schema } from './schema.ts'

/** Written out, not as a parameter: only so does SQLite see that the partial index fits. */
const CHAMPION = sql.lit('champion' as const)

/** Everything but the bytes. */
const ABOUT = ['id', 'created_at', 'data_hash', 'status', 'manifest'] as const

/** Models of one kind: `models` understand messages, `gap_models` estimate the gap. Each kind has its own champion. */
export function modelStore({ db, transact }: Database, table: 'models' | 'gap_models'): ModelStore {
  const retireChampion = () =>
    ask(db.updateTable(table).set({ status: 'retired' }).where('status', '=', CHAMPION).compile())

  function* save(model: ModelRecord): Program<void> {
    if (model.status === 'champion') yield* retireChampion()
    const { id, ...changed } = modelRow(model)
    yield* ask(
      db
        .insertInto(table)
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .compile(),
    )
    return keep(undefined)
  }

  function* promote(id: string): Program<void> {
    // Without such a model the champion stays: better an old one than none.
    const [found] = yield* ask(db.selectFrom(table).select('id').where('id', '=', id).compile())
    if (found) {
      yield* retireChampion()
      yield* ask(db.updateTable(table).set({ status: 'champion' }).where('id', '=', id).compile())
    }
    return keep(undefined)
  }

  return {
    save: (model) => transact(() => save(model)),
    promote: (id) => transact(() => promote(id)),

    async champion() {
      const row = await db.selectFrom(table).selectAll().where('status', '=', CHAMPION).executeTakeFirst()
      return row && modelOf(row)
    },

    async get(id) {
      const row = await db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()
      return row && modelOf(row)
    },

    async list() {
      const rows = await db.selectFrom(table).select(ABOUT).orderBy('created_at', 'desc').orderBy('id').execute()
      return rows.map(aboutModel)
    },
  }
}

function modelRow(model: ModelRecord): Selectable<Schema['models']> {
  return {
    id: model.id,
    created_at: model.createdAt,
    data_hash: model.dataHash,
    status: model.status,
    manifest: model.manifest,
    bytes: model.bytes,
  }
}

function aboutModel(row: Pick<Selectable<Schema['models']>, (typeof ABOUT)[number]>): Omit<ModelRecord, 'bytes'> {
  return {
    id: row.id,
    createdAt: row.created_at,
    dataHash: row.data_hash,
    status: row.status,
    manifest: row.manifest,
  }
}

function modelOf(row: Selectable<Schema['models']>): ModelRecord {
  return { ...aboutModel(row), bytes: row.bytes }
}
