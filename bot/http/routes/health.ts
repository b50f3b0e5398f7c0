import type { Store } from '../../../store/index.ts'
import { ok, type Route } from '../route.ts'

/** /healthz: the process answers. /readyz: it can also reach its database, so a balancer may send customers. */
export function healthRoutes(store: Pick<Store, 'settings'>): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: async () => ok({ status: 'ok' }) },
    {
      method: 'GET',
      path: '/readyz',
      async handle() {
        await store.settings.get('signing-key')
        return ok({ status: 'ready' })
      },
    },
  ]
}
