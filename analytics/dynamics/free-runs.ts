/** A week with trust observed. */
export interface ObservedWeek {
  /** Its position in the history. */
  week: number
  value: number
  /** Standard error of `value`, > 0. */
  error: number
}

/** Nearer to 0 or 1 than so many standard errors, trust may be held there. */
const AT_END_ERRORS = 2
/** With fewer weeks a run tells hardly more than where it starts. */
const FEWEST = 3

/**
 * The weeks in which trust could move freely, in runs: while an end of 0..1 holds it, it does not follow the law, and what
 * moved it before is forgotten. So each run starts anew.
 */
export function freeRuns(observed: readonly ObservedWeek[]): ObservedWeek[][] {
  const runs: ObservedWeek[][] = []
  let run: ObservedWeek[] = []
  for (const week of observed) {
    if (!isAtEnd(week)) {
      run.push(week)
      continue
    }
    runs.push(run)
    run = []
  }
  return [...runs, run].filter(({ length }) => length >= FEWEST)
}

function isAtEnd({ value, error }: ObservedWeek): boolean {
  const margin = AT_END_ERRORS * error
  return value <= margin || value >= 1 - margin
}
