import { centreOf, closeness, toLengthOne } from '../clusters/centre.ts'
import { columnCount, learnReader, readRows } from '../intent/reader.ts'
import { buildCorpus } from '../intent/vocabulary.ts'
import { normalizeText } from '../language/normalize.ts'

/** Units of a text that are compared: what it is about stands there. */
const MAX_UNITS = 400

/**
 * How alike texts are in wording: the cosine of the vectors that the classifier uses (words, their parts and neighbours;
 * what is rare among these texts counts more). Long numbers are all one. Time and memory grow with the number of texts for
 * each that is compared with the others; a few hundred take milliseconds. Never throws on any text.
 *
 * @returns by the place of one text its likeness to each, 0 (nothing in common) to 1, in the order given
 */
export function compareTexts(texts: readonly string[]): (place: number) => number[] {
  const corpus = buildCorpus(texts.map((text) => normalizeText(text.slice(0, MAX_UNITS))))
  const rows = Int32Array.from(texts.keys())
  const vectors = toLengthOne(readRows(learnReader(corpus, rows), corpus, rows).full)
  const once = new Float64Array(texts.length).fill(1)
  return (place) => {
    const centre = centreOf(vectors, columnCount(corpus), [place], once)
    return Array.from(rows, (row) => Math.min(1, Math.max(0, closeness(vectors, row, centre))))
  }
}
