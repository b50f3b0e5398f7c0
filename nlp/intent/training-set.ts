import { CandorError } from '../../domain/index.ts'
import { normalizeText } from '../language/normalize.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { LabelledCorpus } from './cross-fit.ts'
import { buildCorpus } from './vocabulary.ts'

export interface IntentExample {
  text: string
  need: string
}

export interface TrainingSet {
  examples: IntentExample[]
  /** Messages known to be none of the needs; may be empty. */
  outOfScope: string[]
  /** Titles and other meaningful names per need, used as further examples. */
  titles?: Record<string, string[]>
}

export interface PreparedTrainingSet {
  /** In ascending order; the place of a need is its class. */
  needs: string[]
  labelled: LabelledCorpus
  /** Tells data sets apart. */
  hash: string
}

/**
 * Texts and labels as the trainer wants them; the names and titles of the needs stand behind the examples.
 * @throws CandorError TRAINING_TOO_LITTLE with fewer than two needs, or a need with fewer than two examples
 */
export function prepareTrainingSet(set: TrainingSet, lexicon?: Lexicon): PreparedTrainingSet {
  const needs = [...new Set(set.examples.map((example) => example.need))].sort()
  const number = new Map(needs.map((need, k) => [need, k]))
  if (needs.length < 2) {
    throw new CandorError('TRAINING_TOO_LITTLE', { problem: `there are examples for ${needs.length} need(s)` })
  }
  const sizes = new Map<string, number>()
  for (const { need } of set.examples) sizes.set(need, (sizes.get(need) ?? 0) + 1)
  for (const [need, size] of sizes) {
    if (size < 2) {
      throw new CandorError('TRAINING_TOO_LITTLE', { problem: `the need "${need}" has only one example` })
    }
  }
  const examples = [
    ...set.examples.map(({ text, need }) => ({ text: normalizeText(text), label: number.get(need) ?? -1 })),
    ...set.outOfScope.map((text) => ({ text: normalizeText(text), label: -1 })),
  ]
  const names = needs.flatMap((need, label) =>
    [spellOut(need), ...(set.titles?.[need] ?? [])].map((text) => ({ text: normalizeText(text), label })),
  )
  const all = [...examples, ...names]
  return {
    needs,
    labelled: {
      corpus: buildCorpus(
        all.map(({ text }) => text),
        lexicon,
      ),
      labels: Int32Array.from(all, ({ label }) => label),
      classes: needs.length,
      exampleCount: examples.length,
    },
    hash: fingerprint(all.map(({ text, label }) => `${label}\t${text}`).join('\n')),
  }
}

/** The words of a name: `cancel_order`, `cancelOrder` and `Cancel-Order` all say "cancel order". */
function spellOut(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./]+/g, ' ')
}

/** FNV-1a over UTF-16 units, twice with different starts, in hexadecimal: tells data sets apart, keeps no secrets. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let hash = start
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
      return (hash >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
