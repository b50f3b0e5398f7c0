import type { Agent } from '../../../domain/index.ts'
import type { CannedReply } from '../api.ts'
import type { HelpReader } from '../desk/read-help.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

/** What helps an agent answer. Reading it changes nothing; whoever may read a conversation may read what helps with it. */
export function deskHelpRoutes(guard: Guard, help: HelpReader, repliesOf: (agent: Agent) => CannedReply[]): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/desk/conversations/:id/help',
      async handle(request) {
        const { agent } = await guard.enter(request, 'A conversation', STAFF)
        return ok(await help.help(request.params.id ?? '', agent))
      },
    },
    {
      method: 'GET',
      path: '/api/desk/replies',
      async handle(request) {
        const { agent } = await guard.enter(request, 'The desk', STAFF)
        return ok({ replies: repliesOf(agent) })
      },
    },
  ]
}
