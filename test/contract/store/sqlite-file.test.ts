import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe } from 'vitest'
import { openStore, type Store } from '../../../store/index.ts'
import { storeContract } from './suite/contract.ts'

describe('the store on an SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-store-'))
  const open: Store[] = []
  let files = 0
  storeContract(async () => {
    const store = await openStore(join(folder, `${files++}.db`))
    open.push(store)
    return store
  })
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
})
