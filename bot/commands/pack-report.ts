import type { Language } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import type { NotCarried } from '../knowledge/index.ts'

/** One line each on standard error: standard output belongs to the result. */
export function printNotCarried(notCarried: NotCarried[]): void {
  for (const { what, where, why } of notCarried) console.error(`not carried  ${where}: ${what}: ${why}`)
}

export function examplesInWords(examples: Record<Language, number>): string {
  return `${LANGUAGES.map((language) => `${examples[language]} ${language}`).join(' + ')} examples`
}
