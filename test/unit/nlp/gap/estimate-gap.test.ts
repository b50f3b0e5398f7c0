import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Detail } from '../../../../domain/index.ts'
import { detailGap, estimateGap, type GapEvidence } from '../../../../nlp/index.ts'

const QUIET = { asksForPerson: false, refuses: false, accepts: false }
const share = fc.double({ min: 0, max: 1, noNaN: true })

function evidence(parts: Partial<GapEvidence> = {}): GapEvidence {
  return {
    belief: { needs: [{ need: 'refund', probability: 0.9 }], noneOfThem: 0.1 },
    confidence: 0.9,
    details: [],
    given: new Set(),
    signals: QUIET,
    answeredBefore: 0,
    clarifications: 0,
    sentiments: [],
    ...parts,
  }
}

function detail(name: string, parts: Partial<Detail> = {}): Detail {
  return { name, type: 'orderNumber', required: true, weight: 1, prompt: { en: '?' }, ...parts }
}

const anyEvidence: fc.Arbitrary<GapEvidence> = fc.record({
  belief: share.map((p) => ({ needs: [{ need: 'refund', probability: p }], noneOfThem: 1 - p })),
  confidence: share,
  details: fc.array(
    fc.constantFrom('a', 'b', 'c').map((name) => detail(name)),
    { maxLength: 3 },
  ),
  given: fc.constantFrom(new Set<string>(), new Set(['a']), new Set(['a', 'b', 'c'])),
  signals: fc.record({ asksForPerson: fc.boolean(), refuses: fc.boolean(), accepts: fc.boolean() }),
  answeredBefore: fc.integer({ min: 0, max: 5 }),
  clarifications: fc.integer({ min: 0, max: 3 }),
  sentiments: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 5 }),
})

describe('the information gap', () => {
  it('is a probability, and its reasons add up to it', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const gap = estimateGap(given)
        expect(gap.value).toBeGreaterThanOrEqual(0)
        expect(gap.value).toBeLessThanOrEqual(1)
        const explained = gap.reasons.reduce((sum, { contribution }) => sum + contribution, 0)
        expect(explained).toBeCloseTo(gap.value, 9)
      }),
    )
  })

  it.each([
    ['a refusal', { signals: { ...QUIET, refuses: true } }, 'answer-refused'],
    ['the same need again', { answeredBefore: 1 }, 'need-repeated'],
    ['a missing detail', { details: [detail('orderNumber')] }, 'detail-missing'],
    ['a failed clarification', { clarifications: 1 }, 'clarification-failed'],
    ['falling sentiment', { sentiments: [0.1, -0.6] }, 'sentiment-falling'],
    ['a call for a person', { signals: { ...QUIET, asksForPerson: true } }, 'asked-for-person'],
  ] satisfies [string, Partial<GapEvidence>, string][])('grows with %s and names it', (_, change, code) => {
    const before = estimateGap(evidence())
    const after = estimateGap(evidence(change))
    expect(after.value).toBeGreaterThan(before.value)
    expect(after.reasons.map((reason) => reason.code)).toContain(code)
  })

  it('shrinks when the customer says that it helped', () => {
    const accepted = estimateGap(evidence({ signals: { ...QUIET, accepts: true } }))
    expect(accepted.value).toBeLessThan(estimateGap(evidence()).value)
    expect(accepted.reasons.find(({ code }) => code === 'answer-accepted')?.contribution).toBeLessThan(0)
  })

  it('says that the need is unknown, not unclear, when it is likely none of them', () => {
    const gap = estimateGap(
      evidence({ belief: { needs: [{ need: 'refund', probability: 0.2 }], noneOfThem: 0.8 }, confidence: 0.2 }),
    )
    expect(gap.reasons[0]?.code).toBe('need-unknown')
  })
})

describe('the detail gap', () => {
  it('is the weighted share of required details that are missing', () => {
    const details = [detail('order', { weight: 3 }), detail('photo'), detail('colour', { required: false })]
    expect(detailGap(details, new Set())).toBe(1)
    expect(detailGap(details, new Set(['order']))).toBe(0.25)
    expect(detailGap(details, new Set(['order', 'photo']))).toBe(0)
    expect(detailGap([], new Set())).toBe(0)
  })
})
