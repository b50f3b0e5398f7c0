import { CandorError } from '../../../domain/index.ts'

/** IMPORT_INVALID: which file, where in it, what is wrong, how to mend it. */
export function importProblem(file: string, place: string, problem: string, mend: string, cause?: unknown) {
  const details = { file, place, problem, mend: `${mend}.` }
  return new CandorError('IMPORT_INVALID', details, cause === undefined ? {} : { cause })
}

/** Parsers call themselves at each level; a document of nothing but brackets would end the program. */
export function withinDepth<T>(file: string, parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw importProblem(file, 'the document', 'it is nested too deeply', 'Export it again', cause)
  }
}
