import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../bench/nlu/measure.ts'
import { comparisonTable } from '../../../bench/nlu/table.ts'

const own: Measurement = {
  accuracy: 0.95,
  scoreAuroc: 0.9,
  outOfScopeAuroc: 0.97,
  trainMs: 5_000,
  classifyMs: { p50: 0.1, p99: 0.5 },
  understandMs: { p50: 0.2, p99: 1 },
  libraryBytes: 10e6,
  totalBytes: 40e6,
}

describe('the table of the comparison', () => {
  it("shows what is another library's with its multiple of Candor's", () => {
    const other = { ...own, outOfScopeAuroc: null, trainMs: 100_000, understandMs: null, totalBytes: 20e6 }
    const outcomes = {
      candor: { kind: 'measured', measurement: own },
      natural: { kind: 'measured', measurement: other },
    } as const
    const [, , candor, natural] = comparisonTable(['set'], [{ head: ['A'], outcomes }])
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(candor?.slice(1, -1)).toEqual([
      'A',
      'Candor',
      '95.0 %',
      '0.900',
      '0.970',
      '5.0 s',
      '0.10 / 0.50',
      '0.20 / 1.00',
      '40',
    ])
    expect(natural?.slice(1, -1)).toEqual([
      '',
      'natural, Bayes',
      '95.0 %',
      '0.900',
      '-',
      '100.0 s (20×)',
      '0.10 (1.0×) / 0.50 (1.0×)',
      '-',
      '20 (0.5×)',
    ])
  })

  it('says which library did not finish, and why', () => {
    const table = comparisonTable(
      ['set'],
      [
        {
          head: ['A'],
          outcomes: {
            natural: { kind: 'too-slow', limitMs: 120_000 },
            nlpjs: { kind: 'failed', problem: 'out of memory' },
          },
        },
      ],
    )
    expect(table).toContain('not within 120 s')
    expect(table).toContain('failed: out of memory')
  })
})
