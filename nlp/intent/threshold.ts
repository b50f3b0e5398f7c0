import { ASSUMED_SHARE } from './out-of-scope.ts'

/** A message judged without having been trained on. */
export interface Judged {
  outOfScope: number
  /** Whether the first need was the right one; false for messages out of scope. */
  right: boolean
  inScope: boolean
  /** See `weighGroups`. */
  weight: number
}

/**
 * Weights under which the messages of each group outside count alike and all of them together are `ASSUMED_SHARE` of
 * all messages. A group is, say, messages that a person marked, or examples of needs left out.
 */
export function weighGroups(inside: number, outside: number[]): { inside: number; outside: number[] } {
  const groups = outside.filter((size) => size > 0).length
  return {
    inside: (1 - ASSUMED_SHARE) / Math.max(1, inside),
    outside: outside.map((size) => ASSUMED_SHARE / Math.max(1, groups * size)),
  }
}

/**
 * The out-of-scope probability above which a message is best rejected: the one with the most right decisions
 * (right need kept, or none-of-them rejected) if `ASSUMED_SHARE` of the messages are none of the needs.
 */
export function chooseThreshold(judged: Judged[]): number {
  if (judged.every((message) => message.inScope === judged[0]?.inScope)) return 0.5
  const sorted = judged.toSorted((a, b) => a.outOfScope - b.outOfScope)
  // Going up, each message is kept instead of rejected: what is gained or lost by it.
  let value = 0
  let best = 0
  let threshold = (sorted[0]?.outOfScope ?? 0.5) / 2
  for (const [i, message] of sorted.entries()) {
    if (!message.inScope) value -= message.weight
    else if (message.right) value += message.weight
    if (value > best) {
      best = value
      threshold = (message.outOfScope + (sorted[i + 1]?.outOfScope ?? 1)) / 2
    }
  }
  return threshold
}
