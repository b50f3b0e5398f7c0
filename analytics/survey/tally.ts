/** How often a score was given. */
export interface ScoreCount {
  score: number
  count: number
}

/** Surveys sent in one window, and what became of these same surveys: whole numbers. */
export interface SurveyTally {
  sent: number
  /** Of the sent, whenever that was; so it cannot be more. */
  answered: number
  /** Not answered, and still can be. */
  open: number
  /** Ascending. Answers that skip the scale are in none. */
  scores: ScoreCount[]
  saidResolved: number
  saidUnresolved: number
}

/** Surveys that are alike, as the store counts them. */
export interface CountedSurveys {
  answered: boolean
  score?: number
  surveys: number
  open: number
  saidResolved: number
  saidUnresolved: number
}

export function tallySurveys(counted: readonly CountedSurveys[]): SurveyTally {
  const sum = (value: (one: CountedSurveys) => number) => counted.reduce((total, one) => total + value(one), 0)
  const scores = new Map<number, number>()
  for (const { score, surveys } of counted) {
    if (score !== undefined) scores.set(score, (scores.get(score) ?? 0) + surveys)
  }
  return {
    sent: sum(({ surveys }) => surveys),
    answered: sum(({ answered, surveys }) => (answered ? surveys : 0)),
    open: sum(({ open }) => open),
    scores: [...scores].map(([score, count]) => ({ score, count })).sort((a, b) => a.score - b.score),
    saidResolved: sum(({ saidResolved }) => saidResolved),
    saidUnresolved: sum(({ saidUnresolved }) => saidUnresolved),
  }
}

/** How many scores the condition holds for. */
export function countScores(scores: readonly ScoreCount[], holds: (score: number) => boolean): number {
  return scores.reduce((total, { score, count }) => total + (holds(score) ? count : 0), 0)
}
