import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { CandorError } from '../../../domain/index.ts'
import { CANDIDATES } from './candidate.ts'
import { type CompareOptions, compareGrowth, compareOnDataSet } from './compare.ts'
import { installCompetitors, versionIn, wantedCompetitors } from './competitors.ts'
import { type DataSet, explainMissingData, findDataSets, selectDataSets } from './data-sets.ts'
import { QUICK_SIZES, SIZES } from './growth.ts'
import { comparisonTable } from './table.ts'

interface BenchOptions {
  json?: true
  only?: string
  quick: boolean
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SEED = 1

export function nluBenchCommand(): Command {
  return new Command('nlu')
    .description('understanding beside natural and nlp.js: accuracy, time, memory, and how they grow')
    .option('--only <names>', 'these data sets (comma-separated), and no growth')
    .option('--quick', 'small samples, to see that everything runs; the figures say little', false)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: BenchOptions) => {
      try {
        await runNluBench(options)
      } catch (error) {
        if (!(error instanceof CandorError)) throw error
        tell(error.message)
        process.exitCode = 1
      }
    })
}

async function runNluBench({ only, quick, json }: BenchOptions): Promise<void> {
  const folder = process.env.BENCH_DATA ?? join(ROOT, '..', 'shared', 'bench-data')
  const present = findDataSets(folder)
  const chosen = only === undefined ? present : selectDataSets(present, only.split(','))
  if (chosen.length === 0) {
    tell(explainMissingData(folder))
    process.exitCode = 1
    return
  }
  const installation = installCompetitors(tell)
  if (installation.kind === 'missing') tell(`nlp.js is left out. ${installation.problem}`)
  const candidates = CANDIDATES.filter((name) => name !== 'nlpjs' || installation.kind === 'installed')
  const options: CompareOptions = { candidates, seed: SEED, quick, tell }

  const dataSets = []
  for (const set of chosen) dataSets.push(await compareOnDataSet(set, folder, options))
  const growth = only === undefined ? await compareGrowth(quick ? QUICK_SIZES : SIZES, options) : []

  console.log(`${environment()}\n`)
  console.log(
    comparisonTable(
      ['data set', 'needs', 'examples', 'messages', 'out of scope'],
      dataSets.map(({ title, needs, examples, inScope, outOfScope, outcomes }) => ({
        head: [title, count(needs), count(examples), count(inScope), count(outOfScope)],
        outcomes,
      })),
    ),
  )
  if (growth.length > 0) {
    console.log('\nGrowth, on synthetic messages:\n')
    const rows = growth.map(({ needs, examples, outcomes }) => ({ head: [count(needs), count(examples)], outcomes }))
    console.log(comparisonTable(['needs', 'examples'], rows))
  }
  console.log(`\n${legend(chosen)}`)
  if (quick) console.log('A quick run on small samples: not figures to quote.')
  if (json) console.log(JSON.stringify({ quick, seed: SEED, dataSets, growth }))
  if ([...dataSets, ...growth].some(({ outcomes }) => outcomes.candor?.kind !== 'measured')) process.exitCode = 1
}

function environment(): string {
  const natural = versionIn(join(ROOT, 'node_modules', 'natural', 'package.json'))
  const others = Object.entries(wantedCompetitors()).map(([name, version]) => `${name} ${version}`)
  return `Node ${process.versions.node}, ${availableParallelism()} cores, seed ${SEED}; natural ${natural}, ${others.join(', ')}`
}

function legend(sets: DataSet[]): string {
  const measuredOn = sets.map(({ key, measuredOn }) => `${key} ${measuredOn ?? 'a fifth of train.csv, kept back'}`)
  return [
    `Measured on: ${measuredOn.join(', ')}.`,
    'In parentheses: the multiple of Candor. Accuracy: messages in scope, nothing rejected. No out-of-scope message is trained on.',
    'AUROC: how well messages in scope are told from others (0.5 is chance), by the score of the first need, and by the out-of-scope estimate, which Candor alone gives.',
    'Ranking: classify of Candor, getClassifications of natural, nluManager.process of nlp.js. Whole message: understand of Candor (several needs, entities, sentiment, reasons), process of nlp.js (sentiment).',
    'Memory: heap and external after garbage collection, library and trained model. Each library runs in a process of its own, with its defaults, on the same shuffled examples.',
    "natural's score is the share of its first value among all: the values themselves shrink with every word.",
    'Chinese: Candor takes the text as it is; nlp.js needs its package for Chinese; natural makes nothing of Chinese strings and is given one token per character.',
  ].join('\n')
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
