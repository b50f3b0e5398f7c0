import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { loadPack } from './check-pack.ts'
import { writeFolder } from './write-folder.ts'

/**
 * Writes the files of a pack (by path, as data) to folder `dir`, all or nothing, and only if they load as a pack.
 * @throws CandorError FILE_EXISTS when `dir` is not empty, FILE_UNREADABLE when it cannot be written, PACK_INVALID.
 */
export async function writePack(dir: string, files: Record<string, unknown>): Promise<void> {
  await writeFolder(dir, async (folder) => {
    await mkdir(join(folder, 'needs'))
    for (const [path, value] of Object.entries(files))
      await writeFile(join(folder, path), stringify(value, { lineWidth: 0 }))
    await loadPack(folder)
  })
}
