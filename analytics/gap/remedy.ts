import { type RateValue, rate } from '../metrics/metric.ts'

/** What would close a gap, with what says so. */
export type Remedy =
  /** The company wants people to handle this need. Of the handovers: those for this reason. */
  | { kind: 'person-by-policy'; evidence: RateValue }
  /** `draft`: nobody has written the answer yet. Of the turns after the answer: those with a large gap or an objection. */
  | { kind: 'missing-answer'; draft: boolean; evidence: RateValue }
  /** Of the turns with a large gap: those whose largest part is missing details. */
  | { kind: 'missing-details'; evidence: RateValue }
  /** Of the lists with this need among the two likeliest: those with `other` as the second of the two. */
  | { kind: 'confusable-needs'; other: string; evidence: RateValue }
  /** Of the messages that no need covers: those of this kind. */
  | { kind: 'no-need'; evidence: RateValue }

/** Below this many a share says nothing. */
export const FEWEST = 5
/** An answer that does not serve every third customer is not good enough. */
const MISSES_OFTEN = 1 / 3
/** Details dominate when they lead half of the large gaps. */
const DOMINATES = 1 / 2
/** Two needs are confused when every third list of the one is between the two. */
const CONFUSED_OFTEN = 1 / 3

export interface RemedyEvidence {
  need: string
  toPersonByPolicy: boolean
  handovers: number
  /** Handovers with the reason that only a person can do this. */
  requiredPerson: number
  /** Nobody has written the answer yet. */
  draft: boolean
  /** Turns that directly followed the answer, and how many of them it had not served. */
  followed: number
  missed: number
  /** Turns with a large gap, and how many of them missing details led. */
  large: number
  largeLedByDetail: number
}

/**
 * What would close the gap of one need, the strongest first; nothing when no single cause stands out.
 * @param lists the lists offered to customers, the likeliest need first
 */
export function remediesFor(found: RemedyEvidence, lists: readonly (readonly string[])[]): Remedy[] {
  if (found.toPersonByPolicy) {
    return [{ kind: 'person-by-policy', evidence: rate(found.requiredPerson, found.handovers) }]
  }
  const { draft } = found
  const missed = rate(found.missed, found.followed)
  const detail = rate(found.largeLedByDetail, found.large)
  const confused = mostConfused(found.need, lists)
  const remedies: Remedy[] = []
  if (draft || isAtLeast(missed, MISSES_OFTEN)) remedies.push({ kind: 'missing-answer', draft, evidence: missed })
  if (isAtLeast(detail, DOMINATES)) remedies.push({ kind: 'missing-details', evidence: detail })
  if (confused && isAtLeast(confused.evidence, CONFUSED_OFTEN)) remedies.push({ kind: 'confusable-needs', ...confused })
  const strength = (remedy: Remedy) =>
    remedy.kind === 'missing-answer' && remedy.draft ? Number.POSITIVE_INFINITY : (remedy.evidence.value ?? 0)
  return remedies.sort((a, b) => strength(b) - strength(a))
}

/** The need that this one stands beside most often at the head of a list. */
function mostConfused(
  need: string,
  lists: readonly (readonly string[])[],
): { other: string; evidence: RateValue } | undefined {
  const pairs = lists.map((list) => list.slice(0, 2)).filter((pair) => pair.length === 2 && pair.includes(need))
  const counts = new Map<string, number>()
  for (const other of pairs.flat()) if (other !== need) counts.set(other, (counts.get(other) ?? 0) + 1)
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most && { other: most[0], evidence: rate(most[1], pairs.length) }
}

function isAtLeast({ value, denominator }: RateValue, share: number): boolean {
  return denominator >= FEWEST && value !== null && value >= share
}
