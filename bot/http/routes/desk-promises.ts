import type { DeskPromise } from '../api.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

/** What was promised to customers and is still to be kept: for everybody who works for the company. */
export function deskPromisesRoute(guard: Guard, promises: () => Promise<{ promises: DeskPromise[] }>): Route {
  return {
    method: 'GET',
    path: '/api/desk/promises',
    async handle(request) {
      await guard.enter(request, 'The promises', STAFF)
      return ok(await promises())
    },
  }
}
