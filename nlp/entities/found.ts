import type { EntityType } from '../../domain/index.ts'

/** What the finders of single types return: where it stands in the text, and what it means. */
export interface Found {
  type: EntityType
  start: number
  end: number
  value: string
}

/**
 * The text with full-width letters, digits and signs as plain ones. Every character keeps its place, so that what is
 * found stands at the same offsets in what the customer wrote.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
}

/** All matches of a global pattern for which `read` gives a value. */
export function findAll(
  type: EntityType,
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string | undefined,
): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(pattern)) {
    const value = read(match)
    if (value !== undefined) found.push({ type, start: match.index, end: match.index + match[0].length, value })
  }
  return found
}
