import { describe, expect, it } from 'vitest'
import type { Job } from '../../../bench/nlu/measure.ts'
import { runMeasurement } from '../../../bench/nlu/run-measurement.ts'
import { makeSyntheticMessages } from '../../../bench/nlu/synthetic-messages.ts'

const { train, test } = makeSyntheticMessages({ needs: 3, examples: 60, messages: 40, seed: 1 })
const strangers = [{ text: 'quux quux', label: 'oos' }]
const job: Job = { candidate: 'natural', language: 'en', train, test: [...test, ...strangers], seed: 1 }

describe('a measurement', () => {
  it('tells accuracy, times and memory of a candidate in a process of its own', async () => {
    const phases: string[] = []
    const outcome = await runMeasurement(job, { limitMs: 50_000, onPhase: (phase) => phases.push(phase) })
    expect(phases).toEqual(['loading', 'training', 'classifying'])
    expect(outcome).toMatchObject({
      kind: 'measured',
      measurement: { outOfScopeAuroc: null, understandMs: null, trainMs: expect.any(Number) },
    })
    if (outcome.kind !== 'measured') return
    expect(outcome.measurement.accuracy).toBeGreaterThan(1 / 3)
    expect(outcome.measurement.scoreAuroc).toBeGreaterThan(0.5)
    expect(outcome.measurement.libraryBytes).toBeGreaterThan(1e6)
  })

  it('has the out-of-scope estimate and the whole understanding of Candor besides', async () => {
    const outcome = await runMeasurement({ ...job, candidate: 'candor' }, { limitMs: 50_000 })
    expect(outcome).toMatchObject({
      kind: 'measured',
      measurement: { outOfScopeAuroc: expect.any(Number), understandMs: { p50: expect.any(Number) } },
    })
  })

  it('ends a candidate that is too slow', async () => {
    expect(await runMeasurement(job, { limitMs: 1 })).toEqual({ kind: 'too-slow', limitMs: 1 })
  })

  it('tells why a candidate failed', async () => {
    const outcome = await runMeasurement({ ...job, candidate: 'candor', train: train.slice(0, 1) }, { limitMs: 50_000 })
    expect(outcome).toMatchObject({ kind: 'failed', problem: expect.stringContaining('TRAINING_TOO_LITTLE') })
  })
})
