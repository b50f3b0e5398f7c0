import { LANGUAGES, type Language, type LocalizedText, localize } from '../../../domain/index.ts'

/** A pack's text in every language, each filled from another where it is missing. */
export function bothLanguages(text: LocalizedText): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, localize(text, language)])) as Record<
    Language,
    string
  >
}
