import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CandorError } from '../../domain/index.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Where the built pages lie. */
export const PAGES_DIR = join(ROOT, 'web/dist')

/**
 * Builds the pages if their sources have changed since the last build.
 * @param tell told what is being done, for people who wait
 * @throws CandorError PAGES_NOT_BUILT with what the builder said
 */
export async function ensurePages(tell: (line: string) => void): Promise<void> {
  const wanted = await hashOfSources()
  const stamp = join(PAGES_DIR, '.built-from')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  tell('Building the pages …')
  await build()
  await writeFile(stamp, wanted)
}

async function hashOfSources(): Promise<string> {
  const inWeb = await readdir(join(ROOT, 'web'), { recursive: true, withFileTypes: true })
  const files = inWeb
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(PAGES_DIR))
  const hash = createHash('sha256')
  for (const file of [...files, join(ROOT, 'bot/http/api.ts'), join(ROOT, 'package-lock.json')].sort()) {
    hash.update(file.slice(ROOT.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (chunk) => (said += chunk))
    vite.on('error', (cause) => reject(new CandorError('PAGES_NOT_BUILT', { problem: cause.message }, { cause })))
    vite.on('close', (code) => (code === 0 ? resolve() : reject(new CandorError('PAGES_NOT_BUILT', { problem: said }))))
  })
}
