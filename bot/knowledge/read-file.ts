import { readdir, readFile } from 'node:fs/promises'
import { CandorError } from '../../domain/index.ts'

/** @throws CandorError FILE_UNREADABLE */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw unreadable(file, error)
  }
}

/**
 * Undefined when there is no such file.
 * @throws CandorError FILE_UNREADABLE
 */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw unreadable(file, error)
  }
}

/**
 * What the folder holds, without hidden files; nothing when there is no such folder.
 * @throws CandorError FILE_UNREADABLE
 */
export async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw unreadable(folder, error)
  })
  return entries.filter((one) => !one.startsWith('.'))
}

/** Why a file cannot be read, in words. */
export function readProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'it is not there'
    case 'ENOTDIR':
      return 'it is not a folder'
    case 'EACCES':
      return 'it must not be read'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

function unreadable(file: string, cause: unknown): CandorError {
  return new CandorError('FILE_UNREADABLE', { file, problem: readProblem(cause) }, { cause })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
