import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { intentReasonText } from '../../../bot/commands/intent-reason-text.ts'
import { mcnemarTest, signFlipTest } from '../../../nlp/index.ts'
import { explainMissingData } from '../nlu/data-sets.ts'
import { markdown } from '../nlu/table.ts'
import { type LoopOutcome, type Read, runLoop } from './run-loop.ts'

const ROOT = join(import.meta.dirname, '../../..')
const DATA_SET = 'hint3-sofmattress'
/** Of the coins of the pooled test. */
const SEED = 20_261_122

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
  const header = ['seed', 'model', 'read right', 'served right', 'answered right', 'answered wrong', 'handed over']
  const tests = ['seed', 'read: gained', 'lost', 'p', 'served: gained', 'lost', 'p']
  const [first, now] = [outcomes.flatMap((one) => one.first), outcomes.flatMap((one) => one.now)]
  return [
    markdown(header, [
      ...outcomes.flatMap((one) => rowsOf(String(one.seed), one.first, one.now)),
      ...rowsOf('all', first, now),
    ]),
    '',
    'read right: the likeliest of the needs and "none" is the truth; served right: the need was answered, or what is none was not.',
    'answered and handed over: by the first reply.',
    '',
    markdown(tests, [
      ...outcomes.map((one) => [String(one.seed), ...testCells(pairedTests(one.first, one.now))]),
      ['all', ...testCells(pooledTests(first, now))],
    ]),
    '',
    'gained, lost: messages of the second half that only the model that serves now gets right, or only the first one.',
    'p: exact McNemar test, one-sided; over all seeds a sign-flip test that takes each message once, however often it was drawn.',
    '',
    ...outcomes.flatMap(gateText),
  ].join('\n')
}

function rowsOf(seed: string, first: readonly Read[], now: readonly Read[]): string[][] {
  return [
    [seed, 'first', ...cells(first)],
    ['', 'now', ...cells(now)],
  ]
}

function cells(reads: readonly Read[]): string[] {
  const { readRight, servedRight, answeredRight, answeredWrong, handedOver } = countsOf(reads)
  const share = (count: number) => `${count} (${((100 * count) / reads.length).toFixed(1)} %)`
  return [readRight, servedRight, answeredRight, answeredWrong, handedOver].map(share)
}

interface Paired {
  gained: number
  lost: number
  p: number
}

function testCells({ read, served }: { read: Paired; served: Paired }): string[] {
  return [read, served].flatMap(({ gained, lost, p }) => [String(gained), String(lost), p.toPrecision(2)])
}

function countsOf(reads: readonly Read[]) {
  const many = (test: (read: Read) => boolean) => reads.filter(test).length
  return {
    messages: reads.length,
    readRight: many(({ right }) => right),
    servedRight: many(({ served }) => served),
    answeredRight: many(({ answered }) => answered === 'right'),
    answeredWrong: many(({ answered }) => answered === 'wrong'),
    handedOver: many(({ handedOver }) => handedOver),
  }
}

type Right = (read: Read) => boolean

/** What changed, message by message: 1 gained, -1 lost. */
function changes(first: readonly Read[], now: readonly Read[], right: Right): number[] {
  return now.map((read, i) => Number(right(read)) - Number(right(first[i] as Read)))
}

function paired(first: readonly Read[], now: readonly Read[], right: Right, p?: number): Paired {
  const changed = changes(first, now, right)
  const gained = changed.filter((change) => change > 0).length
  const lost = changed.filter((change) => change < 0).length
  return { gained, lost, p: p ?? mcnemarTest(gained, lost) }
}

function pairedTests(first: readonly Read[], now: readonly Read[]) {
  return { read: paired(first, now, ({ right }) => right), served: paired(first, now, ({ served }) => served) }
}

/** Halves of several draws share messages: what changed is added up by message, which is one piece of evidence. */
function pooledTests(first: readonly Read[], now: readonly Read[]) {
  const pooled = (right: Right) => {
    const byMessage = new Map<string, number>()
    for (const [i, change] of changes(first, now, right).entries()) {
      const { text } = now[i] as Read
      byMessage.set(text, (byMessage.get(text) ?? 0) + change)
    }
    return paired(first, now, right, signFlipTest([...byMessage.values()], SEED, 1e-4))
  }
  return { read: pooled(({ right }) => right), served: pooled(({ served }) => served) }
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
  const [before, after] = [outcomes.flatMap(({ first }) => first), outcomes.flatMap(({ now }) => now)]
  return {
    seeds: outcomes.map(({ first, now, ...rest }) => ({
      ...rest,
      first: countsOf(first),
      now: countsOf(now),
      paired: pairedTests(first, now),
    })),
    pooled: { first: countsOf(before), now: countsOf(after), paired: pooledTests(before, after) },
  }
}

function positive(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('Give a whole number from 1.')
}
