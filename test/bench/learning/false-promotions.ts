import { replacedChampions } from '../../support/simulated-challengers.ts'

/** Champions, and useless challengers that each of them meets in a row, as evidence grows. */
export const CHAMPIONS = 200
export const CHALLENGERS = 5

/** Share of champions that a useless challenger replaced sooner or later, 0..1; the gate allows 0.05. */
export function falsePromotions(): number {
  return replacedChampions({
    champions: CHAMPIONS,
    challengers: CHALLENGERS,
    // As after training again on nearly the same.
    likeness: 0.9,
    judged: 'unsure',
    seed: 1,
  }).ever
}
