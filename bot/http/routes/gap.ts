import type { Clock } from '../../../domain/index.ts'
import type { DashboardQuery } from '../../report/dashboard.ts'
import type { GapReport } from '../api.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'
import { parseDashboardQuery } from './dashboard.ts'

/** GET /api/gap?from=&to=&channel= for managers. */
export function gapRoute(
  guard: Guard,
  clock: Clock,
  timeZone: () => string,
  build: (query: DashboardQuery) => Promise<GapReport>,
): Route {
  return {
    method: 'GET',
    path: '/api/gap',
    async handle(request) {
      await guard.enter(request, 'The report on the gap', MANAGERS)
      return ok(await build(parseDashboardQuery(request.query, clock.now(), timeZone())))
    },
  }
}
