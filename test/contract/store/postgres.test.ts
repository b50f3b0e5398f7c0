import { afterAll, beforeAll, describe } from 'vitest'
import { openStore, type Store } from '../../../store/index.ts'
import { createTestDatabase, findPostgres, type TestDatabase } from './postgres-server.ts'
import { storeContract } from './suite/contract.ts'
import { EMPTY_ALL } from './tables.ts'

const server = await findPostgres()

describe.skipIf(server === undefined)('the store on a PostgreSQL server', () => {
  let database: TestDatabase
  let store: Store
  beforeAll(async () => {
    database = await createTestDatabase(server ?? '')
    store = await openStore(database.url)
  }, 30_000)
  afterAll(async () => {
    await store?.close()
    await database?.drop()
  })
  storeContract(async () => {
    await database.query(EMPTY_ALL)
    return store
  })
})
