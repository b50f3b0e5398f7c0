import { DateTime } from 'luxon'
import { z } from 'zod'
import { CandorError, CHANNELS, type Clock } from '../../../domain/index.ts'
import type { DashboardQuery } from '../../report/dashboard.ts'
import type { Dashboard } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { ok, type Route } from '../route.ts'
import { DASHBOARD, type Guard } from '../session/guard.ts'

/** What a page shows unless told otherwise, in days. */
const DEFAULT_DAYS = 28
const MAX_DAYS = 366

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
      await guard.enter(request, 'The dashboard', DASHBOARD)
      return ok(await build(parseDashboardQuery(request.query, DateTime.fromMillis(clock.now(), { zone: timeZone() }))))
    },
  }
}

/**
 * @param today in the company's time zone
 * @throws CandorError BODY_INVALID for days that are none, in the wrong order, or more than 366
 */
export function parseDashboardQuery(query: URLSearchParams, today: DateTime): DashboardQuery {
  const mend = `Send from and to as YYYY-MM-DD, at most ${MAX_DAYS} days, and channel as one of ${CHANNELS.join(', ')} or nothing.`
  const given = parseBody(querySchema, Object.fromEntries(query), mend)
  const to = given.to === undefined ? today.startOf('day') : day(given.to, today, mend)
  const from = given.from === undefined ? to.minus({ days: DEFAULT_DAYS - 1 }) : day(given.from, today, mend)
  const days = to.diff(from, 'days').days + 1
  if (days < 1) throw new CandorError('BODY_INVALID', { problem: 'from is later than to', mend })
  if (Math.round(days) > MAX_DAYS) throw new CandorError('BODY_INVALID', { problem: 'the range is too long', mend })
  return { from: from.toISODate() ?? '', to: to.toISODate() ?? '', ...(given.channel && { channel: given.channel }) }
}

function day(text: string, today: DateTime, mend: string): DateTime {
  const parsed = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: today.zone })
  // Years far off are typing errors, and make the store count through ages.
  if (!parsed.isValid || parsed.year < 2000 || parsed.year > 2100) {
    throw new CandorError('BODY_INVALID', { problem: `"${text.slice(0, 20)}" is not a day`, mend })
  }
  return parsed
}
