import type { Database } from './database.ts'
import type { Store } from './store.ts'

export function auditStore({ db }: Database): Store['audit'] {
  return {
    async append(entry) {
      await db.insertInto('audit').values(entry).execute()
    },

    async list(limit) {
      return await db
        .selectFrom('audit')
        .select(['id', 'at', 'actor', 'action', 'subject', 'detail'])
        .orderBy('at', 'desc')
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
    },
  }
}
