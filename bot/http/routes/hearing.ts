import { z } from 'zod'
import type { Hearing } from '../../promises/index.ts'
import { parseBody } from '../parse-body.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

const rule = z.strictObject({ marker: z.string().regex(/^(?:en|zh)-[a-z]+\.[a-z]+$/) })

/** How well promises are heard, and letting a rule propose again: for managers. */
export function hearingRoutes(guard: Guard, heard: Hearing): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/hearing',
      async handle(request) {
        await guard.enter(request, 'How well promises are heard', MANAGERS)
        return ok(await heard.report())
      },
    },
    {
      method: 'POST',
      path: '/api/hearing/again',
      async handle(request) {
        const { agent } = await guard.enter(request, 'How well promises are heard', MANAGERS)
        const { marker } = parseBody(rule, request.body, 'Send {marker} as GET /api/hearing names it.')
        await heard.proposeAgain(marker, agent.id)
        return ok(await heard.report())
      },
    },
  ]
}
