import { type Selectable, sql } from 'kysely'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { ModelRecord, ModelStore, NewModel, Promotion } from './model-store.ts'
import { ask, keep, type Program } from './program.ts'
import type { Schema } from './schema.ts'

/** Written out, not as a parameter: only so does SQLite see that the partial index fits. */
const CHAMPION = sql.lit('champion' as const)

/** Everything but the bytes. */
const ABOUT = ['id', 'created_at', 'data_hash', 'status', 'manifest'] as const

/** What a kind of model is called where it serves. */
const SERVES_AS = { models: 'intents', gap_models: 'gap' } as const

/** Models of one kind: `models` understand messages, `gap_models` estimate the gap. Each kind has its own champion. */
export function modelStore({ db, transact }: Database, table: keyof typeof SERVES_AS): ModelStore {
  const kind = SERVES_AS[table]

  function* save(model: NewModel, promotion?: Promotion): Program<void> {
    const { id, ...changed } = modelRow(model)
    yield* ask(
      db
        .insertInto(table)
        .values({ id, status: 'challenger', ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .compile(),
    )
    if (promotion) yield* promote(id, promotion)
    return keep(undefined)
  }

  function* promote(id: string | undefined, { at, ...why }: Promotion, insteadOf?: string): Program<boolean> {
    const [serving] = yield* ask(
      db
        .selectFrom('model_services')
        .select(['number', 'model_id'])
        .where('kind', '=', kind)
        .where('ended_at', 'is', null)
        .compile(),
    )
    const servingId = serving?.model_id ?? undefined
    if (insteadOf !== undefined && servingId !== insteadOf) return keep(false)
    // Without such a model the champion stays: better an old one than none.
    if (servingId === id || (id !== undefined && !(yield* isStored(id)))) return keep(false)

    yield* ask(db.updateTable(table).set({ status: 'retired' }).where('status', '=', CHAMPION).compile())
    if (id !== undefined) {
      yield* ask(db.updateTable(table).set({ status: 'champion' }).where('id', '=', id).compile())
    }
    if (serving) {
      yield* ask(db.updateTable('model_services').set({ ended_at: at }).where('number', '=', serving.number).compile())
    }
    const { reason, by, detail = null } = why
    const row = { kind, model_id: id ?? null, began_at: at, ended_at: null, reason, by, detail }
    yield* ask(db.insertInto('model_services').values(row).compile())
    return keep(true)
  }

  function* isStored(id: string) {
    const [found] = yield* ask(db.selectFrom(table).select('id').where('id', '=', id).compile())
    return found !== undefined
  }

  return {
    save: (...given) => transact(() => save(...given)),
    promote: (...given) => transact(() => promote(...given)),

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

    async services() {
      const rows = await db
        .selectFrom('model_services')
        .select(['model_id as modelId', 'began_at as from', 'ended_at as to', 'reason', 'by', 'detail'])
        .where('kind', '=', kind)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(dropNulls)
    },
  }
}

function modelRow(model: NewModel): Omit<Selectable<Schema['models']>, 'status'> {
  return {
    id: model.id,
    created_at: model.createdAt,
    data_hash: model.dataHash,
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
