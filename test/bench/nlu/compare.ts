import { type CandidateName, type LabelledMessage, OUT_OF_SCOPE } from './candidate.ts'
import { type DataSet, readDataSet } from './data-sets.ts'
import { expectTooSlow, type Size } from './growth.ts'
import type { Job } from './measure.ts'
import { quickSample } from './quick-sample.ts'
import { type Outcome, runMeasurement } from './run-measurement.ts'
import { makeSyntheticMessages } from './synthetic-messages.ts'
import { CANDIDATE_TITLES } from './table.ts'

export interface CompareOptions {
  candidates: CandidateName[]
  seed: number
  /** Small samples instead of the whole sets. */
  quick: boolean
  /** Told what is going on, line by line. */
  tell(line: string): void
}

export type Outcomes = Partial<Record<CandidateName, Outcome>>

const DATA_SET_LIMIT_MS = 900_000
const GROWTH_LIMIT_MS = 120_000
/** How Candor grows is the question, so it may take its time. */
const CANDOR_GROWTH_LIMIT_MS = 3_600_000
const GROWTH_MESSAGES = 1_000

/** Measures every candidate on the same part of a data set. */
export async function compareOnDataSet(set: DataSet, folder: string, options: CompareOptions) {
  const whole = await readDataSet(folder, set, options.seed)
  const { train, test } = options.quick ? quickSample(whole, options.seed) : whole
  const outcomes: Outcomes = {}
  for (const candidate of options.candidates) {
    const job = { candidate, language: set.language, train, test, seed: options.seed }
    outcomes[candidate] = await measureAloud(set.title, job, DATA_SET_LIMIT_MS, options)
  }
  const outOfScope = test.filter(({ label }) => label === OUT_OF_SCOPE).length
  return {
    key: set.key,
    title: set.title,
    needs: countNeeds(train),
    examples: train.length,
    inScope: test.length - outOfScope,
    outOfScope,
    outcomes,
  }
}

/** Measures every candidate on synthetic messages of each size, smaller ones first. */
export async function compareGrowth(sizes: Size[], options: CompareOptions) {
  const rows: (Size & { outcomes: Outcomes })[] = []
  for (const size of sizes) {
    const { train, test } = makeSyntheticMessages({ ...size, messages: GROWTH_MESSAGES, seed: options.seed })
    const outcomes: Outcomes = {}
    for (const candidate of options.candidates) {
      const before = rows.flatMap(({ outcomes: { [candidate]: outcome }, ...smaller }) =>
        outcome === undefined ? [] : [{ size: smaller, outcome }],
      )
      const job = { candidate, language: 'en' as const, train, test, seed: options.seed }
      const limitMs = candidate === 'candor' ? CANDOR_GROWTH_LIMIT_MS : GROWTH_LIMIT_MS
      const title = `${size.needs} needs, ${size.examples} examples`
      outcomes[candidate] = expectTooSlow(size, before) ?? (await measureAloud(title, job, limitMs, options))
    }
    rows.push({ ...size, outcomes })
  }
  return rows
}

async function measureAloud(title: string, job: Job, limitMs: number, { tell }: CompareOptions): Promise<Outcome> {
  const name = `${title}, ${CANDIDATE_TITLES[job.candidate]}`
  const startedAt = performance.now()
  const outcome = await runMeasurement(job, { limitMs, onPhase: (phase) => tell(`${name}: ${phase} …`) })
  const passed = ((performance.now() - startedAt) / 1_000).toFixed(1)
  tell(`${name}: ${outcome.kind === 'failed' ? outcome.problem : outcome.kind} after ${passed} s`)
  return outcome
}

function countNeeds(messages: LabelledMessage[]): number {
  return new Set(messages.map(({ label }) => label)).size
}
