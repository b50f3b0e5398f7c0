import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alternative, Belief } from '../../../../domain/index.ts'
import {
  expectedUtilities,
  handoffUtility,
  type NeedPosition,
  type Stakes,
  stakesFor,
  type UtilityInput,
  wrongAnswerCost,
} from '../../../../nlp/index.ts'

/** A right answer is the unit, a wrong one costs as much as a right one brings, a handover half of one, a lost customer twenty. */
const STANDARD_STAKES: Stakes = {
  rightAnswer: 1,
  wrongAnswer: 1,
  clarification: 0.2,
  question: 0.05,
  handoff: 0.5,
  customerLost: 20,
  lostAfterWrong: 0.02,
  lostAfterHandoff: 0.005,
  personSolves: 0.95,
  nothingWanted: 0.5,
}

const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)
const amount = fc.integer({ min: 0, max: 5000 }).map((n) => n / 100)

const anyStakes: fc.Arbitrary<Stakes> = fc.record({
  rightAnswer: amount,
  wrongAnswer: amount,
  clarification: amount,
  question: amount,
  handoff: amount,
  customerLost: amount,
  lostAfterWrong: share,
  lostAfterHandoff: share,
  personSolves: share,
  nothingWanted: share,
})

const anyBelief: fc.Arbitrary<Belief> = fc.array(share, { minLength: 4, maxLength: 4 }).map((weights) => {
  const sum = weights.reduce((a, b) => a + b, 0.01)
  const needs = ['a', 'b', 'c'].map((need, i) => ({ need, probability: (weights[i] ?? 0) / sum }))
  needs.sort((x, y) => y.probability - x.probability)
  return { needs, noneOfThem: 1 - needs.reduce((all, { probability }) => all + probability, 0) }
})

const anyPosition: fc.Arbitrary<NeedPosition> = fc.record({
  solves: share,
  missing: fc.constantFrom(
    [],
    [{ name: 'order', share: 0.6 }],
    [
      { name: 'order', share: 0.6 },
      { name: 'photo', share: 0.4 },
    ],
  ),
})

const anyInput: fc.Arbitrary<UtilityInput> = fc.record({
  belief: anyBelief,
  positions: fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyPosition).map((all) => new Map(Object.entries(all))),
  candidateSets: fc.constantFrom([], [['a', 'b']], [['a', 'b', 'c'], ['a']]),
  stakes: fc.record({ standard: anyStakes }),
})

function input(parts: Partial<UtilityInput> = {}): UtilityInput {
  return {
    belief: { needs: [{ need: 'a', probability: 0.9 }], noneOfThem: 0.1 },
    positions: new Map(),
    candidateSets: [],
    stakes: { standard: STANDARD_STAKES },
    ...parts,
  }
}

function utilityOf(kind: Alternative['kind'], from: UtilityInput): number {
  return expectedUtilities(from).find((one) => one.kind === kind)?.utility ?? Number.NaN
}

const sure = (probability: number): Belief => ({ needs: [{ need: 'a', probability }], noneOfThem: 1 - probability })

describe('expected utility', () => {
  it('is worked out by hand: 0.9 sure, right 1, wrong 1 and two in a hundred of 20 lost', () => {
    const alternatives = expectedUtilities(input())
    expect(alternatives[0]).toEqual({ kind: 'answer', need: 'a', utility: expect.closeTo(0.9 * 1 - 0.1 * 1.4, 12) })
    const handoff = 0.95 - 0.5 - 0.1
    const nobodyKnows = 0.5 * handoff - 0.5 * (0.5 + 0.1)
    expect(alternatives.at(-1)).toEqual({
      kind: 'escalate',
      utility: expect.closeTo(0.9 * handoff + 0.1 * nobodyKnows, 12),
    })
  })

  it('lists every alternative, the best first', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const alternatives = expectedUtilities(given)
        expect(alternatives.filter(({ kind }) => kind === 'escalate')).toHaveLength(1)
        expect(alternatives.filter(({ kind }) => kind === 'clarify')).toHaveLength(given.candidateSets.length)
        const utilities = alternatives.map(({ utility }) => utility)
        expect(utilities).toEqual(utilities.toSorted((a, b) => b - a))
      }),
    )
  })

  it('answers when sure, offers a list between two, hands over when it must not ask back', () => {
    const between = {
      needs: [
        { need: 'a', probability: 0.5 },
        { need: 'b', probability: 0.45 },
      ],
      noneOfThem: 0.05,
    }
    const candidateSets = [['a', 'b']]
    expect(expectedUtilities(input({ belief: sure(0.97), candidateSets }))[0]?.kind).toBe('answer')
    expect(expectedUtilities(input({ belief: between, candidateSets }))[0]?.kind).toBe('clarify')
    expect(expectedUtilities(input({ belief: between }))[0]?.kind).toBe('escalate')
  })

  it('asks for the detail that weighs most', () => {
    const missing = [
      { name: 'photo', share: 0.2 },
      { name: 'order', share: 0.8 },
    ]
    const [best] = expectedUtilities(input({ positions: new Map([['a', { missing, solves: 1 }]]) }))
    expect(best).toMatchObject({ kind: 'ask', need: 'a', detail: 'order' })
  })

  it('asks first for the detail that most of the likely needs want', () => {
    const belief = {
      needs: [
        { need: 'a', probability: 0.6 },
        { need: 'b', probability: 0.4 },
      ],
      noneOfThem: 0,
    }
    const wants = (...missing: NeedPosition['missing']): NeedPosition => ({ missing, solves: 1 })
    const positions = new Map([
      ['a', wants({ name: 'photo', share: 0.55 }, { name: 'order', share: 0.45 })],
      ['b', wants({ name: 'order', share: 1 })],
    ])
    const asked = expectedUtilities(input({ belief, positions })).find(({ kind }) => kind === 'ask')
    expect(asked).toMatchObject({ need: 'a', detail: 'order' })
  })

  it('asks in other words rather than handing over what may be nothing at all', () => {
    const [best] = expectedUtilities(input({ belief: sure(0.05), candidateSets: [[]] }))
    expect(best).toMatchObject({ kind: 'clarify', candidates: [] })
    const serious = { ...STANDARD_STAKES, nothingWanted: 0 }
    const [then] = expectedUtilities(input({ belief: sure(0.05), candidateSets: [[]], stakes: { standard: serious } }))
    expect(then?.kind).toBe('escalate')
  })

  it('does not ask for a detail that changes too little', () => {
    const missing = [{ name: 'colour', share: 0.01 }]
    const [best] = expectedUtilities(input({ positions: new Map([['a', { missing, solves: 1 }]]) }))
    expect(best?.kind).toBe('answer')
  })

  it('hands over what the answer no longer solves', () => {
    const [best] = expectedUtilities(input({ positions: new Map([['a', { missing: [], solves: 0.3 }]]) }))
    expect(best?.kind).toBe('escalate')
  })

  it('values an answer more, the likelier its need', () => {
    fc.assert(
      fc.property(anyInput, share, share, (given, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)]
        const less = utilityOf('answer', { ...given, belief: sure(low) })
        expect(utilityOf('answer', { ...given, belief: sure(high) })).toBeGreaterThanOrEqual(less - 1e-9)
      }),
    )
  })

  it('never goes from answering to handing over because it became surer', () => {
    fc.assert(
      fc.property(anyStakes, share, share, (standard, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)]
        const at = (probability: number) =>
          expectedUtilities(input({ belief: sure(probability), stakes: { standard } }))[0]?.kind
        if (at(low) === 'answer') expect(at(high)).toBe('answer')
      }),
    )
  })

  it('hands over no likelier when handing over costs more', () => {
    fc.assert(
      fc.property(anyInput, amount, (given, more) => {
        const dearer = { ...given.stakes.standard, handoff: given.stakes.standard.handoff + more }
        const after = expectedUtilities({ ...given, stakes: { standard: dearer } })
        const before = expectedUtilities(given)
        // Rounding decides ties; a real preference must not turn.
        const margin = (after[0]?.utility ?? 0) - (after[1]?.utility ?? Number.NEGATIVE_INFINITY)
        if (after[0]?.kind === 'escalate' && margin > 1e-9) expect(before[0]?.kind).toBe('escalate')
      }),
    )
  })

  it('decides alike in yuan and in cents', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(0.25, 2, 1024), (given, times) => {
        const s = given.stakes.standard
        const scaled: Stakes = {
          ...s,
          rightAnswer: s.rightAnswer * times,
          wrongAnswer: s.wrongAnswer * times,
          clarification: s.clarification * times,
          question: s.question * times,
          handoff: s.handoff * times,
          customerLost: s.customerLost * times,
        }
        const before = expectedUtilities(given)
        const after = expectedUtilities({ ...given, stakes: { standard: scaled } })
        // Powers of two scale without rounding, so that the order is the same to the last bit.
        expect(after).toEqual(before.map((one) => ({ ...one, utility: one.utility * times })))
      }),
    )
  })

  it('finds a list that costs nothing at least as good as handing over', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const free = { ...given, stakes: { standard: { ...given.stakes.standard, clarification: 0 } } }
        const alternatives = expectedUtilities({ ...free, candidateSets: [['a', 'b', 'c']] })
        const worth = (kind: string) => alternatives.find((one) => one.kind === kind)?.utility ?? 0
        expect(worth('clarify')).toBeGreaterThanOrEqual(worth('escalate') - 1e-9)
      }),
    )
  })
})

describe('stakes', () => {
  it('let the need overrule the segment, and the segment the standard', () => {
    const table = {
      standard: STANDARD_STAKES,
      bySegment: { vip: { handoff: 0, wrongAnswer: 3 } },
      byNeed: { safety: { wrongAnswer: 100 } },
    }
    expect(stakesFor(table, 'safety', 'vip')).toEqual({ ...STANDARD_STAKES, handoff: 0, wrongAnswer: 100 })
    expect(stakesFor(table, 'constructor', 'toString')).toEqual(STANDARD_STAKES)
  })

  it('make the bot hand over what is grave and answer what is not, on the same belief', () => {
    const stakes = { standard: STANDARD_STAKES, byNeed: { a: { wrongAnswer: 100 } } }
    expect(expectedUtilities(input())[0]?.kind).toBe('answer')
    expect(expectedUtilities(input({ stakes }))[0]?.kind).toBe('escalate')
  })

  it('give the belief from which on answering beats handing over: (W + H) / (W + R)', () => {
    const breakEven = (stakes: Stakes) =>
      (wrongAnswerCost(stakes) + handoffUtility(stakes)) / (wrongAnswerCost(stakes) + stakes.rightAnswer)
    expect(breakEven(STANDARD_STAKES)).toBeCloseTo((1.4 + 0.35) / (1.4 + 1), 12)
    fc.assert(
      fc.property(anyStakes, (standard) => {
        const point = breakEven(standard)
        fc.pre(point > 0.001 && point < 0.999)
        const answer = utilityOf('answer', input({ belief: sure(point), stakes: { standard } }))
        expect(answer).toBeCloseTo(handoffUtility(standard), 6)
      }),
    )
  })
})
