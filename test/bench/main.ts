/** `npm run bench -- NAME [options]`: measures, and prints what it is compared with in the same run. */
import { Command } from 'commander'
import { clustersBenchCommand } from './clusters/clusters-bench.ts'
import { deskBenchCommand } from './desk/desk-bench.ts'
import { gapBenchCommand } from './gap/gap-bench.ts'
import { goodwillBenchCommand } from './goodwill/goodwill-bench.ts'
import { runGuaranteeBench } from './guarantee.ts'
import { runGuardBench } from './guard.ts'
import { learningBenchCommand } from './learning/learning-bench.ts'
import { loopBenchCommand } from './loop/loop-bench.ts'
import { nluBenchCommand } from './nlu/nlu-bench.ts'
import { privacyBenchCommand } from './privacy/privacy-bench.ts'
import { promisesBenchCommand } from './promises/promises-bench.ts'
import { runStoreBench } from './store.ts'
import { surveysBenchCommand } from './surveys/surveys-bench.ts'
import { transparencyBenchCommand } from './transparency/transparency-bench.ts'
import { forecastBenchCommand } from './trust/forecast-bench.ts'
import { silenceBenchCommand } from './trust/silence-bench.ts'
import { trustBenchCommand } from './trust/trust-bench.ts'

await new Command('bench')
  .description('benchmarks; each prints the comparison in the same run')
  .addCommand(
    new Command('store')
      .description('commits per second of a typical turn, beside bare inserts with the same durability')
      .action(runStoreBench),
  )
  .addCommand(
    new Command('guarantee')
      .description('how often the promise is broken in 1,000 simulated companies, beside careless thresholds')
      .action(runGuaranteeBench),
  )
  .addCommand(
    new Command('guard')
      .description('how often and how soon a new model is gone back from, in 1,000 simulated services each')
      .action(runGuardBench),
  )
  .addCommand(nluBenchCommand())
  .addCommand(gapBenchCommand())
  .addCommand(clustersBenchCommand())
  .addCommand(deskBenchCommand())
  .addCommand(learningBenchCommand())
  .addCommand(goodwillBenchCommand())
  .addCommand(privacyBenchCommand())
  .addCommand(transparencyBenchCommand())
  .addCommand(promisesBenchCommand())
  .addCommand(loopBenchCommand())
  .addCommand(surveysBenchCommand())
  .addCommand(trustBenchCommand())
  .addCommand(forecastBenchCommand())
  .addCommand(silenceBenchCommand())
  .parseAsync()
