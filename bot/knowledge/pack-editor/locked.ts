import { randomUUID } from 'node:crypto'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readIfThere } from '../read-file.ts'

/** Starts with a dot: no part of the pack. In it stands whose it is. */
const LOCK = '.being-edited'
const LOOK_AGAIN_MS = 20
/** An edit takes a fraction of a second: who holds the lock longer has died over it. */
const PATIENCE_MS = 10_000

/** Does work on a folder while nobody else does, in this process or another. @throws whatever hinders writing there */
export async function whileLocked<T>(dir: string, work: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const lock = join(dir, LOCK)
  const owner = randomUUID()
  await take(lock, owner, patienceMs)
  try {
    return await work()
  } finally {
    // Who was too slow has lost it to somebody else, whose it stays.
    if ((await readIfThere(lock)) === owner) await rm(lock, { force: true })
  }
}

async function take(lock: string, owner: string, patienceMs: number): Promise<void> {
  let [held, waited] = [0, 0]
  while (!(await created(lock, owner))) {
    const since = await stat(lock).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    waited = since === held ? waited + LOOK_AGAIN_MS : 0
    held = since
    if (waited >= patienceMs) await rm(lock, { force: true })
    else await pause(LOOK_AGAIN_MS)
  }
}

async function created(lock: string, owner: string): Promise<boolean> {
  try {
    await writeFile(lock, owner, { flag: 'wx' })
    return true
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return false
    throw problem
  }
}
