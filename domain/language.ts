/** The languages Candor understands and speaks. Adding one means adding it here and letting the compiler say what is missing. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in one or more languages; a pack may lack some. */
export type LocalizedText = Partial<Record<Language, string>>

/**
 * The text in the wanted language, or in the first language there is.
 * A customer is better served by an answer in the other language than by silence.
 */
export function localize(text: LocalizedText, language: Language): string {
  return text[language] ?? LANGUAGES.map((other) => text[other]).find((found) => found !== undefined) ?? ''
}

/** The text in every language, each filled from another where it is missing. */
export function bothLanguages(text: LocalizedText): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, localize(text, language)])) as Record<
    Language,
    string
  >
}
