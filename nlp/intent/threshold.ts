import { ASSUMED_SHARE } from './out-of-scope.ts'

/** A message judged without having been trained on. */
export interface Judged {
  outOfScope: number
  /** Whether the first need was the right one; false for messages out of scope. */
  right: boolean
  inScope: boolean
}

/**
 * The out-of-scope probability above which a message is best rejected: the one with the most right decisions
 * (right need kept, or none-of-them rejected) if `ASSUMED_SHARE` of the messages are none of the needs.
 */
export function chooseThreshold(judged: Judged[]): number {
  const inside = judged.filter((message) => message.inScope).length
  const outside = judged.length - inside
  if (inside === 0 || outside === 0) return 0.5
  const sorted = judged.toSorted((a, b) => a.outOfScope - b.outOfScope)
  // Going up, each message is kept instead of rejected: what is gained or lost by it.
  let value = 0
  let best = 0
  let threshold = (sorted[0]?.outOfScope ?? 0.5) / 2
  for (const [i, message] of sorted.entries()) {
    if (!message.inScope) value -= ASSUMED_SHARE / outside
    else if (message.right) value += (1 - ASSUMED_SHARE) / inside
    if (value > best) {
      best = value
      threshold = (message.outOfScope + (sorted[i + 1]?.outOfScope ?? 1)) / 2
    }
  }
  return threshold
}
