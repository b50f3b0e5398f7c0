import { unzipSync } from 'fflate'
import { importProblem } from './import-problem.ts'

/** Far more than any bot's training data, far less than what would fill the memory. */
export const LIMITS = { files: 5_000, bytes: 64 * 1024 * 1024 }

/**
 * The files in a zip. Sizes are checked before anything is unpacked, so that a small file cannot become a huge one,
 * and names that lead out of the zip are refused.
 * @throws CandorError IMPORT_INVALID
 */
export function openZip(file: string, bytes: Uint8Array, limits = LIMITS): Map<string, Uint8Array> {
  let count = 0
  let total = 0
  const entries = refuseBroken(file, () =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count++
        total += originalSize
        if (count > limits.files || total > limits.bytes)
          throw importProblem(
            file,
            name,
            `${tooMuch(limits)} when unpacked`,
            'Export a smaller part, or remove what is not training data',
          )
        if (name.startsWith('/') || /^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..'))
          throw importProblem(file, name, 'the name leads out of the zip', 'Pack the files again with plain names')
        return !name.endsWith('/') && !name.startsWith('__MACOSX/')
      },
    }),
  )
  return new Map(Object.entries(entries).map(([name, content]) => [name, content]))
}

export function tooMuch({ files, bytes } = LIMITS): string {
  return `it has more than ${files} files or ${bytes / 1024 / 1024} MB`
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

function refuseBroken(file: string, open: () => Record<string, Uint8Array>): Record<string, Uint8Array> {
  try {
    return open()
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name === 'CandorError') throw cause
    throw importProblem(file, 'the zip', `not readable: ${cause.message}`, 'Export it again', cause)
  }
}
