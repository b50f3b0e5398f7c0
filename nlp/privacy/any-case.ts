/**
 * A pattern that matches these words in capitals, too, for a part of a pattern whose other parts tell capitals apart.
 * The modifier `(?i:…)` is not used: engines before V8 12.5 refuse it, and in processes that had run for a while
 * V8 13.6 was seen to match nothing by it any more.
 *
 * @param words Letters, escapes, groups and classes without ranges, like `[cs]`.
 */
export function anyCase(words: string): string {
  return words.replace(/\\.|\[[^\]]*\]|[a-z]/gi, (found) => {
    if (found.startsWith('\\')) return found
    const both = found.replace(/[a-z]/gi, (letter) => letter.toLowerCase() + letter.toUpperCase())
    return found.startsWith('[') ? both : `[${both}]`
  })
}
