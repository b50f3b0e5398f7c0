import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What anybody may read and the owner may change. */
const USUAL_MODE = 0o644

/** Writes a file in one step: who reads it at that moment finds the old text or the new one, also after a power cut. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = join(dirname(file), `.${basename(file)}-${randomUUID()}`)
  const mode = await stat(file).then(
    (now) => now.mode,
    () => USUAL_MODE,
  )
  try {
    await writeDurably(beside, text, mode)
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}

async function writeDurably(file: string, text: string, mode: number): Promise<void> {
  const written = await open(file, 'wx', mode)
  try {
    await written.writeFile(text)
    await written.sync()
  } finally {
    await written.close()
  }
}
