import type { Database } from './database.ts'
import type { Store } from './store.ts'

export function auditStore({ db }: Database): Store['audit'] {
  return {
    async append(entry) {
      await db.insertInto('audit').values(entry).execute()
    },

    async list(limit, of) {
      let page = db.selectFrom('audit').select(['id', 'at', 'actor', 'action', 'subject', 'detail'])
      if (of) page = page.where('at', '>=', of.since).where('action', '=', of.action)
      return await page.orderBy('at', 'desc').orderBy('number', 'desc').limit(limit).execute()
    },
  }
}
