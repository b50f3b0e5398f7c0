/** What two spellings of the same example have in common: one text must not teach two needs. */
export function exampleKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
