import { classify, type IntentModel } from '../intent/model.ts'

/** What a model takes a message to mean. */
export interface Belief {
  /** Square roots of the probabilities of each need, in the model's order, and of none of them: a vector of length 1. */
  roots: Float32Array
  /** What is missing to a clear lead of the first need over the second, 0..1. */
  uncertainty: number
}

export function readBelief(model: IntentModel, text: string): Belief {
  const { needs, outOfScope } = classify(model, text)
  const probabilities = new Map(needs.map(({ need, probability }) => [need, probability]))
  return {
    roots: Float32Array.from([...model.needs.map((need) => probabilities.get(need) ?? 0), outOfScope], (probability) =>
      Math.sqrt(probability),
    ),
    uncertainty: 1 - ((needs[0]?.probability ?? 0) - (needs[1]?.probability ?? 0)),
  }
}

/** How far two messages may mean the same, 0..1 (Bhattacharyya coefficient). */
export function overlapOf(a: Belief, b: Belief): number {
  let sum = 0
  for (const [k, root] of a.roots.entries()) sum += root * (b.roots[k] as number)
  return Math.min(1, sum)
}
