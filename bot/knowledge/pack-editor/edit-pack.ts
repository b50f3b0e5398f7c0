import { access, constants, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { CandorError, type KnowledgePack } from '../../../domain/index.ts'
import { checkPack, loadPack } from '../check-pack.ts'
import { readIfThere } from '../read-file.ts'
import { whileLocked } from './locked.ts'
import { replaceFile } from './replace-file.ts'

/** What an edit made of a pack. */
export interface PackEdit {
  /** The one file that changed, relative to the pack. */
  file: string
  before: KnowledgePack
  after: KnowledgePack
}

/**
 * Changes one file of the pack in folder `dir`, in one step, and only if the pack is sound with it. Of two at once the second
 * sees what the first has written.
 * @param write the file's new text, from the pack and the file's text (undefined: there is none) as they are
 * @throws CandorError PACK_READ_ONLY, PACK_NOT_FOUND, FILE_UNREADABLE, PACK_INVALID when the pack has problems or would have
 *   them; those of `write`. Nothing is changed then.
 */
export async function editPack(
  dir: string,
  file: string,
  write: (pack: KnowledgePack, source: string | undefined) => string,
): Promise<PackEdit> {
  try {
    return await whileLocked(dir, async () => {
      const before = await loadPack(dir)
      const text = write(before, await readIfThere(join(dir, file)))
      const after = await soundWith(dir, file, text)
      await mkdir(dirname(join(dir, file)), { recursive: true })
      await replaceFile(join(dir, file), text)
      return { file, before, after }
    })
  } catch (problem) {
    throw refused(problem, dir) ?? problem
  }
}

/** Whether files can be put into the pack's folder here. */
export async function isWritable(dir: string): Promise<boolean> {
  const tried = [dir, join(dir, 'needs')].map((folder) => access(folder, constants.W_OK))
  return (await Promise.allSettled(tried)).every(({ status }) => status === 'fulfilled')
}

/** The pack as it would be, read from a copy. */
async function soundWith(dir: string, file: string, text: string): Promise<KnowledgePack> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-edit-'))
  try {
    const copy = join(folder, 'pack')
    await cp(dir, copy, { recursive: true, filter: (from) => from === dir || !basename(from).startsWith('.') })
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await writeFile(join(copy, file), text)
    const { pack, problems } = await checkPack(copy)
    if (pack) return pack
    throw new CandorError('PACK_INVALID', { dir, count: problems.length, problems: problems.join('\n') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'this server must not write there',
  EPERM: 'this server must not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
}

function refused(problem: unknown, dir: string): CandorError | undefined {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
  const why = REFUSALS[code]
  return why === undefined ? undefined : new CandorError('PACK_READ_ONLY', { dir, problem: why }, { cause: problem })
}
