import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trustEvidence, trustScore } from '../../../../analytics/index.ts'

const DAY = 86_400_000
const POLICY = { prior: { gain: 2, loss: 2 }, halfLifeDays: 90, mostObservations: 50 }
const NOW = 1_000 * DAY

const event = fc.record({
  at: fc.integer({ min: 0, max: NOW }),
  gain: fc.double({ min: 0, max: 3, noNaN: true }),
  loss: fc.double({ min: 0, max: 3, noNaN: true }),
})

describe('the trust score', () => {
  it('is the prior without evidence, and says so by n = 0', () => {
    expect(trustScore([], NOW, POLICY)).toMatchObject({ score: 0.5, n: 0 })
  })

  it('does not depend on the order of the ledger', () => {
    const ledgers = fc
      .array(event, { maxLength: 12 })
      .chain((ledger) => fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length })))
    fc.assert(
      fc.property(ledgers, ([ledger, shuffled]) => {
        expect(trustScore(shuffled, NOW, POLICY)).toEqual(trustScore(ledger, NOW, POLICY))
      }),
    )
  })

  it('lies within its interval, and both within 0..1', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (ledger) => {
        const { score, low, high } = trustScore(ledger, NOW, POLICY)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(score)
        expect(score).toBeLessThanOrEqual(high)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('rises with a gain and falls with a loss', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (ledger) => {
        const before = trustScore(ledger, NOW, POLICY).score
        expect(trustScore([...ledger, { at: NOW, gain: 1, loss: 0 }], NOW, POLICY).score).toBeGreaterThan(before)
        expect(trustScore([...ledger, { at: NOW, gain: 0, loss: 1 }], NOW, POLICY).score).toBeLessThan(before)
      }),
    )
  })

  it('counts evidence half after one half-life', () => {
    const old = trustScore([{ at: NOW - 90 * DAY, gain: 2, loss: 0 }], NOW, POLICY)
    const half = trustScore([{ at: NOW, gain: 1, loss: 0 }], NOW, POLICY)
    expect(old.score).toBeCloseTo(half.score, 12)
  })

  it('never flips to the other side of the prior while nothing happens', () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 2_000 }),
        (ledger, days) => {
          const prior = trustScore([], NOW, POLICY).score
          const now = trustScore(ledger, NOW, POLICY).score - prior
          const later = trustScore(ledger, NOW + days * DAY, POLICY).score - prior
          expect(Math.sign(now) * later).toBeGreaterThanOrEqual(-1e-12)
          expect(Math.abs(later)).toBeLessThanOrEqual(Math.abs(now) + 1e-12)
        },
      ),
    )
  })

  it('of evidence that was taken back is the prior, of no events', () => {
    const kept = { id: 'kept', at: NOW - DAY, gain: 1, loss: 0 }
    const takenBack = { id: 'taken-back', at: NOW, gain: 0, loss: 0, replaces: 'kept' }
    expect(trustScore([kept, takenBack], NOW, POLICY)).toEqual(trustScore([], NOW, POLICY))
  })

  it('of a changed answer is what it would be had the first one never been given', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), event, event, fc.nat(100), (others, first, second, hours) => {
        const ledger = others.map((one, place) => ({ ...one, id: `other-${place}` }))
        const changedAt = first.at + hours
        const answer = { ...first, id: 'first' }
        const changed = { ...second, at: changedAt, id: 'second', replaces: 'first' }
        const { replaces: _, ...only } = changed
        const later = NOW + 200
        expect(trustScore([...ledger, answer, changed], later, POLICY)).toEqual(
          trustScore([...ledger, only], later, POLICY),
        )
        // Until it is changed it counts.
        if (hours > 0) {
          expect(trustScore([...ledger, answer, changed], changedAt - 1, POLICY)).toEqual(
            trustScore([...ledger, answer], changedAt - 1, POLICY),
          )
        }
      }),
    )
  })

  it('knows nobody better than the most that an interval may rest on', () => {
    const much = Array.from({ length: 100 }, () => ({ at: NOW, gain: 1, loss: 1 }))
    const { score, low, high } = trustScore(much, NOW, { ...POLICY, mostObservations: 10 })
    expect(score).toBe(0.5)
    expect(high - low).toBeCloseTo(2 * (0.5 - 0.2120085), 6)
  })

  it('does not count what has not happened yet', () => {
    expect(trustScore([{ at: NOW + 1, gain: 5, loss: 0 }], NOW, POLICY).n).toBe(0)
  })
})

describe('evidence', () => {
  const weights = {
    'survey-rating': 2,
    'survey-resolved': 1,
    'survey-unresolved': 1,
    'survey-recommend': 1,
    'survey-effort': 1,
    'escalation-resolved': 0.5,
    'escalation-unresolved': 1,
    'conversation-reopened': 0.5,
    'promise-kept': 1,
    'promise-broken': 2,
  }

  it.each([
    [1, { gain: 0, loss: 2 }],
    [3, { gain: 1, loss: 1 }],
    [5, { gain: 2, loss: 0 }],
  ])('spreads a rating of %i over both sides', (rating, expected) => {
    expect(trustEvidence('survey-rating', { weights }, (rating - 1) / 4)).toEqual(expected)
  })

  it('counts a broken promise against and a kept one for', () => {
    expect(trustEvidence('promise-broken', { weights })).toEqual({ gain: 0, loss: 2 })
    expect(trustEvidence('promise-kept', { weights })).toEqual({ gain: 1, loss: 0 })
  })
})
