import { createHash } from 'node:crypto'

/** Of the examples that a person wrote into the pack; of messages that a person reviewed. */
const SHARE = { pack: 0.1, reviewed: 0.2 } as const
/** A need with fewer examples in a language can spare none of them. */
export const FEWEST_TO_SPARE = 10

/**
 * Whether a text belongs to the frozen suite, on which models are judged and which none is ever trained on. It depends on
 * the text alone, so that it is the same on every node and at every time, however the pack and the candidates change.
 * @param key the text as `exampleKey` folds it
 */
export function isOfSuite(key: string, from: keyof typeof SHARE): boolean {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32 < SHARE[from]
}
