import { importProblem } from './import-problem.ts'

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so (spreadsheets save "Unicode text" that way).
 * @throws CandorError IMPORT_INVALID for other encodings, rather than importing broken characters.
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  try {
    // The decoder drops the byte order mark itself.
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (cause) {
    throw importProblem(file, 'byte 0', `the file is not ${encodingOf(bytes).toUpperCase()}`, 'Save it as UTF-8', cause)
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
