import { OUTCOME_SOURCES, type Outcome, type OutcomeSource } from './outcome.ts'

/** How much is known of how episodes turned out. Known, missing and excluded add up to the episodes, the sources to the known. */
export interface OutcomeCounts {
  episodes: number
  known: number
  bySource: Record<OutcomeSource, number>
  missing: number
  /** Spam. */
  excluded: number
}

export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
  const counts: OutcomeCounts = {
    episodes: outcomes.length,
    known: 0,
    bySource: Object.fromEntries(OUTCOME_SOURCES.map((source) => [source, 0])) as Record<OutcomeSource, number>,
    missing: 0,
    excluded: 0,
  }
  for (const outcome of outcomes) {
    counts[outcome.kind] += 1
    if (outcome.kind === 'known') counts.bySource[outcome.source] += 1
  }
  return counts
}
