import { readFileSync } from 'node:fs'
import { CandorError } from '../../domain/index.ts'
import { type Lexicon, readLexicon } from '../../nlp/index.ts'

const LEXICON_FILE = new URL('../../knowledge/lexicon/words.bin', import.meta.url)

/**
 * The lexicon that comes with Candor, for training.
 * @throws CandorError FILE_UNREADABLE, or MODEL_UNREADABLE when the file is damaged
 */
export function loadLexicon(): Lexicon {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(LEXICON_FILE)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError('FILE_UNREADABLE', { file: LEXICON_FILE.pathname, problem }, { cause })
  }
  return readLexicon(bytes)
}
