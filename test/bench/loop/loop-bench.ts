import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { intentReasonText } from '../../../bot/commands/intent-reason-text.ts'
import { mcnemarTest } from '../../../nlp/index.ts'
import { explainMissingData } from '../nlu/data-sets.ts'
import { markdown } from '../nlu/table.ts'
import { type LoopOutcome, type Read, runLoop } from './run-loop.ts'

const ROOT = join(import.meta.dirname, '../../..')
const DATA_SET = 'hint3-sofmattress'

export function loopBenchCommand(): Command {
  return new Command('loop')
    .description('the whole feedback loop on real messages: half teach it, the other half tell what that gained')
    .option('--seeds <number>', 'how often, each time with other halves', positive, 5)
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ seeds, json }: { seeds: number; json?: true }) => {
      const folder = process.env.BENCH_DATA ?? join(ROOT, '..', 'shared', 'bench-data')
      const data = join(folder, DATA_SET)
      if (!existsSync(join(data, 'train.csv'))) {
        process.stderr.write(`${explainMissingData(folder)}\n`)
        process.exitCode = 1
        return
      }
      const outcomes: LoopOutcome[] = []
      for (let seed = 1; seed <= seeds; seed++) {
        outcomes.push(await runLoop(data, seed, (line) => process.stderr.write(`seed ${seed}: ${line}\n`)))
      }
      console.log(asText(outcomes))
      if (json) console.log(JSON.stringify(summaryOf(outcomes)))
    })
}

function asText(outcomes: readonly LoopOutcome[]): string {
  const header = [
    'seed',
    'model',
    'read right',
    'answered right',
    'answered wrong',
    'handed over',
    'gained',
    'lost',
    'p',
  ]
  const rows = outcomes.flatMap(({ seed, first, now }) => rowsOf(String(seed), first, now))
  const pooled = rowsOf(
    'all',
    outcomes.flatMap(({ first }) => first),
    outcomes.flatMap(({ now }) => now),
  )
  return [
    markdown(header, [...rows, ...pooled]),
    '',
    'gained, lost: messages of the second half that only the model that serves now reads right, or only the first one;',
    'p: exact McNemar test, one-sided. Over all seeds a message counts as often as it was in a second half, so that p is too small there.',
    '',
    ...outcomes.flatMap(gateText),
  ].join('\n')
}

function rowsOf(seed: string, first: readonly Read[], now: readonly Read[]): string[][] {
  const { gained, lost, p } = paired(first, now)
  return [
    [seed, 'first', ...cells(first), '', '', ''],
    ['', 'now', ...cells(now), String(gained), String(lost), p.toPrecision(2)],
  ]
}

function cells(reads: readonly Read[]): string[] {
  const { readRight, answeredRight, answeredWrong, handedOver } = countsOf(reads)
  const share = (count: number) => `${count} (${((100 * count) / reads.length).toFixed(1)} %)`
  return [readRight, answeredRight, answeredWrong, handedOver].map(share)
}

function countsOf(reads: readonly Read[]) {
  const many = (test: (read: Read) => boolean) => reads.filter(test).length
  return {
    messages: reads.length,
    readRight: many(({ right }) => right),
    answeredRight: many(({ answered }) => answered === 'right'),
    answeredWrong: many(({ answered }) => answered === 'wrong'),
    handedOver: many(({ handedOver }) => handedOver),
  }
}

function paired(first: readonly Read[], now: readonly Read[]) {
  const changed = now.map(({ right }, i) => Number(right) - Number(first[i]?.right))
  const gained = changed.filter((change) => change > 0).length
  const lost = changed.filter((change) => change < 0).length
  return { gained, lost, p: mcnemarTest(gained, lost) }
}

function gateText({ seed, labelled, accepted, gate, now, decidedByNow, personal }: LoopOutcome): string[] {
  const verdict = gate.tried ? (gate.promoted ? 'promoted' : 'kept back') : 'nothing was tried'
  return [
    `seed ${seed}: ${labelled} handovers labelled, ${accepted} messages accepted; ${verdict}`,
    ...gate.reasons.map((reason) => `  ${intentReasonText(reason)}`),
    `  ${decidedByNow} of ${now.length} turns decided by the model that serves now`,
    `  personal data in the replayed messages: ${personal.pieces}, in the bytes of the model: ${personal.found.length}${
      personal.found.length > 0 ? ` (${personal.found.join(', ')})` : ''
    }`,
  ]
}

function summaryOf(outcomes: readonly LoopOutcome[]) {
  const of = (first: readonly Read[], now: readonly Read[]) => ({
    first: countsOf(first),
    now: countsOf(now),
    ...paired(first, now),
  })
  return {
    seeds: outcomes.map(({ first, now, ...rest }) => ({ ...rest, ...of(first, now) })),
    pooled: of(
      outcomes.flatMap(({ first }) => first),
      outcomes.flatMap(({ now }) => now),
    ),
  }
}

function positive(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('Give a whole number from 1.')
}
