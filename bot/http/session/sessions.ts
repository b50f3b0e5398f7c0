import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Agent, type Clock, DAY_MS } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { SESSION_SECONDS } from './cookie.ts'

/** Milliseconds a one-time link can be used. */
const LINK_MS = DAY_MS

/** How somebody proved who they are; a link also allows choosing a new password. */
export type SignedInBy = 'password' | 'link'

export interface Sessions {
  /** @returns the token for the cookie; only its hash is stored */
  start(agent: Agent, by: SignedInBy): Promise<string>
  agentOf(token: string): Promise<Agent | undefined>
  end(token: string): Promise<void>
  signedInBy(token: string): SignedInBy
  /** Bound to the session: another session's is refused. */
  csrfToken(token: string): string
  csrfMatches(token: string, given: string | undefined): boolean
}

export function sessions(store: Pick<Store, 'people'>, clock: Clock, key: string, newId: () => string): Sessions {
  const csrfToken = (token: string) => createHmac('sha256', key).update(`csrf:${token}`).digest('base64url')
  return {
    async start(agent, by) {
      // How they signed in stands inside the token, which is stored as a hash: it cannot be changed afterwards.
      const token = `${by}.${newId()}${newId()}`
      const now = clock.now()
      await store.people.createSession({
        tokenHash: tokenHash(token),
        agentId: agent.id,
        createdAt: now,
        expiresAt: now + SESSION_SECONDS * 1000,
      })
      return token
    },
    agentOf: (token) => store.people.sessionAgent(tokenHash(token), clock.now()),
    end: (token) => store.people.endSession(tokenHash(token)),
    signedInBy: (token) => (token.startsWith('link.') ? 'link' : 'password'),
    csrfToken,
    csrfMatches(token, given) {
      const wanted = Buffer.from(csrfToken(token))
      const got = Buffer.from(given ?? '')
      return got.length === wanted.length && timingSafeEqual(got, wanted)
    },
  }
}

/**
 * A link that signs somebody in once, within a day: `/desk?link=TOKEN`.
 * @param newId unguessable, at least 128 bits
 * @returns the token
 */
export async function createSignInLink(
  store: Pick<Store, 'people'>,
  agentId: string,
  clock: Clock,
  newId: () => string = () => randomBytes(24).toString('base64url'),
): Promise<string> {
  const token = newId()
  await store.people.createSignInLink({ tokenHash: tokenHash(token), agentId, expiresAt: clock.now() + LINK_MS })
  return token
}

/** The stored form of a token: whoever reads the database cannot sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
