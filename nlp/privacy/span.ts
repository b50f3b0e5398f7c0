export const PERSONAL_KINDS = ['person', 'phone', 'email', 'address', 'order', 'card', 'id'] as const
/** What can tell who wrote a message: a name, a phone, an e-mail, an address, the number of an order, a card, a document. */
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** A piece of personal data: UTF-16 offsets into the text. */
export interface PersonalSpan {
  kind: PersonalKind
  start: number
  end: number
}

/** All matches of a global pattern that `accepts`. */
export function spansOf(
  kind: PersonalKind,
  text: string,
  pattern: RegExp,
  accepts: (matched: string) => boolean = () => true,
): PersonalSpan[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: matched }) =>
    accepts(matched) ? [{ kind, start: index, end: index + matched.length }] : [],
  )
}

/** The spans in order, each that overlaps another made one with it; the kind is that of the one named first. */
export function mergeSpans(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const ranked = spans.map((span, rank) => ({ span, rank })).sort((a, b) => a.span.start - b.span.start)
  const merged: { span: PersonalSpan; rank: number }[] = []
  for (const next of ranked) {
    const last = merged.at(-1)
    if (!last || next.span.start >= last.span.end) {
      merged.push(next)
      continue
    }
    const first = next.rank < last.rank ? next : last
    last.span = {
      kind: first.span.kind,
      start: last.span.start,
      end: Math.max(last.span.end, next.span.end),
    }
    last.rank = first.rank
  }
  return merged.map(({ span }) => span)
}
