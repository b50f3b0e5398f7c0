import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HANDOVER_METRICS, type HandoverFacts } from '../../../analytics/index.ts'
import { lengths } from '../../../analytics/metrics/handovers/lengths.ts'
import { ESCALATION_OUTCOMES } from '../../../domain/index.ts'

const MINUTE = 60_000
const CONTEXT = { now: 1_000 * MINUTE, reopenWithinMs: 60 * MINUTE }
const { timeInQueue, firstResponse, handleTime, passedOn, cameBack, stillWaiting } = HANDOVER_METRICS

function handover(facts: Partial<HandoverFacts> = {}): HandoverFacts {
  return { queue: 'general', steppedIn: false, queuedAt: 0, ...facts }
}

const anyHandover: fc.Arbitrary<HandoverFacts> = fc
  .record({
    steppedIn: fc.boolean(),
    queuedAt: fc.integer({ min: 0, max: 900 }),
    steps: fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 4 }),
    outcome: fc.constantFrom(...ESCALATION_OUTCOMES),
  })
  .map(({ steppedIn, queuedAt, steps, outcome }) => {
    const at = steps.map((_, i) => (queuedAt + steps.slice(0, i + 1).reduce((a, b) => a + b, 0)) * MINUTE)
    const [acceptedAt, firstReplyAt, endedAt, reopenedAt] = at
    return handover({
      steppedIn,
      queuedAt: queuedAt * MINUTE,
      ...(acceptedAt !== undefined && { acceptedAt, agentId: 'ann' }),
      ...(firstReplyAt !== undefined && { firstReplyAt }),
      ...(endedAt !== undefined && { endedAt, outcome }),
      ...(reopenedAt !== undefined && { reopenedAt }),
    })
  })

describe('median and nine in ten', () => {
  it('are lengths that occurred, with at least that share of all no longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), (given) => {
        const { n, medianMs, p90Ms } = lengths(given)
        expect(n).toBe(given.length)
        for (const [value, share] of [
          [medianMs ?? -1, 0.5],
          [p90Ms ?? -1, 0.9],
        ] as const) {
          expect(given).toContain(value)
          expect(given.filter((one) => one <= value).length).toBeGreaterThanOrEqual(share * n)
          expect(given.filter((one) => one < value).length).toBeLessThan(share * n)
        }
      }),
    )
  })

  it('are unknown, not zero, of nothing', () => {
    expect(lengths([])).toEqual({ n: 0, medianMs: null, p90Ms: null })
  })
})

describe('the figures over handovers', () => {
  it('measure the wait of the customer, from the queue on', () => {
    const served = handover({ queuedAt: 10, acceptedAt: 30, agentId: 'ann', firstReplyAt: 45, endedAt: 90 })
    expect(timeInQueue.of([served], CONTEXT).medianMs).toBe(20)
    expect(firstResponse.of([served], CONTEXT).medianMs).toBe(35)
    expect(handleTime.of([served], CONTEXT).medianMs).toBe(60)
  })

  it('count no wait where an agent stepped in, and the work all the same', () => {
    const stepped = handover({ steppedIn: true, acceptedAt: 0, firstReplyAt: 1, endedAt: 9, agentId: 'ann' })
    expect(timeInQueue.of([stepped], CONTEXT).n).toBe(0)
    expect(firstResponse.of([stepped], CONTEXT).n).toBe(0)
    expect(handleTime.of([stepped], CONTEXT).n).toBe(1)
  })

  it('leave out what has not happened, rather than take it as long or short', () => {
    const waiting = handover()
    const open = handover({ acceptedAt: 5, agentId: 'ann' })
    expect(timeInQueue.of([waiting, open], CONTEXT).n).toBe(1)
    expect(firstResponse.of([waiting, open], CONTEXT).n).toBe(0)
    expect(handleTime.of([waiting, open], CONTEXT).n).toBe(0)
    expect(stillWaiting.of([waiting, open], CONTEXT)).toBe(1)
  })

  it('count a customer who comes back within the window once it has passed for everybody', () => {
    const closed = { acceptedAt: 0, agentId: 'ann', outcome: 'resolved' } as const
    const soon = handover({ ...closed, endedAt: 100 * MINUTE, reopenedAt: 120 * MINUTE })
    const late = handover({ ...closed, endedAt: 100 * MINUTE, reopenedAt: 161 * MINUTE })
    const never = handover({ ...closed, endedAt: 100 * MINUTE })
    const justNow = handover({ ...closed, endedAt: 999 * MINUTE, reopenedAt: 1_000 * MINUTE })
    const returned = handover({ ...closed, endedAt: 100 * MINUTE, outcome: 'returned' })
    expect(cameBack.of([soon, late, never, justNow, returned], CONTEXT)).toMatchObject({ numerator: 1, denominator: 3 })
  })

  it('keep every share within 0 and 1, with its interval around it', () => {
    fc.assert(
      fc.property(fc.array(anyHandover, { maxLength: 20 }), (handovers) => {
        for (const metric of [passedOn, cameBack]) {
          const { value, low, high, numerator, denominator } = metric.of(handovers, CONTEXT)
          expect(numerator).toBeLessThanOrEqual(denominator)
          if (value === null) expect(denominator).toBe(0)
          else {
            expect(low).toBeLessThanOrEqual(value)
            expect(high).toBeGreaterThanOrEqual(value)
          }
        }
      }),
    )
  })

  it('never measure a negative length, nor one past the end of the handover', () => {
    fc.assert(
      fc.property(fc.array(anyHandover, { maxLength: 20 }), (handovers) => {
        const longest = Math.max(0, ...handovers.map(({ queuedAt, endedAt }) => (endedAt ?? Infinity) - queuedAt))
        for (const metric of [timeInQueue, firstResponse, handleTime]) {
          const { medianMs, p90Ms } = metric.of(handovers, CONTEXT)
          if (medianMs === null || p90Ms === null) continue
          expect(medianMs).toBeGreaterThanOrEqual(0)
          expect(p90Ms).toBeGreaterThanOrEqual(medianMs)
          expect(p90Ms).toBeLessThanOrEqual(longest)
        }
      }),
    )
  })
})
