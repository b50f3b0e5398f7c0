import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { inWorker } from '../../../bot/models/index.ts'
import { CandorError } from '../../../domain/index.ts'
import { type DataSet, explainMissingData, findDataSets, selectDataSets } from '../nlu/data-sets.ts'
import { markdown } from '../nlu/table.ts'
import { curvesSvg } from './curves-svg.ts'
import { CHALLENGERS, CHAMPIONS, falsePromotions } from './false-promotions.ts'
import { labelsNeeded } from './labels-needed.ts'
import { GOAL, ORDERS, type Order, type Revealed } from './reveal-labels.ts'
import type { RevealTask } from './reveal-worker.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const CHOSEN = ['clinc150', 'banking77']
const SEEDS = '1,2,3'
/** Trainings at the same time. */
const THREADS = 2

interface BenchOptions {
  only: string
  seeds: string
  pictures?: string
  json?: true
}

export function learningBenchCommand(): Command {
  return new Command('learning')
    .description(
      "labels that Candor's order needs beside random order, and how often the gate promotes what is useless",
    )
    .option('--only <names>', 'these data sets (comma-separated)', CHOSEN.join(','))
    .option('--seeds <numbers>', 'draws of the first ten labels per need (comma-separated)', SEEDS)
    .option('--pictures <folder>', 'write the curves there as learning-NAME.svg')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: BenchOptions) => {
      try {
        await runLearningBench(options)
      } catch (error) {
        if (!(error instanceof CandorError)) throw error
        tell(error.message)
        process.exitCode = 1
      }
    })
}

interface Draw extends Revealed {
  seed: number
  goal: number
  labels: Record<Order, number | null>
}

async function runLearningBench({ only, seeds, pictures, json }: BenchOptions): Promise<void> {
  const folder = process.env.BENCH_DATA ?? join(ROOT, '..', 'shared', 'bench-data')
  const sets = selectDataSets(findDataSets(folder), only.split(','))
  if (sets.length === 0) {
    tell(explainMissingData(folder))
    process.exitCode = 1
    return
  }
  const tasks = sets.flatMap((dataSet) => readSeeds(seeds).map((seed): RevealTask => ({ folder, dataSet, seed })))
  const draws = await inTurn(tasks, THREADS, revealed)
  const results = sets.map((set) => ({ set, draws: draws.filter((_, i) => tasks[i]?.dataSet === set) }))
  console.log(
    markdown(
      ['data set', 'seed', 'full', 'goal', 'ten per need', "labels, Candor's order", 'labels, random order', 'ratio'],
      results.flatMap(({ set, draws: own }) => [
        ...own.map((draw) => rowOf(set, draw)),
        [set.title, 'mean', '', '', '', '', '', figure(labelRatio(own), 2)],
      ]),
    ),
  )
  tell('the gate: useless challengers')
  const falsePromotionRate = falsePromotions()
  console.log(
    `\nOf ${CHAMPIONS} champions that met ${CHALLENGERS} useless challengers each, ${percent(falsePromotionRate)} were replaced.`,
  )
  if (pictures !== undefined) {
    for (const { set, draws: own } of results) {
      writeFileSync(join(pictures, `learning-${set.key}.svg`), curvesSvg(set.title, own))
    }
  }
  if (json) {
    const bySet = results.map(({ set, draws: own }) => [set.key, { labelRatio: labelRatio(own), draws: own }])
    console.log(JSON.stringify({ ...Object.fromEntries(bySet), falsePromotionRate }))
  }
}

/** @throws CandorError CONFIG_INVALID for what is no list of whole numbers */
function readSeeds(text: string): number[] {
  const seeds = text.split(',').map(Number)
  if (seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)) return seeds
  throw new CandorError('CONFIG_INVALID', {
    field: '--seeds',
    problem: `"${text}" is no list of whole numbers`,
    mend: `Give it like ${SEEDS}.`,
  })
}

/** The results in the order of the tasks, some of them done at the same time. */
async function inTurn<Task, Result>(
  tasks: readonly Task[],
  threads: number,
  work: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = [...tasks.entries()]
  const takeOn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: threads }, takeOn))
  return results
}

async function revealed(task: RevealTask): Promise<Draw> {
  const { dataSet, seed } = task
  const file = new URL('./reveal-worker.ts', import.meta.url)
  const found = await inWorker<Revealed>(file, task, (_, phase) => tell(`${dataSet.title}, seed ${seed}, ${phase}`))
  const goal = GOAL * found.full
  const [candor, random] = ORDERS.map((order) => labelsNeeded(found.curves[order], goal))
  return { ...found, seed, goal, labels: { candor: candor ?? null, random: random ?? null } }
}

/** Mean over the draws; null when an order never reached the goal. */
function labelRatio(draws: readonly Draw[]): number | null {
  const ratios = draws.map(({ labels: { candor, random } }) =>
    candor === null || random === null ? null : candor / random,
  )
  return ratios.reduce((sum, ratio) => (sum === null || ratio === null ? null : sum + ratio / ratios.length), 0)
}

function rowOf({ title }: DataSet, { seed, full, goal, curves, labels }: Draw): string[] {
  const { candor, random } = labels
  const ratio = candor === null || random === null ? null : candor / random
  const start = curves.candor[0]?.accuracy ?? 0
  return [
    title,
    String(seed),
    percent(full),
    percent(goal),
    percent(start),
    figure(candor, 0),
    figure(random, 0),
    figure(ratio, 2),
  ]
}

function figure(value: number | null, digits: number): string {
  return value === null ? 'never' : value.toFixed(digits)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
