/**
 * The text as every database can hold it: U+0000 (which PostgreSQL refuses) and lone surrogates (which are not UTF-8)
 * become U+FFFD, the replacement character. Applied to every string on its way in, in values and in conditions alike,
 * so both databases keep and find the same.
 */
export function storableText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed()
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\uFFFD') : wellFormed
}

/** The parameters of a query with every string made storable. */
export function storableParameters(parameters: readonly unknown[]): unknown[] {
  return parameters.map((parameter) => (typeof parameter === 'string' ? storableText(parameter) : parameter))
}
