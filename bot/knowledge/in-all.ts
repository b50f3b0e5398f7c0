import type { Language, LocalizedText } from '../../domain/index.ts'

/** A text for each of the languages. */
export function inAll(languages: readonly Language[], write: (language: Language) => string): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, write(language)]))
}
