import { watchedService } from '../support/simulated-service.ts'
import { markdown } from './nlu/table.ts'

const RUNS = 1_000
const TURNS = 5_000
const USUAL = { handsOver: 0.12, answersWrong: 0.08 }

const MODELS: [string, typeof USUAL][] = [
  ['as good', USUAL],
  ['hands over 5 points more often', { ...USUAL, handsOver: 0.17 }],
  ['hands over 15 points more often', { ...USUAL, handsOver: 0.27 }],
  ['answers wrong 5 points more often', { ...USUAL, answersWrong: 0.13 }],
  ['answers wrong 15 points more often', { ...USUAL, answersWrong: 0.23 }],
]

/** How often, and how soon, the guard goes back from a new model in its first 5,000 turns, in 1,000 simulated services each. */
export function runGuardBench(): void {
  const rows = MODELS.flatMap(([name, quality]) =>
    [200, 5_000].map((before, i) => {
      const turns = Array.from({ length: RUNS }, (_, seed) => {
        const { rolledBack } = watchedService({ ...USUAL, turns: before }, { ...quality, turns: TURNS }, seed)
        return rolledBack?.turns ?? Number.POSITIVE_INFINITY
      }).sort((a, b) => a - b)
      const left = turns.filter(Number.isFinite).length / RUNS
      const after = (share: number) => {
        const count = turns[Math.ceil(share * RUNS) - 1] ?? Number.POSITIVE_INFINITY
        return Number.isFinite(count) ? String(count) : '-'
      }
      return [i === 0 ? name : '', String(before), `${(100 * left).toFixed(1)} %`, after(0.5), after(0.95)]
    }),
  )
  console.log(
    markdown(
      ['new model, per turn', 'turns of the one before', 'gone back from', 'half after turns', '95 % after turns'],
      rows,
    ),
  )
}
