import { z } from 'zod'
import type { DynamicsQuery } from '../../report/trust-dynamics.ts'
import type { TrustDynamics, TrustWeeks } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

const WEEKS = { '13': 13, '26': 26, '52': 52 } as const satisfies Record<string, TrustWeeks>
const MEND = `Send weeks as one of ${Object.keys(WEEKS).join(', ')}, and transparency as a number of 0 to 1 or not at all.`
const querySchema = z.strictObject({
  weeks: z
    .enum(['13', '26', '52'])
    .default('52')
    .transform((weeks) => WEEKS[weeks]),
  // As written: an empty text is no number, though JavaScript reads it as 0.
  transparency: z
    .string()
    .regex(/^(0|1|0?\.\d{1,6}|1\.0{1,6})$/)
    .transform(Number)
    .optional(),
})

/** GET /api/trust/dynamics?weeks=&transparency=, for managers. */
export function trustDynamicsRoute(guard: Guard, build: (query: DynamicsQuery) => Promise<TrustDynamics>): Route {
  return {
    method: 'GET',
    path: '/api/trust/dynamics',
    async handle(request) {
      await guard.enter(request, 'The page on trust', MANAGERS)
      const { weeks, transparency } = parseBody(querySchema, Object.fromEntries(request.query), MEND)
      return ok(await build({ weeks, ...(transparency !== undefined && { transparency }) }))
    },
  }
}
