import { type Clock, USUAL_CAPACITY } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { createSignInLink } from '../http/index.ts'

/**
 * A sign-in link for the first administrator: made at every start until somebody has set a password with one.
 * @returns the token for the link, or undefined when nobody needs one
 */
export async function firstAdministratorToken(
  store: Store,
  clock: Clock,
  newId: () => string,
): Promise<string | undefined> {
  const people = await store.people.list()
  const first = people.find(({ email }) => email === FIRST_EMAIL)
  if (!first && people.some(({ role }) => role === 'administrator')) return undefined
  if (first && (await store.people.byEmail(FIRST_EMAIL))?.passwordHash !== undefined) return undefined
  const administrator = first ?? {
    id: newId(),
    email: FIRST_EMAIL,
    name: 'Administrator',
    role: 'administrator' as const,
    languages: [],
    queues: [],
    capacity: USUAL_CAPACITY,
    createdAt: clock.now(),
  }
  if (!first) await store.people.add(administrator)
  return createSignInLink(store, administrator.id, clock)
}

const FIRST_EMAIL = 'admin@localhost'
