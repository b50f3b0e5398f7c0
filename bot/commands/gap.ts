import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import { CandorError } from '../../domain/index.ts'
import {
  crossValidateSatisfaction,
  judgeSatisfaction,
  priorSatisfaction,
  reliabilityBins,
  type SatisfactionEvaluation,
  type SatisfactionVerdict,
  trainSatisfaction,
} from '../../nlp/index.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { gapReportCommand } from './gap-report.ts'
import { gapShowCommand } from './gap-show.ts'
import { gapTrainCommand } from './gap-train.ts'
import { readRatedConversations } from './rated-conversations.ts'
import { reliabilitySvg } from './reliability-svg.ts'

interface EvaluateOptions {
  train: string
  test?: string
  folds: string
  seed: string
  prior?: boolean
  plot?: string
  json?: boolean
}

const DIAGRAM_BINS = 12

/** `candor gap …`: what concerns the information gap alone. */
export function gapCommand(): Command {
  const gap = new Command('gap').description(
    'information gap: where it is, its model, and how good the estimate of dissatisfaction is',
  )
  gap.addCommand(gapShowCommand()).addCommand(gapTrainCommand())
  gap
    .command('evaluate')
    .description('train on rated conversations (JSON lines) and measure on others')
    .requiredOption('--train <file>', 'rated conversations to learn from')
    .option('--test <file>', 'rated conversations to measure on; without it --train is cross-validated')
    .option('--folds <number>', 'folds by conversation, when there is no --test', '5')
    .option('--seed <number>', 'the same seed and data give the same figures', '1')
    .option('--prior', 'measure what a fresh install would say: nothing is learnt')
    .option('--plot <file>', 'write a reliability diagram (SVG)')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvaluateOptions) => {
      const { evaluation, turns } = await evaluate(options)
      if (options.plot !== undefined) {
        const judged = turns.map(({ probability, dissatisfied }) => ({ said: probability, happened: dissatisfied }))
        const title = basename(options.test ?? options.train).replace(/\.jsonl?$/, '')
        await writeFile(options.plot, reliabilitySvg(title, reliabilityBins(judged, DIAGRAM_BINS)))
      }
      process.stdout.write(`${options.json ? JSON.stringify(evaluation) : table(evaluation)}\n`)
    })
  return gap.addCommand(gapReportCommand())
}

async function evaluate(options: EvaluateOptions): Promise<SatisfactionVerdict> {
  const seed = wholeNumber('--seed', options.seed, 0)
  const folds = wholeNumber('--folds', options.folds, 2)
  const train = await readRatedConversations(options.train)
  const test = options.test === undefined ? undefined : await readRatedConversations(options.test)
  const training = { seed, onProgress: progressBar() }
  if (options.prior) return judgeSatisfaction(priorSatisfaction(), test ?? train)
  if (test) return judgeSatisfaction(trainSatisfaction(train, training), test)
  return crossValidateSatisfaction(train, folds, training)
}

function wholeNumber(field: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new CandorError('CONFIG_INVALID', {
    field,
    problem: `must be a whole number from ${least}, got "${text}"`,
    mend: 'Leave it out for the default.',
  })
}

function table({ turn, conversation, folds }: SatisfactionEvaluation): string {
  const figure = (value: number | null, digits = 3) => (value === null ? '-' : value.toFixed(digits))
  const rows: [string, string][] = [
    ['rated turns', String(turn.n)],
    ['a dissatisfied turn, AUROC', figure(turn.auroc)],
    ['  Brier score', figure(turn.brier)],
    ['  calibration error (ECE)', turn.ece === null ? '-' : `${(100 * turn.ece).toFixed(1)} %`],
    ['conversations', String(conversation.n)],
    ['the least satisfied quarter, AUROC', figure(conversation.auroc)],
    ['mean satisfaction, Spearman', figure(conversation.spearman)],
    ['  mean squared error', figure(conversation.mse, 4)],
    ['models trained', String(folds)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(36)}${value}`).join('\n')
}
