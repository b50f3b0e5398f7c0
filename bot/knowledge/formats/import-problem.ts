import { CandorError } from '../../../domain/index.ts'

/** IMPORT_INVALID: which file, where in it, what is wrong, how to mend it. */
export function importProblem(file: string, place: string, problem: string, mend: string, cause?: unknown) {
  const details = { file, place, problem, mend: `${mend}.` }
  return new CandorError('IMPORT_INVALID', details, cause === undefined ? {} : { cause })
}
