import type { Agent } from '../../../domain/index.ts'
import type { CustomerTrust } from '../api.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

/** GET /api/customers/ID/trust: for supervisors, and for agents who serve or served the customer. */
export function customerRoute(guard: Guard, read: (id: string, viewer: Agent) => Promise<CustomerTrust>): Route {
  return {
    method: 'GET',
    path: '/api/customers/:id/trust',
    async handle(request) {
      const { agent } = await guard.enter(request, 'The page of a customer', STAFF)
      return ok(await read(request.params.id ?? '', agent))
    },
  }
}
