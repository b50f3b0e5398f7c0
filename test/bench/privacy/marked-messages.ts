import { readFileSync } from 'node:fs'
import type { Language } from '../../../domain/index.ts'
import { PERSONAL_KINDS, type PersonalKind, type PersonalSpan } from '../../../nlp/index.ts'

/** A message of the corpus and where its personal data stands. */
export interface MarkedMessage {
  language: Language
  text: string
  spans: PersonalSpan[]
  /** The rules were not tuned on it. */
  heldOut: boolean
}

const KINDS = PERSONAL_KINDS.join('|')

/** The corpus of one language; every third message is held out. */
export function readMarkedMessages(language: Language): MarkedMessage[] {
  return readFileSync(new URL(`./corpus/${language}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line, place) => ({ language, heldOut: place % 3 === 2, ...readMarks(line.replaceAll('\\n', '\n')) }))
}

/** `I am <person>Dora</person>` as its text and spans. Throws where a mark is not closed. */
export function readMarks(marked: string): { text: string; spans: PersonalSpan[] } {
  const spans: PersonalSpan[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(new RegExp(`<(${KINDS})>([^<]*)</\\1>`, 'g'))) {
    text += marked.slice(from, match.index)
    const start = text.length
    text += match[2]
    spans.push({ kind: match[1] as PersonalKind, start, end: text.length })
    from = match.index + match[0].length
  }
  text += marked.slice(from)
  if (new RegExp(`</?(?:${KINDS})>`).test(text)) throw new Error(`A mark is not closed in: ${marked}`)
  return { text, spans }
}

/** Every character of it, but for spaces, is in what was found. */
export function isCovered(text: string, { start, end }: PersonalSpan, found: readonly PersonalSpan[]): boolean {
  for (let at = start; at < end; at++) {
    if (!/\s/.test(text[at] as string) && !found.some((span) => span.start <= at && at < span.end)) return false
  }
  return true
}
