import { randomInt } from 'node:crypto'
import type { Clock } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { LINK_CODE_MS, linkCodeHash, newLinkCode } from '../../channels/index.ts'
import type { DeskTeamsLink } from '../api.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

/** POST /api/desk/teams-link: a code that makes a Teams chat the agent's own. */
export function teamsLinkRoute(guard: Guard, store: Pick<Store, 'agentChats'>, clock: Clock): Route {
  return {
    method: 'POST',
    path: '/api/desk/teams-link',
    async handle(request) {
      const { agent } = await guard.enter(request, 'The desk', STAFF)
      const now = clock.now()
      const code = newLinkCode(randomInt)
      const expiresAt = now + LINK_CODE_MS
      await store.agentChats.createLink({ codeHash: linkCodeHash(code), agentId: agent.id, expiresAt }, now)
      return ok({ code, expiresAt } satisfies DeskTeamsLink)
    },
  }
}
