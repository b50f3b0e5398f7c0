import type { Clock } from '../../../domain/index.ts'
import type { DashboardQuery } from '../../report/dashboard.ts'
import type { ServiceReport } from '../api.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'
import { parseDashboardQuery } from './dashboard.ts'

/** GET /api/service?from=&to=&channel= for managers. */
export function serviceRoute(
  guard: Guard,
  clock: Clock,
  timeZone: () => string,
  build: (query: DashboardQuery) => Promise<ServiceReport>,
): Route {
  return {
    method: 'GET',
    path: '/api/service',
    async handle(request) {
      await guard.enter(request, 'The report on the service', MANAGERS)
      return ok(await build(parseDashboardQuery(request.query, clock.now(), timeZone())))
    },
  }
}
