import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { CandorError } from '../../../domain/index.ts'
import { readProblem } from '../read-file.ts'
import { importProblem } from './import-problem.ts'
import { isZip, LIMITS, openZip, tooMuch } from './open-zip.ts'

/** Files of a folder with other endings (a trained model, a program) are named, so that they can be listed, but not read. */
const READ = /\.(csv|tsv|txt|json|lu|qna|ya?ml|zip)$/i

/**
 * The files that are given: one file, a folder with all below it, or what is in a zip.
 * Hidden files, `node_modules` and links are passed over.
 * @throws CandorError FILE_UNREADABLE, IMPORT_INVALID when it is too much or a broken zip.
 */
export async function readSource(from: string): Promise<Map<string, Uint8Array>> {
  const about = await orUnreadable(from, () => stat(from))
  const paths = about.isDirectory() ? await orUnreadable(from, () => listFiles(from)) : [from]
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const path of paths) {
    const name = about.isDirectory() ? relative(from, path).split(sep).join('/') : basename(path)
    if (about.isDirectory() && !READ.test(name)) {
      files.set(name, new Uint8Array())
      continue
    }
    total += (await orUnreadable(path, () => stat(path))).size
    if (total > LIMITS.bytes) throw importProblem(from, name, tooMuch(), 'Give only the folder with the training data')
    const bytes: Uint8Array = await orUnreadable(path, () => readFile(path))
    if (!isZip(bytes)) files.set(name, bytes)
    else
      for (const [inner, content] of openZip(name, bytes))
        files.set(about.isDirectory() ? `${name}/${inner}` : inner, content)
  }
  return files
}

async function listFiles(dir: string): Promise<string[]> {
  const found: string[] = []
  const folders = [dir]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile()) found.push(path)
    }
    if (found.length > LIMITS.files)
      throw importProblem(dir, folder, tooMuch(), 'Give only the folder with the training data')
  }
  // The order of a directory differs between machines; which of two labels wins must not.
  return found.sort()
}

async function orUnreadable<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (cause) {
    if (cause instanceof CandorError) throw cause
    throw new CandorError('FILE_UNREADABLE', { file, problem: readProblem(cause) }, { cause })
  }
}
