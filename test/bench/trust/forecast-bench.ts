import { Command } from 'commander'
import { markdown } from '../nlu/table.ts'
import { compareForecasts, type ForecastComparison } from './forecast.ts'

const SEEDS = '1,2,3'

/** How well the law of trust is found and what its forecast is worth, in simulated companies whose law is known. */
export function forecastBenchCommand(): Command {
  return new Command('trust-forecast')
    .description('k, I_min and forecasts of simulated companies whose law is known, beside naive forecasts')
    .option('--seeds <numbers>', 'each makes companies of its own (comma-separated)', SEEDS)
    .option('--json', 'print one JSON object per seed')
    .action(({ seeds, json }: { seeds: string; json?: true }) => {
      const runs = seeds.split(',').map((seed) => compareForecasts(Number(seed)))
      if (json) for (const run of runs) console.log(JSON.stringify(run))
      else for (const text of tables(runs)) console.log(`${text}\n`)
    })
}

function tables(runs: readonly ForecastComparison[]): string[] {
  const row = (name: string, figure: (run: ForecastComparison) => string) => [name, ...runs.map(figure)]
  const heads = (title: string) => [title, ...runs.map(({ companies }, i) => `${companies} companies, ${i + 1}`)]
  const share = (value: number) => `${(100 * value).toFixed(1)} %`
  return [
    markdown(heads('error of the next 13 weeks (rmse)'), [
      row('law, transparency as it was', ({ forecastRmse }) => forecastRmse.toFixed(4)),
      row('law, transparency known', ({ knownIndexRmse }) => knownIndexRmse.toFixed(4)),
      row('last week', ({ naiveRmse }) => naiveRmse.lastWeek.toFixed(4)),
      row('mean of the last four weeks', ({ naiveRmse }) => naiveRmse.lastFourWeeks.toFixed(4)),
      row('straight line through all weeks', ({ naiveRmse }) => naiveRmse.straightLine.toFixed(4)),
    ]),
    markdown(heads('the law'), [
      row('error of k, median', ({ kError }) => share(kError)),
      row('error of I_min, median', ({ iMinError }) => iMinError.toFixed(4)),
      row('95 % interval of k holds it', ({ kCoverage }) => share(kCoverage)),
      row('95 % interval of I_min holds it', ({ iMinCoverage }) => share(iMinCoverage)),
      row('an interval of I_min is given', ({ iMinGiven }) => share(iMinGiven)),
      row('95 % band of the forecast holds the week', ({ bandCoverage }) => share(bandCoverage)),
    ]),
  ]
}
