import { z } from 'zod'
import { CHANNELS, type Clock, LANGUAGES } from '../../../domain/index.ts'
import { NEED_NAME } from '../../knowledge/index.ts'
import type { BacklogReader } from '../../learning/index.ts'
import { reportRange } from '../../report/days.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'
import { parseReportQuery } from './reports.ts'

/** Titles stand in lists and on buttons. */
const LONGEST_TITLE = 80
const LONGEST_NAME = 60

const title = z.string().trim().min(1).max(LONGEST_TITLE)
const body = z.strictObject({
  cluster: z.string().min(1).max(200),
  from: z.string().optional(),
  to: z.string().optional(),
  channel: z.enum(CHANNELS).nullish(),
  name: z.string().normalize('NFC').max(LONGEST_NAME).regex(NEED_NAME),
  title: z
    .strictObject({ en: title.exactOptional(), zh: title.exactOptional() })
    .refine((given) => LANGUAGES.some((language) => given[language] !== undefined)),
})
const MEND =
  'Send {cluster, from, to, channel, name, title: {en, zh}}: the name in small letters and hyphens, such as "gift-wrapping", a title of at most 80 characters.'

/** What customers ask for and no need covers, and how a need is made of it, for managers. */
export function backlogRoutes(guard: Guard, clock: Clock, timeZone: () => string, backlog: BacklogReader): Route[] {
  const enter = (request: HttpRequest) => guard.enter(request, 'The backlog', MANAGERS)
  return [
    {
      method: 'GET',
      path: '/api/review/backlog',
      async handle(request) {
        await enter(request)
        return ok(await backlog.read(parseReportQuery(request.query, clock.now(), timeZone())))
      },
    },
    {
      method: 'POST',
      path: '/api/review/backlog',
      async handle(request) {
        const { agent } = await enter(request)
        const { cluster, from, to, channel, ...need } = parseBody(body, request.body, MEND)
        const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
        const query = { ...reportRange(days, clock.now(), timeZone()), ...(channel && { channel }) }
        return ok(await backlog.makeNeed(agent.id, cluster, query, need))
      },
    },
  ]
}
