import type { Language } from '../../domain/index.ts'
import { findPersonalData } from './find-personal-data.ts'
import { placeholder } from './placeholders.ts'

/** The text with a word in brackets, such as `[name]`, for every piece of personal data. Doing it twice changes nothing. */
export function redact(text: string, language: Language): string {
  // What one piece hid may show beside its placeholder, so it is read until nothing is found; each round leaves less.
  for (let redacted = text; ; ) {
    const spans = findPersonalData(redacted)
    if (spans.length === 0) return redacted
    redacted = spans.reduceRight(
      (masked, { kind, start, end }) => masked.slice(0, start) + placeholder(kind, language) + masked.slice(end),
      redacted,
    )
  }
}
