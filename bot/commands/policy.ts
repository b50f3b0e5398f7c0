import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { CandorError, systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { topicChangeOf } from '../learning/index.ts'
import { mindOf, proposedMind, servingGapModel, storedModel } from '../models/index.ts'
import { loadPolicy, type Policy, parsePolicy } from '../policy/index.ts'
import { reportRange } from '../report/days.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { replayPolicy } from '../what-if/index.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'
import { comparisonInWords } from './policy-comparison-text.ts'

interface ReplayOptions {
  policy: string
  since?: string
  until?: string
  pack: string
  data: string
  json?: true
}

/** `candor policy …`: try out how the bot would decide, before it does. */
export function policyCommand(): Command {
  const policy = new Command('policy').description('check a policy, and try it on recorded conversations')
  policy
    .command('check')
    .description('read a policy and say what is wrong with it; exits 1 when there is a problem')
    .argument('<file>', 'the YAML file')
    .option('--json', 'print one JSON object')
    .action(async (file: string, { json }: { json?: true }) => {
      await policyIn(file)
      console.log(json ? JSON.stringify({ ok: true }) : `${file}: a valid policy.`)
    })
  policy
    .command('replay')
    .description('decide recorded conversations anew under another policy, and count what differs; changes nothing')
    .requiredOption('--policy <file>', 'the policy to try')
    .option('--since <day>', 'first day, YYYY-MM-DD; default: 29 days before the last')
    .option('--until <day>', 'last day, YYYY-MM-DD; default: today, in the time zone of the pack')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: ReplayOptions) => {
      const proposed = await policyIn(options.policy)
      const pack = await loadPack(options.pack)
      const inForce = await loadPolicy(options.pack)
      const { since: from, until: to } = options
      const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
      const range = reportRange(days, systemClock.now(), pack.timeZone)
      const store = await openExistingStore(readConfig(process.env).database, options.data)
      try {
        const model = storedModel(await store.models.champion())
        const gapModel = await servingGapModel(store, console)
        const untaught = mindOf(model, pack, inForce, gapModel)
        const taught = { ...untaught, topicChange: await topicChangeOf(store, untaught, systemClock.now()) }
        const pair = { inForce: taught, proposed: proposedMind(taught, proposed) }
        const progress = progressBar()
        const onProgress = (done: number) => progress(done, 'deciding anew')
        const comparison = await replayPolicy(store, pair, range, { onProgress })
        console.log(options.json ? JSON.stringify(comparison) : comparisonInWords(comparison))
      } finally {
        await store.close()
      }
    })
  return policy
}

async function policyIn(file: string): Promise<Policy> {
  return parsePolicy(await textOf(file), file)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError('FILE_UNREADABLE', { file, problem }, { cause })
  }
}
