import type { KnowledgePack } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'

/** What a classifier learns from. Structurally the training set of nlp. */
export interface PackTrainingSet {
  examples: { text: string; need: string }[]
  outOfScope: string[]
  /** The needs' titles in every language, by need. */
  titles: Record<string, string[]>
}

/**
 * All examples of the pack, every need and every language included.
 * A need with a single example (a draft may have one) is taught its titles as well: nothing can be learned from one.
 */
export function trainingSetOf(pack: KnowledgePack): PackTrainingSet {
  return {
    examples: pack.needs.flatMap(({ name, title, examples }) => {
      const written = LANGUAGES.flatMap((language) => examples[language] ?? [])
      const texts = written.length > 1 ? written : [...written, ...Object.values(title)]
      return texts.map((text) => ({ text, need: name }))
    }),
    outOfScope: LANGUAGES.flatMap((language) => pack.outOfScope?.[language] ?? []),
    titles: Object.fromEntries(pack.needs.map(({ name, title }) => [name, Object.values(title)])),
  }
}
