import type { Entity } from '../../domain/index.ts'
import { PERSONAL, type Personal } from './personal.ts'

/** Six digits and more, however they are set apart: parcels, cards, telephones. And titles that only a name follows. */
const UNNAMED = [
  /\p{L}*\d(?:[\s().-]?\d){5,}/gu,
  /\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.? \p{Lu}\p{L}+/gu,
  /\p{Script=Han}{1,2}(?:先生|女士|小姐|太太)/gu,
]

interface Span {
  start: number
  end: number
  /** Absent for what is nobody's that we know of. */
  type?: Personal['type']
}

/**
 * An answer to one customer, made one to another: what was the first one's is replaced by what the second one gave of the
 * same kind. What the company itself says in its pack is anybody's.
 *
 * @param theirs of the customer who got the answer, and its writer
 * @param ours of the customer who is to get it, and the agent who would send it
 * @param found in the text
 * @param isPublic whether the company says this itself
 * @returns undefined where something personal is left that cannot be replaced
 */
export function forThisCustomer(
  text: string,
  {
    theirs,
    ours,
    found,
    isPublic,
  }: {
    theirs: readonly Personal[]
    ours: readonly Personal[]
    found: readonly Pick<Entity, 'type' | 'start' | 'end'>[]
    isPublic: (value: string) => boolean
  },
): string | undefined {
  const spans = distinct([
    ...theirs.flatMap(({ type, value }) => occurrences(text, value).map((span): Span => ({ ...span, type }))),
    ...found.filter(({ type }) => PERSONAL.includes(type)).map(({ start, end }): Span => ({ start, end })),
    ...UNNAMED.flatMap((pattern) => Array.from(text.matchAll(pattern), ({ 0: whole, index }) => spanOf(whole, index))),
  ]).filter(({ start, end }) => !isPublic(text.slice(start, end)))

  let answer = text
  const replaced = new Map<Personal['type'], string>()
  for (const { start, end, type } of spans.toSorted((a, b) => b.start - a.start)) {
    const value = text.slice(start, end).toLowerCase()
    const own = ours.find((one) => one.type === type)?.value
    if (type === undefined || own === undefined) return undefined
    // Two orders of theirs cannot both become the one of ours. A name may stand whole and in part.
    if (type !== 'person' && type !== 'agent' && (replaced.get(type) ?? value) !== value) return undefined
    replaced.set(type, value)
    answer = `${answer.slice(0, start)}${own}${answer.slice(end)}`
  }
  return answer
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/g

/** Where a value stands as a word of its own, in whatever case. */
export function occurrences(text: string, value: string): { start: number; end: number }[] {
  if (value.trim() === '') return []
  // Chinese has no gaps between words: there a value stands wherever it stands.
  const before = /^[\p{L}\p{N}]/u.test(value) && !/^\p{Script=Han}/u.test(value) ? '(?<![\\p{Script=Latin}\\p{N}])' : ''
  const after = /[\p{L}\p{N}]$/u.test(value) && !/\p{Script=Han}$/u.test(value) ? '(?![\\p{Script=Latin}\\p{N}])' : ''
  const pattern = new RegExp(`${before}${value.replace(SYNTAX, '\\$&')}${after}`, 'giu')
  return Array.from(text.matchAll(pattern), ({ 0: whole, index }) => spanOf(whole, index))
}

function spanOf(whole: string, start: number): Span {
  return { start, end: start + whole.length }
}

/** Of spans that overlap the longest: of a name that is known in part the rest must not remain. */
function distinct(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => span.start < end && start < span.end)) kept.push(span)
  }
  return kept
}
