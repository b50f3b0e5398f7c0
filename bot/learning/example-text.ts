import type { Language } from '../../domain/index.ts'
import { redact, withoutPlaceholders } from '../../nlp/index.ts'

/** A customer's message as it may stand in a pack: nothing in it tells who wrote it. Empty where no word is left. */
export function exampleText(text: string, language: Language): string {
  const left = withoutPlaceholders(redact(text, language)).trim()
  return /\p{L}/u.test(left) ? left : ''
}
