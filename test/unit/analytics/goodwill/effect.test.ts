import { describe, expect, it } from 'vitest'
import { casesNeeded } from '../../../../analytics/goodwill/effect.ts'
import { type GoodwillCase, goodwillEffect, trustChange, trustScore } from '../../../../analytics/index.ts'
import { DAY_MS, type TrustEvent } from '../../../../domain/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import { policy } from '../../../support/minds.ts'

const START = Date.UTC(2026, 10, 2, 9)
const question = { holdOut: 0.2, worthKnowing: 0.05 }

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Customers whose trust changes by 0.1 on average with deviation 0.1, and by `effect` more when they are treated. */
function company(effect: number, customers: number, seed: number): GoodwillCase[] {
  const random = seededRandom(seed)
  return Array.from({ length: customers }, () => {
    const heldOut = random() < question.holdOut
    const trustChangeHere = Math.max(-1, Math.min(1, 0.1 + (heldOut ? 0 : effect) + 0.1 * gaussian(random)))
    const cameBack = random() < (heldOut ? 0.4 : 0.4 + 2 * effect)
    const nextRating = Math.min(5, 1 + Math.floor(random() * 5) + (heldOut ? 0 : 1))
    return { heldOut, trustChange: trustChangeHere, cameBack, ...(random() < 0.5 && { nextRating }) }
  })
}

describe('the effect of goodwill', () => {
  it('is the difference of the means, with Welch’s interval as it is computed by hand', () => {
    const cases = [
      ...[0.1, 0.3, 0.2].map((change) => ({ heldOut: false, trustChange: change, cameBack: true })),
      ...[-0.1, 0.1].map((change) => ({ heldOut: true, trustChange: change, cameBack: false })),
    ]
    const { trust, cameBack, rating } = goodwillEffect(cases, question)
    expect(trust).toMatchObject({ n: { treated: 3, heldOut: 2 } })
    expect(trust.treated).toBeCloseTo(0.2, 10)
    expect(trust.heldOut).toBeCloseTo(0, 10)
    // Variances of the means 0.01/3 and 0.02/2; freedom 0.01333^2 / (0.00333^2/2 + 0.01^2/1) = 1.684; t = 5.174.
    expect(trust.difference?.value).toBeCloseTo(0.2, 10)
    expect((trust.difference?.high ?? 0) - 0.2).toBeCloseTo(5.174 * Math.sqrt(0.01 / 3 + 0.01), 2)
    expect(cameBack).toMatchObject({ treated: 1, heldOut: 0 })
    expect(rating).toEqual({ treated: null, heldOut: null, difference: null, n: { treated: 0, heldOut: 0 } })
  })

  it('is not told of customers who all agree, however large it looks', () => {
    const rated = (heldOut: boolean, nextRating: number) => ({ heldOut, trustChange: 0.1, cameBack: true, nextRating })
    const agreed = [rated(false, 5), rated(false, 5), rated(true, 3), rated(true, 3)]
    expect(goodwillEffect(agreed, question).rating).toMatchObject({ treated: 5, heldOut: 3, difference: null })
    expect(goodwillEffect([...agreed, rated(true, 4)], question).rating.difference?.value).toBeCloseTo(5 - 10 / 3, 10)
  })

  it('is found where it is as large as would be worth knowing, with the number of customers that it says', () => {
    // With the deviation of 0.1 it takes so many; four fifths of companies find it.
    const needed = casesNeeded(0.1, question)
    if (!needed) throw new TypeError('expected a number')
    const found = Array.from({ length: 300 }, (_, seed) =>
      goodwillEffect(company(0.05, needed.treated + needed.heldOut, seed), question),
    ).filter(({ trust }) => (trust.difference?.low ?? 0) > 0)
    expect(found.length / 300).toBeGreaterThan(0.72)
    expect(found.length / 300).toBeLessThan(0.9)
  })

  it('is called one where there is none in 5 of 100 companies, and the interval holds the truth in 95', () => {
    for (const effect of [0, 0.08]) {
      const held = Array.from({ length: 400 }, (_, seed) => {
        const { difference } = goodwillEffect(company(effect, 200, 1_000 + seed), question).trust
        return difference && difference.low <= effect && effect <= difference.high
      }).filter(Boolean)
      expect(held.length / 400).toBeGreaterThan(0.92)
      expect(held.length / 400).toBeLessThan(0.98)
    }
  })

  it('cannot be told of few: how many it takes is said, fewer for a larger difference, and none without a hold-out', () => {
    const few = goodwillEffect(company(0.05, 20, 1), question)
    expect(few.enough).toBe(false)
    expect(few.needed?.heldOut).toBeGreaterThan(20)
    expect(goodwillEffect(company(0.05, 2_000, 1), question).enough).toBe(true)
    const larger = casesNeeded(0.15, { ...question, worthKnowing: 0.2 })
    expect(larger?.heldOut).toBeLessThan(few.needed?.heldOut ?? 0)
    expect(goodwillEffect(company(0.05, 100, 1), { ...question, holdOut: 0 })).toMatchObject({
      needed: null,
      enough: false,
    })
    expect(goodwillEffect([], question)).toMatchObject({ enough: false, trust: { difference: null } })
  })
})

describe('the change of a customer’s trust', () => {
  const event = (at: number, changes: Partial<TrustEvent>): TrustEvent => ({
    id: `${at}`,
    customerId: 'anna',
    conversationId: 'c1',
    at,
    cause: 'survey-rating',
    gain: 0,
    loss: 2,
    scoreAfter: 0,
    ...changes,
  })
  const treatment = { at: START, conversationId: 'c1' }
  const until = START + 30 * DAY_MS

  it('is the score then less the score at that moment', () => {
    const ledger = [event(START, {}), event(START + DAY_MS, { gain: 2, loss: 0, conversationId: 'c2' })]
    const expected = trustScore(ledger, until, policy.trust).score - trustScore(ledger, START, policy.trust).score
    expect(trustChange(treatment, ledger, until, policy.trust)).toBeCloseTo(expected, 12)
    expect(expected).toBeGreaterThan(0)
  })

  it('does not count that the gift itself was a promise which was kept', () => {
    const before = [event(START, {})]
    const kept = event(START + DAY_MS, { cause: 'promise-kept', gain: 1, loss: 0 })
    const without = trustChange(treatment, before, until, policy.trust)
    expect(trustChange(treatment, [...before, kept], until, policy.trust)).toBe(without)
    const elsewhere = { ...kept, conversationId: 'c2' }
    expect(trustChange(treatment, [...before, elsewhere], until, policy.trust)).toBeGreaterThan(without)
  })
})
