import { hashText } from '../intent/hash.ts'
import { normalizeText } from '../language/normalize.ts'

/** Units of a text that are read: a message has said what it is about by then. */
const MAX_UNITS = 200
const NO_WORD = /[^\p{L}\p{N}']+/gu

/** Messages that say the same, but for case, width and marks; they are one point for the clustering. */
export interface Saying {
  /** Normalised words with single spaces; never empty. */
  plain: string
  /** Ascending. */
  ids: string[]
}

/** The words of a text; empty when it has none. */
function plainText(text: string): string {
  return normalizeText(text.slice(0, MAX_UNITS)).slice(0, MAX_UNITS).replace(NO_WORD, ' ').trim()
}

/** Texts without a letter or digit are left out. What is said most comes first, the rest in an order that the texts alone decide. */
export function collectSayings(messages: readonly { id: string; text: string }[]): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const { id, text } of messages) {
    const plain = plainText(text)
    if (!/[\p{L}\p{N}]/u.test(plain)) continue
    const saying = sayings.get(plain)
    if (saying === undefined) sayings.set(plain, { plain, ids: [id] })
    else saying.ids.push(id)
  }
  for (const { ids } of sayings.values()) ids.sort()
  return [...sayings.values()]
    .map((saying) => ({ saying, draw: hashText(saying.plain) }))
    .sort(
      (a, b) =>
        b.saying.ids.length - a.saying.ids.length || a.draw - b.draw || (a.saying.plain < b.saying.plain ? -1 : 1),
    )
    .map(({ saying }) => saying)
}

/** How many of the first texts stay within the given number and the given total of units. */
export function countWithin(texts: readonly string[], most: { texts: number; units: number }): number {
  let units = 0
  const end = texts.findIndex((text, i) => {
    units += text.length
    return i >= most.texts || units > most.units
  })
  return end < 0 ? texts.length : end
}
