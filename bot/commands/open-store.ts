import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CandorError } from '../../domain/index.ts'
import { openStore, type Store } from '../../store/index.ts'

/** The folder where everything lies that this installation has learnt and stored. */
export const DEFAULT_DATA_DIR = 'data'

/**
 * Opens the store: the database named in CANDOR_DATABASE, else `candor.db` in the data folder, which is made if missing.
 * @throws CandorError DATABASE_UNREACHABLE, DATABASE_NEWER
 */
export async function openConfiguredStore(database: string | undefined, dataDir: string): Promise<Store> {
  if (database !== undefined) return openStore(database)
  try {
    // Conversations, password hashes and the signing key lie there: nobody else on the machine need read them.
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError(
      'DATABASE_UNREACHABLE',
      { database: dataDir, problem, mend: 'Choose another folder with --data' },
      { cause },
    )
  }
  return openStore(join(dataDir, 'candor.db'))
}

/**
 * The same for commands that only read: a mistyped folder must not become a new, empty installation.
 * @throws CandorError DATABASE_UNREACHABLE, DATABASE_NEWER
 */
export async function openExistingStore(database: string | undefined, dataDir: string): Promise<Store> {
  if (database !== undefined) return openStore(database)
  const file = join(dataDir, 'candor.db')
  try {
    await access(file)
  } catch (cause) {
    const mend = 'Give the folder that the server was started with as --data'
    throw new CandorError('DATABASE_UNREACHABLE', { database: file, problem: 'it is not there', mend }, { cause })
  }
  return openStore(file)
}
