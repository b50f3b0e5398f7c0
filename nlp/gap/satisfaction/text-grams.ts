import { normalizeText } from '../../language/normalize.ts'

/** Words, Chinese characters and marks that are looked at; a longer message has said it by then. */
const MAX_TOKENS = 200

const ADDRESS = /https?:\/\/\S+/g
const EMOTE = /#e-s?\[?\S{0,3}\]?/g
const ORDER = /\[[a-z]+_\d+\]/g
const PLACEHOLDER = /\[\p{L}+\]/gu
const DIGITS = /\d+/g
const TOKEN = /\p{Script=Han}|[①-⑤]|(?:(?!\p{Script=Han})[\p{L}\p{N}'])+|[^\s\p{L}\p{N}]/gu

/**
 * Single tokens and pairs of neighbours, with the edges of the message as neighbours too: "ok" alone says something else
 * than "ok" in a story. A Chinese character is a token, so no segmenter is needed and both languages may be mixed.
 * Numbers, addresses and placeholders for personal data are all alike.
 */
export function textGrams(text: string): string[] {
  const plain = normalizeText(text)
    .replace(ADDRESS, '①')
    .replace(EMOTE, '②')
    .replace(ORDER, '③')
    .replace(PLACEHOLDER, '④')
    .replace(DIGITS, '0')
  const tokens: string[] = []
  for (const [token] of plain.matchAll(TOKEN)) {
    tokens.push(token.slice(0, 32))
    if (tokens.length === MAX_TOKENS) break
  }
  if (tokens.length === 0) return []
  const pairs = [...tokens, '$'].map((token, i) => `${i === 0 ? '^' : tokens[i - 1]} ${token}`)
  return [...tokens, ...pairs]
}
