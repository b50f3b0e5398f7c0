import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { parsePolicy } from '../../../bot/policy/index.ts'
import { markdown } from '../nlu/table.ts'
import { WORLDS } from './customers.ts'
import { addErrors, type Errors, METHODS, simulateYear } from './estimates.ts'
import { compareForecasts, measureForecast } from './forecast.ts'

const DEFAULT_POLICY = new URL('../../../bot/policy/default-policy.yaml', import.meta.url)
const SEEDS = '1,2,3,4,5,6'
const FORECAST_SEED = 1

/** How near the score comes to simulated customers' true trust, and how often its interval holds it. */
export function trustBenchCommand(): Command {
  return new Command('trust')
    .description(
      'simulated customers and companies whose true trust is known: errors and intervals of score and forecast',
    )
    .option('--seeds <numbers>', 'years to simulate of each company (comma-separated)', SEEDS)
    .option('--json', 'print one JSON object as the last line')
    .action(runTrustBench)
}

function runTrustBench({ seeds, json }: { seeds: string; json?: true }): void {
  const { trust } = parsePolicy(readFileSync(DEFAULT_POLICY, 'utf8'), 'default-policy.yaml')
  const worlds = WORLDS.map((world) => {
    const years = seeds.split(',').map((seed) => simulateYear(world, Number(seed), trust))
    return { world, years }
  })
  const years = worlds.flatMap((one) => one.years)
  const fitted = addErrors(years.map(({ errors }) => errors.fitted))
  const customers = years.reduce((sum, year) => sum + year.customers, 0)
  if (json) {
    const score = { customers, rmse: rmseOf(fitted), coverage95: coverageOf(fitted) }
    console.log(JSON.stringify({ ...score, ...measureForecast(FORECAST_SEED) }))
    return
  }
  console.log(`${customers} customers judged in ${years.length} simulated years\n`)
  for (const [title, chosen] of [
    ['all', years] as const,
    ...worlds.map((one) => [one.world.name, one.years] as const),
  ]) {
    const rows = METHODS.map((method) => {
      const errors = addErrors(chosen.map((year) => year.errors[method]))
      return [method, rmseOf(errors).toFixed(4), ...intervalCells(errors)]
    })
    console.log(markdown([title, 'rmse', '95 % interval holds the truth', 'its mean width'], rows))
    console.log()
  }
  for (const { world, years } of worlds) console.log(world.name, policyText(years[0]?.policy))
  console.log('\nforecast', JSON.stringify(compareForecasts(FORECAST_SEED), null, 1))
}

function intervalCells(errors: Errors): string[] {
  if (errors.intervals === 0) return ['-', '-']
  return [`${(100 * coverageOf(errors)).toFixed(1)} %`, (errors.width / errors.intervals).toFixed(3)]
}

function rmseOf({ squares, estimates }: Errors): number {
  return Math.sqrt(squares / estimates)
}

function coverageOf({ covered, intervals }: Errors): number {
  return covered / intervals
}

function policyText(policy: object | undefined): string {
  return JSON.stringify(policy, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value))
}
