import { accessSync, constants, statfsSync } from 'node:fs'

const FOLDER = '/dev/shm'
const ENOUGH_BYTES = 2 * 1024 ** 3

/**
 * Where temporary files may lie in memory: the stores of the tests then do not wait for a disk, which is most of what
 * many of them would do. Nothing where the system has no such place or too little room in it.
 */
export function memoryFolder(): string | undefined {
  try {
    accessSync(FOLDER, constants.W_OK)
    const { bavail, bsize } = statfsSync(FOLDER)
    return bavail * bsize >= ENOUGH_BYTES ? FOLDER : undefined
  } catch {
    return undefined
  }
}
