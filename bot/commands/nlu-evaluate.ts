import { Command } from 'commander'
import { CandorError } from '../../domain/index.ts'
import { evaluateIntents, type IntentEvaluation } from '../../nlp/index.ts'
import { loadLexicon, readLabelledCsv } from '../knowledge/index.ts'

interface EvaluateOptions {
  train: string
  validation?: string
  test: string
  oosLabel: string
  seed: string
  json?: boolean
}

/** `candor nlu …`: what concerns understanding alone. */
export function nluCommand(): Command {
  const nlu = new Command('nlu').description('understanding: evaluate the classifier on labelled messages')
  nlu
    .command('evaluate')
    .description('train on one CSV file (text,label) and measure on another')
    .requiredOption('--train <file>', 'labelled messages to learn from')
    .option('--validation <file>', 'labelled messages that choose the threshold; never learnt from')
    .requiredOption('--test <file>', 'labelled messages to measure on; nothing is chosen on them')
    .option('--oos-label <label>', 'the label of messages that are none of the needs', 'oos')
    .option('--seed <number>', 'the same seed and data give the same model', '1')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvaluateOptions) => {
      try {
        const result = await evaluate(options)
        process.stdout.write(`${options.json ? JSON.stringify(result) : table(result)}\n`)
      } catch (error) {
        if (!(error instanceof CandorError)) throw error
        process.stderr.write(`${error.message}\n`)
        process.exitCode = 1
      }
    })
  return nlu
}

async function evaluate(options: EvaluateOptions): Promise<IntentEvaluation> {
  const [train, test] = [await readLabelledCsv(options.train), await readLabelledCsv(options.test)]
  const validation = options.validation === undefined ? undefined : await readLabelledCsv(options.validation)
  const seed = Number(options.seed)
  if (!Number.isSafeInteger(seed)) {
    throw new CandorError('CONFIG_INVALID', {
      field: '--seed',
      problem: `must be a whole number, got "${options.seed}"`,
      mend: 'Leave it out for 1.',
    })
  }
  return evaluateIntents(
    { train, test, oosLabel: options.oosLabel, ...(validation && { validation }) },
    { seed, now: () => performance.now(), lexicon: loadLexicon(), onProgress: progressLine() },
  )
}

function progressLine(): (done: number, phase: string) => void {
  let told = ''
  return (done, phase) => {
    const line = `${phase} ${Math.round(done * 20) * 5} %`
    if (line !== told) process.stderr.write(process.stderr.isTTY ? `\r${line.padEnd(60)}` : `${line}\n`)
    told = line
  }
}

function table(result: IntentEvaluation): string {
  const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(2)} %`)
  const rows: [string, string][] = [
    ['messages', String(result.examples)],
    ['needs', String(result.labels)],
    ['accuracy, nothing rejected', percent(result.accuracy)],
    ['accuracy at the threshold', percent(result.accuracyWithRejection)],
    ['out-of-scope recall', percent(result.oosRecall)],
    ['out-of-scope AUROC', percent(result.oosAuroc)],
    ['MCC', result.mcc === null ? '-' : result.mcc.toFixed(3)],
    ['macro-F1', percent(result.macroF1)],
    ['calibration error (ECE)', percent(result.ece)],
    ['training', `${(result.trainMs / 1000).toFixed(1)} s`],
    ['one message, p50 / p99', `${result.latencyMs.p50.toFixed(2)} / ${result.latencyMs.p99.toFixed(2)} ms`],
    ['threshold', result.threshold.toFixed(3)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(28)}${value}`).join('\n')
}
