import { MOST_CHOICES, type SourceEntity } from './entity.ts'
import type { ImportedExample } from './imported-pack.ts'

const LONGEST_IN_WORDS = 6
const LONGEST_IN_HAN = 12

/**
 * By list entity, the intents whose examples say one of its values.
 * Products find list entities by their words alone, so such examples carry no label.
 * One pass over the examples, however many values there are.
 */
export function labelsByValue(
  entities: Iterable<SourceEntity>,
  examples: readonly ImportedExample[],
): Map<string, Set<string>> {
  const sayings = new Map<string, Set<string>>()
  for (const { name, values = [] } of entities) {
    if (values.length > MOST_CHOICES) continue
    for (const saying of values.flatMap(({ value, synonyms }) => [value, ...synonyms])) {
      const key = wordsOf(saying).join(' ')
      if (key !== '') sayings.set(key, (sayings.get(key) ?? new Set()).add(name))
    }
  }
  const labels = new Map<string, Set<string>>()
  if (sayings.size === 0) return labels
  for (const { text, label, outOfScope } of examples) {
    if (outOfScope) continue
    for (const phrase of phrasesIn(text))
      for (const entity of sayings.get(phrase) ?? []) labels.set(entity, (labels.get(entity) ?? new Set()).add(label))
  }
  return labels
}

/** Runs of whole words, so that "art" is not found in "start"; Chinese has no spaces, so there every run of characters. */
function* phrasesIn(text: string): Generator<string> {
  const words = wordsOf(text)
  for (const [start, word] of words.entries()) {
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST_IN_WORDS); end++)
      yield words.slice(start, end).join(' ')
    if (!/\p{Script=Han}/u.test(word)) continue
    for (let from = 0; from < word.length; from++)
      for (let to = from + 1; to <= Math.min(word.length, from + LONGEST_IN_HAN); to++) yield word.slice(from, to)
  }
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
