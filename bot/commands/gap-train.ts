import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { pino } from 'pino'
import { systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { type GapLearning, learnGap } from '../learning/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { periodOf } from '../report/days.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { gapReasonText } from './gap-reason-text.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface TrainOptions {
  pack: string
  data: string
  since?: string
  json?: true
}

/** `candor gap train`: what the server does every hour, now. */
export function gapTrainCommand(): Command {
  return new Command('train')
    .description('learn the gap from how conversations turned out; promoted only if it passes the gate')
    .option('--since <day>', 'only conversations that ended since then, YYYY-MM-DD; default: a year')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: TrainOptions) => {
      const { timeZone } = await loadPack(options.pack)
      const policy = await loadPolicy(options.pack)
      const since = options.since === undefined ? undefined : periodOf(options.since, options.since, timeZone).from
      const config = readConfig(process.env)
      const store = await openExistingStore(config.database, options.data)
      try {
        const learning = await learnGap({
          store,
          policy,
          clock: systemClock,
          newId: randomUUID,
          onProgress: progressBar(),
          log: pino({ level: config.logLevel }, pino.destination(2)),
          ...(since !== undefined && { since }),
        })
        console.log(options.json ? JSON.stringify(learning) : asText(learning))
      } finally {
        await store.close()
      }
    })
}

function asText(learning: GapLearning): string {
  switch (learning.kind) {
    case 'too-few-outcomes':
      return `Nothing learnt: ${learning.known} outcomes are known, ${learning.needed} are needed (gap.learnFromOutcomes in the policy).`
    case 'too-few-new':
      return `Nothing learnt: ${learning.fresh} outcomes are new since the last try, ${learning.needed} are needed.`
    case 'too-alike':
      return `Nothing learnt: ${learning.unmet} conversations turned out unmet and ${learning.met} met; five of each are needed.`
    case 'under-way':
      return `Nothing learnt: another model is being tried at this moment. Look again after ${new Date(learning.until).toISOString()} at the latest.`
    case 'overtaken':
      return 'Nothing kept: another model began to serve while this one was trained. Run it again.'
    case 'tried': {
      const { outcomes, verdict } = learning.about
      const head = learning.promoted ? `Gap model ${learning.id} serves from now on.` : 'The gap model in force stays.'
      const from = `Learnt from ${outcomes.known} outcomes (${outcomes.missing} missing, ${outcomes.excluded} spam).`
      return [head, from, ...verdict.reasons.map((reason) => `  ${gapReasonText(reason)}`)].join('\n')
    }
    default:
      return learning satisfies never
  }
}
