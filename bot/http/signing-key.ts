import { CandorError } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'

const MIN_LENGTH = 32

/**
 * The key that signs tokens: from the configuration, or made once and kept in the store, so that tokens survive a restart
 * and hold on every node.
 * @param fresh unguessable, at least 32 characters
 * @throws CandorError CONFIG_INVALID when the configured one is too short to be safe
 */
export async function signingKey(
  store: Pick<Store, 'settings'>,
  configured: string | undefined,
  fresh: string,
): Promise<string> {
  if (configured === undefined) return store.settings.getOrSet('signing-key', fresh)
  if (configured.length >= MIN_LENGTH) return configured
  throw new CandorError('CONFIG_INVALID', {
    field: 'CANDOR_SECRET',
    problem: `it has ${configured.length} characters, fewer than ${MIN_LENGTH}`,
    mend: 'Set a longer one, for example from "openssl rand -base64 32"',
  })
}
