import type { Database } from './database.ts'
import type { Store } from './store.ts'

export function settingStore({ db }: Database): Store['settings'] {
  async function get(key: string): Promise<string | undefined> {
    const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
    return row?.value
  }

  return {
    get,

    async getOrSet(key, value) {
      const inserted = await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('value')
        .executeTakeFirst()
      return inserted?.value ?? (await get(key)) ?? value
    },

    async replace(key, before, value) {
      const replaced = await db
        .updateTable('settings')
        .set({ value })
        .where('key', '=', key)
        .where('value', '=', before)
        .returning('key')
        .executeTakeFirst()
      return replaced !== undefined
    },

    async set(key, value) {
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
  }
}
