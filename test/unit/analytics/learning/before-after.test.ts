import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMeans, compareShares, type RatioSums } from '../../../../analytics/index.ts'

/** Of each conversation its turns, each with what is counted. */
type Conversations = readonly (readonly number[])[]

function sumsOf(conversations: Conversations): RatioSums {
  const all = conversations.filter((turns) => turns.length > 0)
  const sum = (figure: (size: number, total: number) => number) =>
    all.reduce((together, turns) => together + figure(turns.length, added(turns)), 0)
  return {
    conversations: all.length,
    size: sum((size) => size),
    total: sum((_, total) => total),
    sizeSquares: sum((size) => size * size),
    totalSquares: sum((_, total) => total * total),
    products: sum((size, total) => size * total),
  }
}

function added(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Every conversation has one turn: then it is the textbook's case. */
function single(hits: number, n: number): RatioSums {
  return sumsOf(Array.from({ length: n }, (_, i) => [Number(i < hits)]))
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const flags = fc.array(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 6 }), { maxLength: 12 })
const gaps = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), {
  maxLength: 12,
})

describe('a share before and after', () => {
  it('has the interval of the paper where every conversation has one message and there are many', () => {
    // Newcombe (1998), table II, method 10, of 56/70 and 48/80, ten times as many: worked out from the two Wilson intervals.
    const { difference, before, after } = compareShares(single(480, 800), single(560, 700))
    expect(before.low).toBeCloseTo(0.5656, 3)
    expect(after.high).toBeCloseTo(0.8279, 3)
    expect(difference?.value).toBeCloseTo(0.2, 9)
    const [low, high] = [after.value as number, before.value as number]
    expect(difference?.low).toBeCloseTo(
      0.2 - Math.hypot(low - (after.low as number), (before.high as number) - high),
      9,
    )
  })

  it('comes near the published figures of small samples, a little wider for what few conversations leave open', () => {
    const { difference } = compareShares(single(48, 80), single(56, 70))
    // Published: 0.0524 to 0.3339.
    expect(difference?.low).toBeGreaterThan(0.045)
    expect(difference?.low).toBeLessThan(0.0524)
    expect(difference?.high).toBeGreaterThan(0.3339)
    expect(difference?.high).toBeLessThan(0.342)
  })

  it('holds the figures within their intervals, and the intervals within what there can be', () => {
    fc.assert(
      fc.property(flags, flags, fc.constantFrom(compareShares, compareMeans), (a, b, compare) => {
        const { before, after, difference } = compare(sumsOf(a), sumsOf(b))
        for (const { value, low, high } of [before, after]) {
          if (value === null || low === null || high === null) continue
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(value + 1e-12)
          expect(high).toBeGreaterThanOrEqual(value - 1e-12)
        }
        expect(difference === null).toBe(a.length < 2 || b.length < 2)
        if (!difference) return
        expect(difference.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(difference.high).toBeLessThanOrEqual(1 + 1e-12)
        expect(difference.low).toBeLessThanOrEqual(difference.value + 1e-12)
        expect(difference.high).toBeGreaterThanOrEqual(difference.value - 1e-12)
      }),
    )
  })

  it('reads the other way round when before and after are exchanged', () => {
    fc.assert(
      fc.property(gaps, gaps, fc.constantFrom(compareShares, compareMeans), (a, b, compare) => {
        const one = compare(sumsOf(a), sumsOf(b)).difference
        const other = compare(sumsOf(b), sumsOf(a)).difference
        expect(one === null).toBe(other === null)
        if (!one || !other) return
        expect(one.value).toBeCloseTo(-other.value, 9)
        expect(one.low).toBeCloseTo(-other.high, 9)
      }),
      { examples: [[[[0], [0]], [[0], [4.715183354107887e-162, 0]], compareMeans]] },
    )
  })

  it('does not take one talkative customer for many: ten refusals in one conversation count for little', () => {
    const before = Array.from({ length: 30 }, (_, i) => [Number(i < 2)])
    const flooded = [...before.slice(1), Array.from({ length: 10 }, () => 1)]
    const spread = Array.from({ length: 39 }, (_, i) => [Number(i < 11)])
    expect(compareShares(sumsOf(before), sumsOf(flooded)).difference?.low).toBeLessThan(0)
    expect(compareShares(sumsOf(before), sumsOf(spread)).difference?.low).toBeGreaterThan(0)
  })

  it('says how sure it is and nothing of no conversations', () => {
    const none = sumsOf([])
    expect(compareShares(none, single(3, 9))).toMatchObject({
      before: { value: null, low: null, high: null, n: 0, conversations: 0 },
      after: { n: 9, conversations: 9 },
      difference: null,
    })
    expect(compareMeans(none, none).difference).toBeNull()
  })

  it.each([
    ['shares', compareShares],
    ['means', compareMeans],
  ])(
    'finds a difference of %s where there is none about as seldom as it says, also in long conversations',
    (_, compare) => {
      const random = randomOf(11)
      const conversation = () => {
        // Customers differ: some are handed over at every other message, most nearly never.
        const own = random() < 0.3 ? 0.6 : 0.1
        return Array.from({ length: 1 + Math.floor(random() * 6) }, () => Number(random() < own))
      }
      const group = (n: number) => sumsOf(Array.from({ length: n }, conversation))
      let [found, naive] = [0, 0]
      const worlds = 1_500
      for (let world = 0; world < worlds; world++) {
        const [a, b] = [group(60), group(90)]
        const { difference } = compare(a, b)
        if (difference && (difference.low > 0 || difference.high < 0)) found += 1
        // As if every message were a customer of its own.
        const alone = compare(single(a.total, a.size), single(b.total, b.size)).difference
        if (alone && (alone.low > 0 || alone.high < 0)) naive += 1
      }
      expect(found / worlds).toBeLessThan(0.065)
      expect(found / worlds).toBeGreaterThan(0.02)
      expect(naive / worlds).toBeGreaterThan(0.1)
    },
  )
})

describe('a mean before and after', () => {
  it("is Welch's t of the conversations where each has one message", () => {
    const [a, b] = [
      [0.1, 0.4, 0.35, 0.8],
      [0.2, 0.25, 0.1, 0.15, 0.3],
    ]
    const { difference } = compareMeans(sumsOf(a.map((gap) => [gap])), sumsOf(b.map((gap) => [gap])))
    // t.test(b, a) of R 4: 95 % of mean(b) - mean(a).
    expect(difference?.value).toBeCloseTo(-0.2125, 9)
    expect(difference?.low).toBeCloseTo(-0.66, 2)
    expect(difference?.high).toBeCloseTo(0.235, 2)
  })
})
