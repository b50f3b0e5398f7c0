import { z } from 'zod'
import type { Clock } from '../../../domain/index.ts'
import { type Agent, CandorError } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Session } from '../api.ts'
import type { Attempts } from '../attempts.ts'
import { parseBody } from '../parse-body.ts'
import type { HttpReply, HttpRequest, Route } from '../route.ts'
import { clearSessionCookie, sessionCookie, setSessionCookie } from '../session/cookie.ts'
import { type Guard, STAFF } from '../session/guard.ts'
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN, verifyPassword } from '../session/password.ts'
import { type Sessions, type SignedInBy, tokenHash } from '../session/sessions.ts'

const signIn = z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(PASSWORD_MAX) })
const signInByLink = z.strictObject({ token: z.string().min(10).max(200) })
const newPassword = z.strictObject({
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
  currentPassword: z.string().max(PASSWORD_MAX).optional(),
})

export interface SessionRoutesOptions {
  people: Store['people']
  sessions: Sessions
  guard: Guard
  clock: Clock
  /** Failed sign-ins, counted by address and e-mail, and by address. */
  failures: { byPerson: Attempts; byAddress: Attempts }
}

/** Signing in and out: /api/session. Every sign-in starts a new session; a token from before it is worth nothing. */
export function sessionRoutes({ people, sessions, guard, clock, failures }: SessionRoutesOptions): Route[] {
  async function signedIn(request: HttpRequest, agent: Agent, by: SignedInBy): Promise<HttpReply> {
    const before = sessionCookie(request.headers.cookie)
    if (before !== undefined) await sessions.end(before)
    const token = await sessions.start(agent, by)
    return {
      status: 200,
      headers: { 'Set-Cookie': setSessionCookie(token, request.client.protocol === 'https:') },
      body: sessionOf(agent, token),
    }
  }

  function sessionOf({ id, name, email, role }: Agent, token: string): Session {
    return {
      agent: { id, name, email, role },
      csrfToken: sessions.csrfToken(token),
      needsPassword: sessions.signedInBy(token) === 'link',
    }
  }

  return [
    {
      method: 'POST',
      path: '/api/session',
      async handle(request) {
        guard.refuseCrossSite(request)
        const { email, password } = parseBody(signIn, request.body, 'Send {email, password}.')
        const person = `${request.client.ip} ${email.toLowerCase()}`
        // Counted before the password is looked at, so that many guesses at once do not slip through together.
        failures.byAddress.count(request.client.ip)
        failures.byPerson.count(person)
        const found = await people.byEmail(email)
        if (!(await verifyPassword(password, found?.passwordHash)) || !found) throw new CandorError('SIGN_IN_FAILED')
        failures.byPerson.forget(person)
        failures.byAddress.forget(request.client.ip)
        return signedIn(request, found.agent, 'password')
      },
    },
    {
      method: 'POST',
      path: '/api/session/link',
      async handle(request) {
        guard.refuseCrossSite(request)
        const { token } = parseBody(signInByLink, request.body, 'Send {token} from the link.')
        failures.byAddress.count(request.client.ip)
        const agent = await people.useSignInLink(tokenHash(token), clock.now())
        if (!agent) throw new CandorError('SIGN_IN_LINK_INVALID')
        failures.byAddress.forget(request.client.ip)
        return signedIn(request, agent, 'link')
      },
    },
    {
      method: 'POST',
      path: '/api/session/password',
      async handle(request) {
        const { agent, token } = await guard.enter(request, 'Setting a password', STAFF)
        const wanted = `Send {password} of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters, and {currentPassword} unless you came by a link.`
        const { password, currentPassword } = parseBody(newPassword, request.body, wanted)
        if (sessions.signedInBy(token) === 'password') {
          failures.byPerson.count(`password ${agent.id}`)
          const found = await people.byEmail(agent.email)
          if (!(await verifyPassword(currentPassword ?? '', found?.passwordHash)))
            throw new CandorError('SIGN_IN_FAILED')
          failures.byPerson.forget(`password ${agent.id}`)
        }
        await people.setPassword(agent.id, await hashPassword(password))
        return signedIn(request, agent, 'password')
      },
    },
    {
      method: 'GET',
      path: '/api/session',
      async handle(request) {
        const { agent, token } = await guard.enter(request, 'The session', STAFF)
        return { status: 200, body: sessionOf(agent, token) }
      },
    },
    {
      method: 'DELETE',
      path: '/api/session',
      async handle(request) {
        const { token } = await guard.enter(request, 'Signing out', STAFF)
        await sessions.end(token)
        return {
          status: 200,
          headers: { 'Set-Cookie': clearSessionCookie(request.client.protocol === 'https:') },
          body: {},
        }
      },
    },
  ]
}
