import { z } from 'zod'
import { CHANNELS, type Clock } from '../../../domain/index.ts'
import { type ReportQuery, reportRange } from '../../report/days.ts'
import type {
  Dashboard,
  GapReport,
  LearningReport,
  PromiseReport,
  SatisfactionReport,
  ServiceReport,
  TrustGroups,
} from '../api.ts'
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

export interface Reports {
  dashboard(query: ReportQuery): Promise<Dashboard>
  gap(query: ReportQuery): Promise<GapReport>
  service(query: ReportQuery): Promise<ServiceReport>
  learning(query: ReportQuery): Promise<LearningReport>
  trustGroups(query: ReportQuery): Promise<TrustGroups>
  promises(query: ReportQuery): Promise<PromiseReport>
  satisfaction(query: ReportQuery): Promise<SatisfactionReport>
}

/** GET /api/dashboard, /api/gap, /api/service, /api/learning, /api/promises and /api/satisfaction, each with ?from=&to=&channel=, for managers. */
export function reportRoutes(guard: Guard, clock: Clock, timeZone: () => string, reports: Reports): Route[] {
  const route = (path: string, what: string, build: (query: ReportQuery) => Promise<object>): Route => ({
    method: 'GET',
    path,
    async handle(request) {
      await guard.enter(request, what, MANAGERS)
      return ok(await build(parseReportQuery(request.query, clock.now(), timeZone())))
    },
  })
  return [
    route('/api/dashboard', 'The dashboard', reports.dashboard),
    route('/api/gap', 'The report on the gap', reports.gap),
    route('/api/service', 'The report on the service', reports.service),
    route('/api/learning', 'The report on learning', reports.learning),
    route('/api/trust/groups', 'The page on trust', reports.trustGroups),
    route('/api/promises', 'The report on promises', reports.promises),
    route('/api/satisfaction', 'The report on satisfaction', reports.satisfaction),
  ]
}

/** @throws CandorError BODY_INVALID for parameters there are not, PERIOD_INVALID for days that are no range */
export function parseReportQuery(query: URLSearchParams, now: number, timeZone: string): ReportQuery {
  const mend = `Send from and to as YYYY-MM-DD, and channel as one of ${CHANNELS.join(', ')} or nothing.`
  const { from, to, channel } = parseBody(querySchema, Object.fromEntries(query), mend)
  const range = reportRange({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, now, timeZone)
  return { ...range, ...(channel && { channel }) }
}
