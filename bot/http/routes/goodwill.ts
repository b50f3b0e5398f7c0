import type { GoodwillReport } from '../api.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

/** GET /api/goodwill, for managers. */
export function goodwillRoute(guard: Guard, build: () => Promise<GoodwillReport>): Route {
  return {
    method: 'GET',
    path: '/api/goodwill',
    async handle(request) {
      await guard.enter(request, 'The report on goodwill', MANAGERS)
      return ok(await build())
    },
  }
}
