import type { Language } from '../../../domain/index.ts'
import { quantile } from '../../../nlp/evaluation/evaluate-intents.ts'
import { areaUnderCurve } from '../../../nlp/evaluation/scores.ts'
import { type CandidateName, type LabelledMessage, loadCandidate, OUT_OF_SCOPE, type Ranking } from './candidate.ts'

/** What one candidate is to do. */
export interface Job {
  candidate: CandidateName
  language: Language
  train: LabelledMessage[]
  test: LabelledMessage[]
  seed: number
}

export interface Percentiles {
  p50: number
  p99: number
}

/** Shares are 0..1; null where the messages, or the candidate, cannot tell. */
export interface Measurement {
  /** Of the in-scope messages, those whose first need is right, nothing rejected. */
  accuracy: number
  /** How well the first need's score tells in-scope messages from the others. */
  scoreAuroc: number | null
  /** The same of the out-of-scope probability, where the candidate estimates one. */
  outOfScopeAuroc: number | null
  trainMs: number
  classifyMs: Percentiles
  /** Of all that the candidate tells about a message; null where that is the ranking alone. */
  understandMs: Percentiles | null
  /** Heap and external memory taken after garbage collection: by the library alone, and with the trained model. */
  libraryBytes: number
  totalBytes: number
}

export type Phase = 'loading' | 'training' | 'classifying'

/** What is read off the machine. */
export interface Gauges {
  /** Milliseconds from any start. */
  now(): number
  /** Memory in use, after garbage collection. */
  usedBytes(): number
}

/** Training messages classified before any time is taken, so that code is measured as it serves: compiled. */
const WARM_UP = 200

/** Loads, trains and measures one candidate. Wants a process of its own: memory is told from what was there before. */
export async function measure(job: Job, gauges: Gauges, onPhase: (phase: Phase) => void): Promise<Measurement> {
  const timed = async <Result>(latencies: number[], work: () => Result | Promise<Result>): Promise<Result> => {
    const from = gauges.now()
    const result = work()
    const value = result instanceof Promise ? await result : result
    latencies.push(gauges.now() - from)
    return value
  }
  onPhase('loading')
  const emptyBytes = gauges.usedBytes()
  const candidate = await loadCandidate(job.candidate, job.language)
  const loadedBytes = gauges.usedBytes()
  onPhase('training')
  const training: number[] = []
  const trained = await timed(training, () => candidate.train(job.train, job.seed))
  const trainedBytes = gauges.usedBytes()
  onPhase('classifying')
  for (const { text } of job.train.slice(0, WARM_UP)) {
    await trained.classify(text)
    await trained.understand?.(text)
  }
  const classifying: number[] = []
  const understanding: number[] = []
  const results: { label: string; ranking: Ranking }[] = []
  for (const [index, { text, label }] of job.test.entries()) {
    // A message is timed at its first appearance only (nlp.js remembers those it has seen), every second in whole.
    const whole = trained.understand !== undefined && index % 2 === 1
    if (whole) await timed(understanding, () => trained.understand?.(text))
    results.push({ label, ranking: await timed(whole ? [] : classifying, () => trained.classify(text)) })
  }
  const inScope = results.filter(({ label }) => label !== OUT_OF_SCOPE)
  return {
    accuracy: inScope.filter(({ label, ranking }) => ranking.need === label).length / Math.max(1, inScope.length),
    scoreAuroc: aurocOf(results, ({ score }) => -score),
    outOfScopeAuroc: aurocOf(results, ({ outOfScope }) => outOfScope),
    trainMs: training[0] ?? 0,
    classifyMs: percentiles(classifying),
    understandMs: understanding.length === 0 ? null : percentiles(understanding),
    libraryBytes: loadedBytes - emptyBytes,
    totalBytes: trainedBytes - emptyBytes,
  }
}

function aurocOf(
  results: { label: string; ranking: Ranking }[],
  strangeness: (ranking: Ranking) => number | undefined,
): number | null {
  return areaUnderCurve(
    results.flatMap(({ label, ranking }) => {
      const score = strangeness(ranking)
      return score === undefined ? [] : [{ score, positive: label === OUT_OF_SCOPE }]
    }),
  )
}

function percentiles(latencies: number[]): Percentiles {
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) }
}
