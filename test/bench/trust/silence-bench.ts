import { Command } from 'commander'
import { fitTrust, trustScore } from '../../../analytics/index.ts'
import { type AlikeSurveys, answerPropensity } from '../../../analytics/survey/propensity.ts'
import { type Policy, parsePolicy } from '../../../bot/policy/index.ts'
import { DAY_MS } from '../../../domain/index.ts'
import { seededRandom } from '../../../nlp/intent/random.ts'
import { markdown } from '../nlu/table.ts'
import { type AskedSurvey, type SimulatedCustomer, simulateCustomer, WORLDS } from './customers.ts'

const SEEDS = '1,2,3'
const CUSTOMERS = 1_000
/** Who came back within so many days, came back because of what the survey was about. */
const REOPENED_DAYS = 3

/** Whether weighting answers by the propensity to answer can make up for silence, where the start of trust is read from answers. */
export function silenceBenchCommand(): Command {
  return new Command('trust-silence')
    .description('what ratings, weighted by the propensity to answer or not, say of the trust of all who were asked')
    .option('--seeds <numbers>', 'years to simulate of each company (comma-separated)', SEEDS)
    .action(({ seeds }: { seeds: string }) => {
      const { trust } = parsePolicy('{}', 'nothing written')
      const rows = WORLDS.map((world) => {
        const years = seeds.split(',').map((seed) => {
          const random = seededRandom(Number(seed))
          return Array.from({ length: CUSTOMERS }, (_, i) => simulateCustomer(world, `c${i}`, trust, random))
        })
        const of = (figure: (year: SimulatedCustomer[]) => number) => mean(years.map(figure)).toFixed(3)
        return [
          world.name,
          of(trustOfAsked),
          of((year) => weighted(year, () => 1)),
          of((year) => weighted(year, propensities(year, trust))),
          of((year) => weighted(year, ({ chance }) => chance)),
          of((year) => fittedStart(year, trust)),
          of(trustOfSilent),
        ]
      })
      const heads = [
        'company',
        'trust of all asked',
        'ratings',
        'weighted, by the record',
        'weighted, by the true chance',
      ]
      console.log(markdown([...heads, 'fitted start', 'trust of who never rated'], rows))
    })
}

function trustOfAsked(year: readonly SimulatedCustomer[]): number {
  return mean(year.flatMap(({ asked }) => asked.map(({ trust }) => trust)))
}

/** Of customers who were asked and did not answer once, at the end of the year. */
function trustOfSilent(year: readonly SimulatedCustomer[]): number {
  const silent = year.filter(({ asked }) => asked.length > 0 && asked.every(({ rating }) => rating === undefined))
  return mean(silent.map(({ trust }) => trust.at(-1) ?? Number.NaN))
}

/** Mean of the ratings that were given, each for as many as had its chance of an answer. */
function weighted(year: readonly SimulatedCustomer[], chanceOf: (one: AskedSurvey) => number): number {
  const given = year.flatMap(({ asked }) => asked.filter((one) => one.rating !== undefined))
  const weights = given.map((one) => 1 / chanceOf(one))
  return given.reduce((sum, { rating = 0 }, i) => sum + rating * (weights[i] ?? 0), 0) / total(weights)
}

/** As satisfaction is weighted: by all that a company knows of each survey, the score before it and a return after it included. */
function propensities(year: readonly SimulatedCustomer[], policy: Policy['trust']): (one: AskedSurvey) => number {
  const cells = new Map<string, AlikeSurveys>()
  const keyOf = new Map<AskedSurvey, string>()
  for (const { ledger, asked } of year) {
    for (const one of asked) {
      const { score, n } = trustScore(ledger, one.at - 1, policy)
      const cameBack = ledger.some(
        ({ cause, at }) => cause === 'conversation-reopened' && Math.abs(at - one.at) < REOPENED_DAYS * DAY_MS,
      )
      const traits = [one.verdict, String(cameBack), n === 0 ? 'nothing known' : String(Math.floor(score * 8))]
      const key = traits.join(' ')
      const { sent, answered } = cells.get(key) ?? { sent: 0, answered: 0 }
      cells.set(key, { traits, sent: sent + 1, answered: answered + Number(one.rating !== undefined) })
      keyOf.set(one, key)
    }
  }
  const shares = answerPropensity([...cells.values()])
  const byKey = new Map([...cells.keys()].map((key, i) => [key, shares[i] ?? 1]))
  return (one) => byKey.get(keyOf.get(one) ?? '') ?? 1
}

function fittedStart(year: readonly SimulatedCustomer[], policy: Policy['trust']): number {
  const fit = fitTrust(
    year.map(({ ledger }) => ledger),
    policy,
  )
  if (fit.kind === 'too-little')
    throw new RangeError(`the simulated record is too small to fit: too few ${fit.because}`)
  const { gain, loss } = fit.policy.prior
  return gain / (gain + loss)
}

function mean(values: readonly number[]): number {
  return total(values) / values.length
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
