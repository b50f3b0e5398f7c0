import { seededRandom, shuffle } from '../../../nlp/intent/random.ts'
import type { LabelledMessage } from './candidate.ts'

const EXAMPLES_PER_NEED = 10
const MESSAGES = 300

/** A small part of a data set, to see within a minute that everything runs; its figures say little. */
export function quickSample({ train, test }: { train: LabelledMessage[]; test: LabelledMessage[] }, seed: number) {
  const random = seededRandom(seed)
  const shuffled = (messages: LabelledMessage[]) => {
    const copy = [...messages]
    shuffle(copy, random)
    return copy
  }
  const taken = new Map<string, number>()
  const few = shuffled(train).filter(({ label }) => {
    const before = taken.get(label) ?? 0
    taken.set(label, before + 1)
    return before < EXAMPLES_PER_NEED
  })
  return { train: few, test: shuffled(test).slice(0, MESSAGES) }
}
