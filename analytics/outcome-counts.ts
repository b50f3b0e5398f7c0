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

export const OUTCOMES_DEFINITION = {
  en: 'Conversations that ended in the period and of which we know how they turned out: by the customer’s survey, the agent’s verdict, the customer coming back soon, or leaving a question open. The rest is missing, which is not the same as good; spam is left out.',
  zh: '本期结束且结果已知的会话：依据客户问卷、客服结论、客户短期内再次来询，或客户未回答问题便离开。其余为未知，未知不等于满意；垃圾信息不计入。',
}
