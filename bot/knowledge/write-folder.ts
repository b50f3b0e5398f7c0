import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { CandorError } from '../../domain/index.ts'

/**
 * Fills folder `dir`, all or nothing: `fill` writes to a folder beside it, which is moved into place in one step.
 * @throws CandorError FILE_EXISTS when `dir` is not empty, FILE_UNREADABLE when it cannot be written; those of `fill`.
 */
export async function writeFolder(dir: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(dir)
  await refuseUnlessEmpty(target)
  try {
    await mkdir(dirname(target), { recursive: true })
    const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
    try {
      const written = join(beside, 'written')
      await mkdir(written)
      await fill(written)
      await rmdir(target).catch(ignoreMissing)
      await rename(written, target)
    } finally {
      await rm(beside, { recursive: true, force: true })
    }
  } catch (error) {
    throw inCatalogue(error, dir)
  }
}

async function refuseUnlessEmpty(dir: string): Promise<void> {
  const entries = await readdir(dir).catch((error: unknown) => {
    ignoreMissing(error, dir)
    return []
  })
  if (entries.length > 0) throw new CandorError('FILE_EXISTS', { file: dir })
}

function ignoreMissing(error: unknown, dir = ''): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw inCatalogue(error, dir)
}

function inCatalogue(error: unknown, dir: string): CandorError {
  if (error instanceof CandorError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR')
    return new CandorError('FILE_EXISTS', { file: dir }, { cause: error })
  const problem = error instanceof Error ? error.message : String(error)
  return new CandorError('FILE_UNREADABLE', { file: dir, problem }, { cause: error })
}
