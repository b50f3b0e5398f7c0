import type { Agent, Clock, CompanyPromise } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { DeskPromise } from '../api.ts'
import { deskPromise } from './desk-promise.ts'

/** More open promises than this are a crisis in which nobody reads on. */
export const PROMISE_LIMIT = 500

export interface PromiseReader {
  /** Still to be kept, the first due first. `mine`: what the viewer sees to, and what nobody does yet. */
  open(viewer: Agent, whose: 'mine' | 'all'): Promise<DeskPromise[]>
  /** One as it was just stored. */
  one(promise: CompanyPromise, viewer: Agent): Promise<DeskPromise>
}

export function promiseReader(store: Pick<Store, 'promises' | 'customers' | 'people'>, clock: Clock): PromiseReader {
  async function shown(promises: readonly CompanyPromise[], viewer: Agent): Promise<DeskPromise[]> {
    const ids = [...new Set(promises.map(({ customerId }) => customerId))]
    const [people, ...customers] = await Promise.all([
      store.people.list(),
      ...ids.map(async (id) => [id, (await store.customers.get(id))?.name] as const),
    ])
    const names = new Map(customers)
    const agents = new Map(people.map((agent) => [agent.id, agent]))
    const view = { viewer, agents, now: clock.now() }
    return promises.map((promise) => deskPromise(promise, names.get(promise.customerId), view))
  }

  return {
    async open(viewer, whose) {
      const open = await store.promises.open(PROMISE_LIMIT)
      const isMine = ({ ownerId }: CompanyPromise) => ownerId === undefined || ownerId === viewer.id
      return shown(whose === 'mine' ? open.filter(isMine) : open, viewer)
    },

    async one(promise, viewer) {
      const [only] = await shown([promise], viewer)
      return only as DeskPromise
    },
  }
}
