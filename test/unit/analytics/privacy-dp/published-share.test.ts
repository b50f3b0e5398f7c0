import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  discreteLaplaceVariance,
  noiseVariance,
  noisyCells,
  noisyShareInterval,
  publishedShare,
  publishedSteps,
  SMALLEST_CELL,
  wilsonInterval,
} from '../../../../analytics/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

const LAPLACE_95 = Math.log(20) / Math.SQRT2
const anySplit = fc.record({
  within: fc.integer({ min: -60, max: 2000 }),
  others: fc.integer({ min: -60, max: 2000 }),
  cellsWithin: fc.integer({ min: 1, max: 4 }),
  cellsOthers: fc.integer({ min: 1, max: 4 }),
  variance: fc.double({ min: 0, max: 2000, noNaN: true }),
})

describe('the interval of a share of noisy counts', () => {
  test('is that of Wilson where there is no noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (within, others) => {
        fc.pre(within + others > 0)
        const found = noisyShareInterval({ within, others, cellsWithin: 1, cellsOthers: 1, variance: 0 })
        const wanted = wilsonInterval(within, within + others, LAPLACE_95)
        expect(found.low).toBeCloseTo(wanted.low, 9)
        expect(found.high).toBeCloseTo(wanted.high, 9)
      }),
    )
  })

  test('lies within 0..1 and holds the share of counts that can be, whatever the noise', () => {
    fc.assert(
      fc.property(anySplit, (split) => {
        const { low, high } = noisyShareInterval(split)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        const n = split.within + split.others
        if (n <= 0 || split.within < 0 || split.others < 0) return
        const share = split.within / n
        expect(low).toBeLessThanOrEqual(share + 1e-9)
        expect(high).toBeGreaterThanOrEqual(share - 1e-9)
      }),
    )
  })

  test.each([
    { n: 40, p: 0.8 },
    { n: 200, p: 0.95 },
    { n: 2000, p: 0.3 },
  ])('holds the true share in at least 95 of 100 cases: $n customers, $p', ({ n, p }) => {
    const noise = { rowsPerCustomer: 1, epsilonMicros: 83_333 }
    const [random, bytes] = [seededRandom(5), seededBytes(6)]
    const runs = 3000
    let held = 0
    for (let run = 0; run < runs; run++) {
      const within = Array.from({ length: n }, () => random() < p).filter(Boolean).length
      const noisy = noisyCells({ within, others: n - within }, noise, bytes)
      const { low, high } = noisyShareInterval({
        ...noisy,
        cellsWithin: 1,
        cellsOthers: 1,
        variance: noiseVariance(noise),
      })
      if (low <= p && p <= high) held++
    }
    // Three standard errors of 3,000 runs below 95 %.
    expect(held / runs).toBeGreaterThan(0.938)
  })
})

describe('what is published of a share', () => {
  test('never shows a group of fewer than ten, nor lets it be worked out', () => {
    fc.assert(
      fc.property(anySplit, (split) => {
        const shown = publishedShare(split)
        const { within, others } = split
        if (shown.kind === 'few' || shown.kind === 'uncertain') return
        expect(shown.n).toBeGreaterThanOrEqual(SMALLEST_CELL)
        if (shown.kind === 'share') expect(Math.min(within, others)).toBeGreaterThanOrEqual(SMALLEST_CELL)
        const same = (change: number) => {
          const moved = { ...split, within: within + change, others: others - change }
          return JSON.stringify(publishedShare(moved)) === JSON.stringify(shown)
        }
        // Nine, five or none on the other side: it looks the same.
        if (shown.kind === 'above')
          for (let rest = others; rest >= others - 3; rest--) expect(same(others - rest)).toBe(true)
        if (shown.kind === 'below')
          for (let rest = within; rest >= within - 3; rest--) expect(same(rest - within)).toBe(true)
      }),
    )
  })

  test('is withheld below ten, and shown from ten on each side on', () => {
    const split = { cellsWithin: 1, cellsOthers: 1, variance: discreteLaplaceVariance(0.2) }
    expect(publishedShare({ ...split, within: 9, others: 0 })).toEqual({ kind: 'few' })
    expect(publishedShare({ ...split, within: 9, others: 9 })).toEqual({ kind: 'few' })
    expect(publishedShare({ ...split, within: 190, others: 9 })).toMatchObject({ kind: 'above', share: 0.95, n: 199 })
    expect(publishedShare({ ...split, within: 9, others: 190 })).toMatchObject({ kind: 'below', share: 0.05, n: 199 })
    expect(publishedShare({ ...split, within: 190, others: 10 })).toMatchObject({ kind: 'share', share: 0.95, n: 200 })
  })

  test('is withheld where the noise is larger than the figure', () => {
    const split = { within: 30, others: 30, cellsWithin: 1, cellsOthers: 1 }
    expect(publishedShare({ ...split, variance: discreteLaplaceVariance(12) })).toEqual({ kind: 'uncertain' })
    expect(publishedShare({ ...split, variance: discreteLaplaceVariance(1) })).toMatchObject({ kind: 'share' })
  })

  test('leaves out a step that lies fewer than ten above the one before', () => {
    const kinds = publishedSteps([200, 4, 300, 60, 40], 0.1).map(({ kind }) => kind)
    expect(kinds).toEqual(['share', 'few', 'share', 'share'])
  })
})
