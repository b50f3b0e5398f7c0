import { seededRandom } from '../../nlp/intent/random.ts'
import {
  AT_THE_EDGE,
  CALIBRATED,
  GOOD,
  grid,
  HOPELESS,
  OVERCONFIDENT,
  type SimulatedCompany,
  trueAnswered,
  trueRisk,
  UPSIDE_DOWN,
} from '../support/simulated-company.ts'
import { simulateLooks } from '../support/simulated-looks.ts'
import { markdown } from './nlu/table.ts'

const PROMISE = { risk: 0.05, confidence: 0.95 }
const COMPANIES = 1000
const SEED = 20_261_122

const BOTS: [string, SimulatedCompany][] = [
  ['good and calibrated', GOOD],
  ['middling and calibrated', CALIBRATED],
  ['overconfident by 4 points', OVERCONFIDENT],
  ['wrong where it is surest', UPSIDE_DOWN],
  ['exactly at the promise', AT_THE_EDGE],
  ['hopeless', HOPELESS],
]

/**
 * "At most 5 % of what the bot answers is wrong, with 95 %", looked at again and again while labels come in: in how many
 * of 1,000 simulated companies any threshold that was in force broke it, beside two ways of choosing without care.
 */
export function runGuaranteeBench(): void {
  const rows = BOTS.flatMap(([name, company]) =>
    [288, 1152].map((labels, i) => {
      const setting = { companies: COMPANIES, labels, promise: PROMISE }
      const { spent, same, naive, looks } = simulateLooks(company, setting, seededRandom(SEED))
      const best = Math.max(
        ...grid(company).map((one) => (trueRisk(company, one) <= PROMISE.risk ? trueAnswered(company, one) : 0)),
      )
      return [
        i === 0 ? name : '',
        String(labels),
        String(looks),
        ...[spent.broken, same.broken, naive.broken, spent.shown, spent.answered, naive.answered, best].map(percent),
      ]
    }),
  )
  const head = [
    'bot',
    'labels',
    'looks',
    'promise broken',
    'by full confidence at each look',
    'by what looks right on the labels',
    'guaranteed in the end',
    'then answered, mean',
    'by what looks right',
    'could be answered',
  ]
  console.log(markdown(head, rows))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
