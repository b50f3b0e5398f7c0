import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Store } from '../../../store/index.ts'
import { createPglite, openPgliteStore } from '../../../store/pglite/open-pglite-store.ts'
import { storeContract } from './suite/contract.ts'
import { EMPTY_ALL } from './tables.ts'

describe('the store on PostgreSQL inside the process (PGlite)', () => {
  let pglite: PGlite
  let store: Store
  beforeAll(async () => {
    pglite = await createPglite()
    store = await openPgliteStore(pglite)
  }, 60_000)
  afterAll(() => store?.close())
  storeContract(async () => {
    await pglite.exec(EMPTY_ALL)
    return store
  })
})
