import type { Database } from './database.ts'
import { ask, keep, type Program, undo } from './program.ts'
import type { Release, ReleaseCost, ReleaseStore } from './release-store.ts'
import { publicCounts } from './reports/public-counts.ts'

export function releaseStore({ db, reports, transact, capabilities }: Database): ReleaseStore {
  function* publishing(release: Release, cost: ReleaseCost): Program<'published' | 'spent-before' | 'too-dear'> {
    const { period, from, to, at, body } = release
    const { quarter, epsilonMicros, budgetMicros } = cost
    const spend = { period, quarter, epsilon_micros: epsilonMicros, at }
    const isFirst = yield* ask(
      db
        .insertInto('release_spends')
        .values(spend)
        .onConflict((conflict) => conflict.column('period').doNothing())
        .returning('period')
        .compile(),
    )
    if (isFirst.length === 0) return undo('spent-before')
    yield* ask(
      db
        .insertInto('release_budgets')
        .values({ quarter, budget_micros: budgetMicros, spent_micros: 0 })
        .onConflict((conflict) => conflict.column('quarter').doNothing())
        .compile(),
    )
    yield* ask(
      db
        .updateTable('release_budgets')
        .set({ budget_micros: budgetMicros })
        .where('quarter', '=', quarter)
        .where('budget_micros', '>', budgetMicros)
        .compile(),
    )
    // The condition is judged on the row as it is once nobody else is changing it: two nodes cannot both find room.
    const paid = yield* ask(
      db
        .updateTable('release_budgets')
        .set((eb) => ({ spent_micros: eb('spent_micros', '+', epsilonMicros) }))
        .where('quarter', '=', quarter)
        .where((eb) => eb(eb('spent_micros', '+', epsilonMicros), '<=', eb.ref('budget_micros')))
        .returning('quarter')
        .compile(),
    )
    if (paid.length === 0) return undo('too-dear')
    yield* ask(db.insertInto('releases').values({ period, from_at: from, to_at: to, at, body }).compile())
    return keep('published')
  }

  const budgets = db
    .selectFrom('release_budgets')
    .select(['quarter', 'budget_micros as budgetMicros', 'spent_micros as spentMicros'])

  return {
    counts: (period, rowsPerCustomer) => publicCounts({ db: reports, capabilities }, period, rowsPerCustomer),

    publish: (release, cost) => transact(() => publishing(release, cost)),

    async latest(limit) {
      return await db
        .selectFrom('releases')
        .select(['period', 'from_at as from', 'to_at as to', 'at', 'body'])
        .orderBy('to_at', 'desc')
        .orderBy('period', 'desc')
        .limit(limit)
        .execute()
    },

    async released() {
      return await db
        .selectFrom('releases')
        .select(['from_at as from', 'to_at as to'])
        .orderBy('to_at', 'desc')
        .execute()
    },

    async spendOf(period) {
      return await db
        .selectFrom('release_spends')
        .select(['period', 'quarter', 'epsilon_micros as epsilonMicros', 'at'])
        .where('period', '=', period)
        .executeTakeFirst()
    },

    async budgetOf(quarter) {
      return await budgets.where('quarter', '=', quarter).executeTakeFirst()
    },

    async budgetBefore(quarter) {
      return await budgets.where('quarter', '<', quarter).orderBy('quarter', 'desc').limit(1).executeTakeFirst()
    },

    async budgets(limit) {
      return await budgets.orderBy('quarter', 'desc').limit(limit).execute()
    },
  }
}
