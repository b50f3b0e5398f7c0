import type { CandidateName } from './candidate.ts'
import type { Measurement, Percentiles } from './measure.ts'
import type { Outcome } from './run-measurement.ts'

export const CANDIDATE_TITLES: Record<CandidateName, string> = {
  candor: 'Candor',
  natural: 'natural, Bayes',
  nlpjs: 'nlp.js',
}

/** What the candidates came to on the same messages. */
export interface Comparison {
  /** What the messages are: the first cells of the first row. */
  head: string[]
  outcomes: Partial<Record<CandidateName, Outcome>>
}

export const COLUMNS = [
  'library',
  'accuracy',
  'AUROC by score',
  'AUROC by estimate',
  'training',
  'ranking p50 / p99, ms',
  'whole message p50 / p99, ms',
  'memory, MB',
]

/** A Markdown table; what is not Candor's has its multiple of Candor's beside it. */
export function comparisonTable(headColumns: string[], comparisons: Comparison[]): string {
  const rows = comparisons.flatMap(({ head, outcomes }) => {
    const candor = outcomes.candor?.kind === 'measured' ? outcomes.candor.measurement : undefined
    return (Object.keys(outcomes) as CandidateName[]).map((name, index) => {
      const outcome = outcomes[name]
      const cells = outcome === undefined ? [] : outcomeCells(outcome, name === 'candor' ? undefined : candor)
      return [...head.map((cell) => (index === 0 ? cell : '')), CANDIDATE_TITLES[name], ...cells]
    })
  })
  return markdown([...headColumns, ...COLUMNS], rows)
}

function outcomeCells(outcome: Outcome, candor: Measurement | undefined): string[] {
  if (outcome.kind === 'too-slow') return [`not within ${outcome.limitMs / 1_000} s`]
  if (outcome.kind === 'failed') return [`failed: ${outcome.problem}`]
  const { measurement: own } = outcome
  return [
    `${(100 * own.accuracy).toFixed(1)} %`,
    own.scoreAuroc?.toFixed(3) ?? '-',
    own.outOfScopeAuroc?.toFixed(3) ?? '-',
    duration(own.trainMs) + multiple(own.trainMs, candor?.trainMs),
    latency(own.classifyMs, candor?.classifyMs),
    own.understandMs === null ? '-' : latency(own.understandMs, candor?.understandMs ?? undefined),
    megabytes(own.totalBytes) + multiple(own.totalBytes, candor?.totalBytes),
  ]
}

function duration(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
}

function latency({ p50, p99 }: Percentiles, candor: Percentiles | undefined): string {
  return `${p50.toFixed(2)}${multiple(p50, candor?.p50)} / ${p99.toFixed(2)}${multiple(p99, candor?.p99)}`
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1e6))
}

/** ` (2.4×)`; nothing where there is nothing to compare with. */
function multiple(value: number, candor: number | undefined): string {
  if (candor === undefined || candor === 0) return ''
  const times = value / candor
  return ` (${times >= 10 ? Math.round(times) : times >= 0.1 ? times.toFixed(1) : times.toFixed(2)}×)`
}

/** A Markdown table with aligned columns. */
export function markdown(header: string[], rows: string[][]): string {
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: string[]) => `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
