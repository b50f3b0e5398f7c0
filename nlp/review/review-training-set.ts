import { fitMix, mixProbabilities } from '../intent/calibration.ts'
import { type HeldOutMessage, holdOutExamples } from '../intent/cross-fit.ts'
import { prepareTrainingSet, type TrainingSet } from '../intent/training-set.ts'
import { USUAL_MIX } from '../intent/views.ts'
import { normalizeText } from '../language/normalize.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'

export interface ReviewOptions {
  seed: number
  lexicon?: Lexicon
  /** Needs with fewer examples are reported. */
  fewestExamples?: number
  /** How much is done, 0..1. */
  onProgress?(done: number): void
}

/** An example that a model trained without it takes for another need. */
export interface Collision {
  text: string
  /** Where the author put it. */
  need: string
  /** What the model takes it for. */
  takenFor: string
  /** 0..1, of `takenFor` among the needs. */
  probability: number
}

/** What an author should look at before training. Strongest first in every list. */
export interface TrainingReview {
  /** Pairs of needs that are taken for one another, with the examples that collide. */
  confusable: { needs: [string, string]; collisions: Collision[] }[]
  /** Examples so clearly taken for another need that they may stand in the wrong one. */
  suspects: Collision[]
  tooFew: { need: string; examples: number }[]
  /** The same text under several needs. */
  duplicates: { text: string; needs: string[] }[]
}

const FEWEST_EXAMPLES = 5
/** Two needs are confusable when this many of their examples collide, and at least this share. */
const COLLISIONS = 2
const COLLIDING_SHARE = 0.1
/** A suspect is taken for another need with this probability at least. */
const SUSPICIOUS = 0.9

/**
 * Looks for weak spots in training data. Every example is judged by models that have not seen it (five folds).
 * @throws CandorError TRAINING_TOO_LITTLE as training does
 */
export function reviewTrainingSet(set: TrainingSet, options: ReviewOptions): TrainingReview {
  const { needs, labelled } = prepareTrainingSet(set, options.lexicon)
  const held = holdOutExamples(labelled, {
    seed: options.seed,
    everyExample: true,
    onProgress: (done) => options.onProgress?.(done),
  })
  const collisions = findCollisions(
    set,
    needs,
    held.filter((message) => message.label >= 0),
  )
  const sizes = new Map<string, number>()
  for (const { need } of set.examples) sizes.set(need, (sizes.get(need) ?? 0) + 1)
  const fewest = options.fewestExamples ?? FEWEST_EXAMPLES
  return {
    confusable: findConfusable(collisions, sizes),
    suspects: collisions.filter((one) => one.probability >= SUSPICIOUS),
    tooFew: [...sizes]
      .filter(([, examples]) => examples < fewest)
      .map(([need, examples]) => ({ need, examples }))
      .sort((a, b) => a.examples - b.examples),
    duplicates: findDuplicates(set),
  }
}

function findCollisions(set: TrainingSet, needs: string[], held: HeldOutMessage[]): Collision[] {
  const mix = fitMix(held, USUAL_MIX.slice(0, held[0]?.scores.length))
  return held
    .flatMap((message): Collision[] => {
      const probabilities = mixProbabilities(mix, message.scores)
      const probability = Math.max(...probabilities)
      const takenFor = needs[probabilities.indexOf(probability)]
      const example = set.examples[message.row]
      if (example === undefined || takenFor === undefined || takenFor === example.need) return []
      return [{ text: example.text, need: example.need, takenFor, probability }]
    })
    .sort((a, b) => b.probability - a.probability)
}

function findConfusable(collisions: Collision[], sizes: Map<string, number>): TrainingReview['confusable'] {
  const pairs = new Map<string, { needs: [string, string]; collisions: Collision[] }>()
  for (const collision of collisions) {
    const [first = '', second = ''] = [collision.need, collision.takenFor].sort()
    const key = JSON.stringify([first, second])
    const pair = pairs.get(key) ?? { needs: [first, second], collisions: [] }
    pair.collisions.push(collision)
    pairs.set(key, pair)
  }
  const share = ({ needs, collisions: found }: { needs: [string, string]; collisions: Collision[] }) =>
    found.length / Math.min(sizes.get(needs[0]) ?? 1, sizes.get(needs[1]) ?? 1)
  return [...pairs.values()]
    .filter((pair) => pair.collisions.length >= COLLISIONS && share(pair) >= COLLIDING_SHARE)
    .sort((a, b) => share(b) - share(a))
}

function findDuplicates(set: TrainingSet): TrainingReview['duplicates'] {
  const places = new Map<string, { text: string; needs: Set<string> }>()
  for (const { text, need } of set.examples) {
    const key = normalizeText(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const place = places.get(key) ?? { text, needs: new Set() }
    place.needs.add(need)
    places.set(key, place)
  }
  return [...places.values()]
    .filter((place) => place.needs.size > 1)
    .map(({ text, needs }) => ({ text, needs: [...needs] }))
}
