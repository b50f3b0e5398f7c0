import { type Agent, CandorError, isSupervisor, ROLES, type Role } from '../../../domain/index.ts'
import type { HttpRequest } from '../route.ts'
import { sessionCookie } from './cookie.ts'
import type { Sessions } from './sessions.ts'

export interface SignedIn {
  agent: Agent
  token: string
}

export interface Guard {
  /** The person behind the request. @throws CandorError SIGN_IN_NEEDED, FORBIDDEN, CROSS_SITE, CSRF_MISSING */
  enter(request: HttpRequest, what: string, roles: readonly Role[]): Promise<SignedIn>
  /** For requests before there is a session. @throws CandorError CROSS_SITE */
  refuseCrossSite(request: HttpRequest): void
}

/** Agents serve customers, managers supervise and may step in: what supervisors alone may do is asked where it is done. */
export const STAFF: readonly Role[] = ROLES
/** Who reads the reports, checks the bot and compares policies. */
export const MANAGERS: readonly Role[] = ROLES.filter((role) => isSupervisor({ role }))

/**
 * Checks session, role, and that a change comes from our own page: the Origin must be this server,
 * and the header must carry the session's CSRF token, which another site can neither read nor send.
 */
export function guard(sessions: Sessions): Guard {
  function refuseCrossSite({ headers, client }: HttpRequest): void {
    const origin = headers.origin
    const site = headers['sec-fetch-site']
    // Browsers always name the origin of a POST and of a WebSocket; what names none is no browser and has no cookies to misuse.
    const foreign =
      origin === undefined ? site === 'cross-site' || site === 'same-site' : hostOf(origin) !== client.host
    if (foreign) throw new CandorError('CROSS_SITE', { origin: String(origin ?? site).slice(0, 200) })
  }

  return {
    refuseCrossSite,
    async enter(request, what, roles) {
      const token = sessionCookie(request.headers.cookie)
      const agent = token === undefined ? undefined : await sessions.agentOf(token)
      if (token === undefined || agent === undefined) throw new CandorError('SIGN_IN_NEEDED')
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuseCrossSite(request)
        const given = request.headers['x-candor-csrf']
        if (!sessions.csrfMatches(token, typeof given === 'string' ? given : undefined)) {
          throw new CandorError('CSRF_MISSING')
        }
      }
      if (!roles.includes(agent.role)) {
        throw new CandorError('FORBIDDEN', { what, role: roles.join(' or ') })
      }
      return { agent, token }
    },
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
