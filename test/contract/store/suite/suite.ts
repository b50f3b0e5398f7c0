import type { Store } from '../../../../store/index.ts'

/** What a part of the contract asks of an implementation: a store with nothing in it, for each test anew. */
export type EmptyStore = () => Promise<Store>
