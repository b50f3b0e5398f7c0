/**
 * The word a mistyped one was probably meant to be, by edit distance (Levenshtein 1966);
 * undefined when none is close: at most one edit per three letters, and at least one is allowed.
 */
function closestWord(typed: string, words: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(typed.length / 3))
  return words
    .map((word) => ({ word, distance: editDistance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)[0]?.word
}

/** ` Did you mean "answer"?`, or nothing. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const meant = closestWord(typed, words)
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}

function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
