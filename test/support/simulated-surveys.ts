import type { RatedSurveys } from '../../analytics/index.ts'

export interface SurveyedWorld {
  /** Share of customers who are angry about a large gap; it is known when the survey is sent. */
  largeGap: number
  satisfied: { small: number; large: number }
  answers: { small: number; large: number; angryTimes?: number }
}

/** The angry answer less, because those with a large gap do. */
export const ANSWERS_BY_GAP: SurveyedWorld = {
  largeGap: 0.4,
  satisfied: { small: 0.9, large: 0.3 },
  answers: { small: 0.5, large: 0.15 },
}

/** The angry answer less for no reason that anybody could see. */
export const ANSWERS_BY_ANGER: SurveyedWorld = {
  ...ANSWERS_BY_GAP,
  answers: { small: 0.4, large: 0.4, angryTimes: 0.3 },
}

/** Who answers has nothing to do with anything. */
export const ANSWERS_BY_CHANCE: SurveyedWorld = { ...ANSWERS_BY_GAP, answers: { small: 0.4, large: 0.4 } }

export interface SimulatedSurveys {
  cells: RatedSurveys[]
  /** Share of those asked who are satisfied, whether or not they answered. */
  truth: number
}

/** Customers of whom everything is known, and the surveys that a report would see of them. */
export function simulateSurveys(
  { largeGap, satisfied, answers }: SurveyedWorld,
  customers: number,
  draw: () => number,
): SimulatedSurveys {
  const cells = new Map<string, RatedSurveys>()
  let content = 0
  for (let i = 0; i < customers; i++) {
    const gap = draw() < largeGap ? 'large' : 'small'
    // Two columns that tell nothing, as most do.
    const traits = [gap, draw() < 0.7 ? 'web' : 'teams', `need-${Math.floor(draw() ** 2 * 12)}`]
    const isContent = draw() < satisfied[gap]
    const answered = draw() < answers[gap] * (isContent ? 1 : (answers.angryTimes ?? 1))
    content += Number(isContent)
    const cell = cells.get(String(traits)) ?? { traits, sent: 0, answered: 0, satisfied: 0 }
    cells.set(String(traits), {
      traits,
      sent: cell.sent + 1,
      answered: cell.answered + Number(answered),
      satisfied: cell.satisfied + Number(answered && isContent),
    })
  }
  return { cells: [...cells.values()], truth: content / customers }
}
