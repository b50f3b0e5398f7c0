import { loadLexicon } from '../../../bot/knowledge/lexicon.ts'
import { classify, trainIntentModel, understand } from '../../../nlp/index.ts'
import type { Candidate } from './candidate.ts'

/** Candor as it is installed: its own lexicon, nothing tuned to the data. */
export function loadCandor(): Candidate {
  const lexicon = loadLexicon()
  // What "yesterday" means does not matter here; that it has to be worked out does.
  const context = { now: Date.UTC(2026, 0, 1), timeZone: 'UTC' }
  return {
    train(messages, seed) {
      const examples = messages.map(({ text, label }) => ({ text, need: label }))
      const model = trainIntentModel({ examples, outOfScope: [] }, { seed, lexicon })
      return {
        classify(text) {
          const { needs, outOfScope } = classify(model, text)
          return { need: needs[0]?.need, score: needs[0]?.probability ?? 0, outOfScope }
        },
        understand: (text) => understand(model, text, context),
      }
    },
  }
}
