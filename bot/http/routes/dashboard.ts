import { z } from 'zod'
import { CHANNELS, type Clock } from '../../../domain/index.ts'
import type { DashboardQuery } from '../../report/dashboard.ts'
import { reportRange } from '../../report/days.ts'
import type { Dashboard } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

const querySchema = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  channel: z
    .enum(CHANNELS)
    .or(z.literal('').transform(() => undefined))
    .optional(),
})

/** GET /api/dashboard?from=&to=&channel= for managers. */
export function dashboardRoute(
  guard: Guard,
  clock: Clock,
  timeZone: () => string,
  build: (query: DashboardQuery) => Promise<Dashboard>,
): Route {
  return {
    method: 'GET',
    path: '/api/dashboard',
    async handle(request) {
      await guard.enter(request, 'The dashboard', MANAGERS)
      return ok(await build(parseDashboardQuery(request.query, clock.now(), timeZone())))
    },
  }
}

/** @throws CandorError BODY_INVALID for parameters there are not, PERIOD_INVALID for days that are no range */
export function parseDashboardQuery(query: URLSearchParams, now: number, timeZone: string): DashboardQuery {
  const mend = `Send from and to as YYYY-MM-DD, and channel as one of ${CHANNELS.join(', ')} or nothing.`
  const { from, to, channel } = parseBody(querySchema, Object.fromEntries(query), mend)
  const range = reportRange({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, now, timeZone)
  return { ...range, ...(channel && { channel }) }
}
