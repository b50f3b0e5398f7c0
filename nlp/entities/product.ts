import distances from 'natural/lib/natural/distance/index.js'
import { type Found, foldWidth } from './found.ts'

/** Shorter names are found only as written: one wrong letter makes them another word. */
const SHORTEST_WITH_TYPOS = 5
const SHORTEST_CHINESE_WITH_TYPOS = 4
const LONG_NAME = 9
/** Typos are looked for in this many words at most: the distances are the dear part. */
const MAX_WORDS = 60

/** Names from the company's list, also with a typing mistake (two in long names). The value is the name as listed. */
export function findProducts(text: string, products: readonly string[]): Found[] {
  const lower = foldWidth(text).toLowerCase()
  if (lower.length !== text.length) return [] // A letter whose lower case is longer: the offsets would be wrong.
  return products.flatMap((product) => {
    const name = foldWidth(product).toLowerCase().trim()
    if (name === '') return []
    const exact = findExact(lower, name, product)
    if (exact.length === 0 && CHINESE.test(name)) return findMistyped(lower, name, product)
    return exact.length > 0 || name.length < SHORTEST_WITH_TYPOS ? exact : findMisspelt(lower, name, product)
  })
}

function findExact(lower: string, name: string, value: string): Found[] {
  const found: Found[] = []
  for (let start = lower.indexOf(name); start >= 0; start = lower.indexOf(name, start + name.length)) {
    const end = start + name.length
    const isPartOfWord = /[a-z0-9]/.test(name) && (isWord(lower[start - 1]) || isWord(lower[end]))
    if (!isPartOfWord) found.push({ type: 'product', start, end, value })
  }
  return found
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/.test(char)
}

const CHINESE = /^\p{Script=Han}+$/u

/** Chinese has no spaces: every stretch of the name's length is compared; one wrong character is a slip of the input method. */
function findMistyped(lower: string, name: string, value: string): Found[] {
  if (name.length < SHORTEST_CHINESE_WITH_TYPOS) return []
  for (let start = 0; start + name.length <= lower.length; start++) {
    let wrong = 0
    for (let i = 0; i < name.length && wrong < 2; i++) if (lower[start + i] !== name[i]) wrong += 1
    if (wrong < 2) return [{ type: 'product', start, end: start + name.length, value }]
  }
  return []
}

function findMisspelt(lower: string, name: string, value: string): Found[] {
  const words = [...lower.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, MAX_WORDS)
  const size = name.split(/\s+/).length
  const letters = letterSet(name)
  const allowed = name.length >= LONG_NAME ? 2 : 1
  for (let i = 0; i + size <= words.length; i++) {
    const start = words[i]?.index ?? 0
    const last = words[i + size - 1]
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
    const written = lower.slice(start, end)
    if (Math.abs(written.length - name.length) > allowed) continue
    // Each mistake changes at most two letters of the set; most words fall here, before the dear comparison.
    if (bitCount(letterSet(written) ^ letters) > 2 * allowed) continue
    if (distances.DamerauLevenshteinDistance(written, name, {}) <= allowed)
      return [{ type: 'product', start, end, value }]
  }
  return []
}

/** Which letters occur, as bits; letters beyond the alphabet share them. */
function letterSet(text: string): number {
  let set = 0
  for (let i = 0; i < text.length; i++) set |= 1 << (text.charCodeAt(i) & 31)
  return set
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits >>> 0; rest > 0; rest &= rest - 1) count += 1
  return count
}
