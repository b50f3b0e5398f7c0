import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { type IntentLearning, learnIntents } from '../learning/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { intentReasonText } from './intent-reason-text.ts'
import { learnReportCommand } from './learn-report.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface LearnOptions {
  pack: string
  data: string
  json?: true
}

/** `candor learn …`: what the bot learns from its conversations; alone it does now what the server does every hour. */
export function learnCommand(): Command {
  return (
    new Command('learn')
      .description('learn to understand from what was accepted; promoted only if it passes the gate')
      // Its subcommands have options of the same names.
      .enablePositionalOptions()
      .addOption(packOption())
      .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
      .option('--json', 'print one JSON object as the last line')
      .action(learn)
      .addCommand(learnReportCommand())
  )
}

async function learn(options: LearnOptions): Promise<void> {
  const pack = await loadPack(options.pack)
  const policy = await loadPolicy(options.pack)
  const store = await openExistingStore(readConfig(process.env).database, options.data)
  try {
    const learning = await learnIntents({
      store,
      pack,
      policy,
      startedBy: 'command',
      clock: systemClock,
      newId: randomUUID,
      onProgress: progressBar(),
    })
    console.log(options.json ? JSON.stringify(learning) : asText(learning))
  } finally {
    await store.close()
  }
}

function asText(learning: IntentLearning): string {
  switch (learning.kind) {
    case 'too-few-new':
      return `Nothing learnt: ${learning.fresh} messages were accepted since the last model was trained, ${learning.needed} are needed (learning.fewestNew in the policy), or something else to learn in the pack.`
    case 'under-way':
      return `Nothing learnt: another model is being tried at this moment. Look again after ${new Date(learning.until).toISOString()} at the latest.`
    case 'overtaken':
      return 'Nothing kept: another model began to serve while this one was trained. Run it again.'
    case 'tried': {
      const { candidates, attempt, verdict } = learning.about
      const head = learning.promoted ? `Model ${learning.id} serves from now on.` : 'The model in force stays.'
      const from = `Learnt from the pack and ${candidates.learnt} accepted messages, ${candidates.fresh} of them new; challenger no. ${attempt} of the model in force.`
      return [
        head,
        from,
        ...verdict.reasons.map((reason) => `  ${intentReasonText(reason)}`),
        ...suiteLines(verdict.suite),
      ].join('\n')
    }
    default:
      return learning satisfies never
  }
}

const LANGUAGE_NAMES = { en: 'English', zh: 'Chinese' } as const

function suiteLines(suite: Extract<IntentLearning, { kind: 'tried' }>['about']['verdict']['suite']): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return (['en', 'zh'] as const).flatMap((language) => {
    const figures = suite[language]
    if (!figures) return []
    const { cases, champion, challenger } = figures
    return [
      `  frozen suite, ${LANGUAGE_NAMES[language]}: ${percent(challenger)} of ${cases} read right, ${percent(champion)} before`,
    ]
  })
}
