import { afterEach, describe } from 'vitest'
import { openStore, type Store } from '../../../store/index.ts'
import { storeContract } from './suite/contract.ts'

describe('the store in memory', () => {
  const open: Store[] = []
  storeContract(async () => {
    const store = await openStore(':memory:')
    open.push(store)
    return store
  })
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
  })
})
