import { toLengthOne } from '../clusters/centre.ts'
import { findNearest } from '../clusters/nearest.ts'
import { columnCount, learnReader, readRows } from '../intent/reader.ts'
import { buildCorpus } from '../intent/vocabulary.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { type Belief, overlapOf } from './belief.ts'

/** Another text, and how much a label of the one tells of the other: 0..1. */
export interface Alike {
  row: number
  likeness: number
}

const NEIGHBOURS = 30
/** Cosine at which likeness begins: letters and word vectors make any two texts a little alike. */
const FLOOR = 0.1

/**
 * For every text those that are near to it, or that it is near to; not itself. A label tells of another text as far as
 * the two are worded alike (features and word vectors, as the classifier reads them) and may mean the same.
 */
export function findAlike(
  texts: readonly { normal: string; belief: Belief }[],
  lexicon: Lexicon | undefined,
): Alike[][] {
  const corpus = buildCorpus(
    texts.map(({ normal }) => normal),
    lexicon,
  )
  const rows = Int32Array.from(texts.keys())
  const vectors = toLengthOne(readRows(learnReader(corpus, rows), corpus, rows).full)
  const { ids, similarities } = findNearest(vectors, columnCount(corpus), NEIGHBOURS, FLOOR)
  const alike = texts.map(() => new Map<number, number>())
  for (const [row, { belief }] of texts.entries()) {
    for (let at = row * NEIGHBOURS; at < (row + 1) * NEIGHBOURS; at++) {
      const other = ids[at] as number
      const text = texts[other]
      if (text === undefined) break
      const wording = Math.min(1, ((similarities[at] as number) - FLOOR) / (1 - FLOOR))
      const likeness = wording * overlapOf(belief, text.belief)
      alike[row]?.set(other, likeness)
      alike[other]?.set(row, likeness)
    }
  }
  return alike.map((own) => Array.from(own, ([row, likeness]) => ({ row, likeness })))
}
