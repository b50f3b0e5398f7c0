import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METRICS, type PeriodCounts, rate, wilsonInterval } from '../../../analytics/index.ts'

const count = fc.nat(500)

/** Counts as a store can make them: parts never exceed their whole. */
const counts: fc.Arbitrary<PeriodCounts> = fc
  .record({
    opened: count,
    bot: count,
    agent: count,
    idle: count,
    reopened: count,
    escalated: count,
    turns: count,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ opened, bot, agent, idle, reopened, escalated, turns, share }) => {
    return {
      opened,
      resolvedByBot: bot,
      resolvedByAgent: agent,
      resolvedByIdle: idle,
      resolvedWithoutEscalation: Math.floor((bot + agent + idle) * share),
      reopened,
      escalated,
      turns,
      gapSum: turns * share,
      trustMean: share,
    }
  })

const EMPTY: PeriodCounts = {
  opened: 0,
  resolvedByBot: 0,
  resolvedByAgent: 0,
  resolvedByIdle: 0,
  resolvedWithoutEscalation: 0,
  reopened: 0,
  escalated: 0,
  turns: 0,
  gapSum: 0,
  trustMean: null,
}

const RATES = [METRICS.containment]

describe('metrics', () => {
  it('hold every rate, and its interval, within 0..1', () => {
    fc.assert(
      fc.property(counts, (given) => {
        for (const { of } of RATES) {
          const { value, low, high, denominator } = of(given)
          if (value === null) expect(denominator).toBe(0)
          else {
            expect(value).toBeGreaterThanOrEqual(low)
            expect(value).toBeLessThanOrEqual(high)
          }
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('say "nothing to count" instead of 0 % or 100 % when there is nothing', () => {
    for (const { of } of RATES)
      expect(of(EMPTY)).toEqual({ value: null, numerator: 0, denominator: 0, low: 0, high: 1 })
    expect(METRICS.gap.of(EMPTY)).toBeNull()
  })

  it('are defined in words in both languages', () => {
    for (const { definition } of Object.values(METRICS)) {
      expect(definition.en).toMatch(/\.$/)
      expect(definition.zh).toMatch(/。$/)
    }
  })
})

describe('the Wilson interval', () => {
  it('agrees with published values for 8 of 10 and 0 of 10', () => {
    expect(wilsonInterval(8, 10)).toEqual({ low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) })
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) })
  })

  it('does not read three of three as certainty', () => {
    expect(rate(3, 3)).toMatchObject({ value: 1, low: expect.closeTo(0.4385, 4) })
  })
})
