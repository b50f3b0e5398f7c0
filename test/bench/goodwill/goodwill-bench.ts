import { Command } from 'commander'
import { type GoodwillCase, goodwillEffect } from '../../../analytics/index.ts'
import { seededRandom } from '../../../nlp/intent/random.ts'
import { gamedYear, PLAYERS, type Player, type PlayerYear } from '../../support/gamed-year.ts'
import { goodwillPolicy } from '../../support/goodwill-company.ts'
import { markdown } from '../nlu/table.ts'

const PERSONS = 120
/** Who writes all the time has a long record, and each rating reads it. */
const BUSY_PERSONS = 6
const SEED = 20_261_122
const COMPANIES = 2_000

/** `bench -- goodwill`: what gaming gains in a year, and whether the effect of a gift is told as it is. */
export function goodwillBenchCommand(): Command {
  return new Command('goodwill')
    .description(
      'what customers gain who rate badly for a voucher, and how the measured effect compares with the true one',
    )
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ json }: { json?: true }) => {
      const years: PlayerYear[] = []
      for (const [i, player] of PLAYERS.entries()) years.push(await yearOf(player, SEED + i))
      const effects = [0, 0.02, 0.05].map(effectOf)
      if (json) {
        console.log(JSON.stringify({ years, effects }))
        return
      }
      console.log(
        markdown(
          ['customer', 'persons', 'conversations', 'bad ratings', 'vouchers', 'most', 'of the dissatisfied'],
          years.map(row),
        ),
      )
      console.log(
        markdown(
          ['true effect on trust', 'customers', 'mean estimate', 'interval holds it', 'called an effect'],
          effects.map((one) => [
            String(one.effect),
            String(one.customers),
            one.estimate.toFixed(4),
            percent(one.coverage95),
            percent(one.called),
          ]),
        ),
      )
    })
}

function yearOf(player: Player, seed: number): Promise<PlayerYear> {
  const persons = player === 'every-day' || player === 'several-at-once' ? BUSY_PERSONS : PERSONS
  return gamedYear(player, persons, goodwillPolicy({ budgetPerMonth: 1_000_000 }), seed)
}

function row({ player, persons, conversations, badRatings, mean, most, dissatisfied }: PlayerYear): string[] {
  return [
    player,
    String(persons),
    conversations.toFixed(1),
    badRatings.toFixed(1),
    mean.toFixed(2),
    String(most),
    dissatisfied.toFixed(2),
  ]
}

/** As many customers as it says are needed for 0.05, of whom a fifth is held out, in many companies. */
function effectOf(effect: number) {
  const question = { holdOut: 0.2, worthKnowing: 0.05 }
  const deviation = 0.12
  const { needed } = goodwillEffect(customers(5_000, 0, deviation, question.holdOut, seededRandom(SEED)), question)
  const count = (needed?.treated ?? 0) + (needed?.heldOut ?? 0)
  const random = seededRandom(SEED + Math.round(effect * 1_000))
  const found = Array.from({ length: COMPANIES }, () => {
    const { difference } = goodwillEffect(customers(count, effect, deviation, question.holdOut, random), question).trust
    return difference ?? { value: 0, low: -1, high: 1 }
  })
  const shareOf = (test: (one: (typeof found)[number]) => boolean) => found.filter(test).length / COMPANIES
  return {
    effect,
    customers: count,
    estimate: found.reduce((sum, { value }) => sum + value, 0) / COMPANIES,
    coverage95: shareOf(({ low, high }) => low <= effect && effect <= high),
    called: shareOf(({ low, high }) => low > 0 || high < 0),
  }
}

function customers(
  count: number,
  effect: number,
  deviation: number,
  holdOut: number,
  random: () => number,
): GoodwillCase[] {
  return Array.from({ length: count }, () => {
    const heldOut = random() < holdOut
    const noise = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) * deviation
    return { heldOut, trustChange: (heldOut ? 0 : effect) + noise, cameBack: false }
  })
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
