import { z } from 'zod'
import type { AgentSearch } from '../../escalation/agent-search.ts'
import type { Presences } from '../../escalation/presence.ts'
import { parseBody } from '../parse-body.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

const choice = z.strictObject({ available: z.boolean() })

/** Who takes customers at this moment, and "not me". */
export function deskRoutingRoutes(guard: Guard, search: Pick<AgentSearch, 'pass'>, presences: Presences): Route[] {
  return [
    {
      method: 'POST',
      path: '/api/desk/presence',
      async handle(request) {
        const { agent } = await guard.enter(request, 'The desk', STAFF)
        const { available } = parseBody(choice, request.body, 'Send {available}.')
        const { since } = await presences.choose(agent.id, available)
        return ok({ presence: { available, since } })
      },
    },
    {
      method: 'POST',
      path: '/api/desk/escalations/:id/pass',
      async handle(request) {
        const { agent } = await guard.enter(request, 'The desk', STAFF)
        await search.pass(request.params.id ?? '', agent)
        return ok({})
      },
    },
  ]
}
