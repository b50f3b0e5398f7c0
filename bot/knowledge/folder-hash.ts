import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The parts of a folder that a pack is read from; the policy beside them is none. */
const PARTS = /^(pack|out-of-scope|replies)\.yaml$|^(needs|help)[/\\]/

/**
 * SHA-256 (hex) over the files of the pack in folder `dir`, without reading what they mean: cheap enough to look every few
 * seconds whether somebody has changed one.
 * @throws what hinders reading
 */
export async function folderHash(dir: string): Promise<string> {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => PARTS.test(file.slice(join(dir, '/').length)))
    .sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}
