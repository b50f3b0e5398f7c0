import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapCost, largestGaps, lossesOfMessages, type NeedInPeriod } from '../../../../analytics/index.ts'

const PRICES = { handover: 0.6, unserved: 1.4 }
const NOTHING = { lists: [], uncovered: 0, uncoveredPrices: PRICES }

function found(need: string, parts: Partial<NeedInPeriod> = {}): NeedInPeriod {
  return {
    need,
    turns: 20,
    handovers: 0,
    dissatisfied: 0,
    unmet: 1,
    toPersonByPolicy: false,
    requiredPerson: 0,
    draft: false,
    followed: 0,
    missed: 0,
    large: 0,
    largeLedByDetail: 0,
    prices: PRICES,
    ...parts,
  }
}

const remediesOf = (parts: Partial<NeedInPeriod>, lists: string[][] = []) =>
  largestGaps([found('refund', parts)], [], { ...NOTHING, lists })[0]?.remedies ?? []

describe('where the gap is largest', () => {
  it('is where handovers, dissatisfied customers and unmet needs cost most together', () => {
    const gaps = largestGaps(
      [
        found('cheap', { unmet: 0.5 }),
        found('handed-over', { handovers: 10, unmet: 0 }),
        found('unhappy', { dissatisfied: 5, unmet: 0 }),
        found('nothing', { unmet: 0 }),
      ],
      [],
      NOTHING,
    )
    expect(gaps.map(({ about }) => about.kind === 'need' && about.need)).toEqual(['unhappy', 'handed-over', 'cheap'])
    expect(gaps.map(({ cost }) => cost)).toEqual([7, 6, 0.7])
    expect(gaps[0]?.share).toBeCloseTo(7 / 13.7)
  })

  it('puts a price of its own on a need that has one', () => {
    const dear = found('warranty', { prices: { handover: 0.6, unserved: 9 } })
    const [first] = largestGaps([found('refund', { unmet: 2 }), dear], [], NOTHING)
    expect(first).toMatchObject({ about: { need: 'warranty' }, cost: 9 })
  })

  it('shares out the whole cost, the dearest first, whatever happened', () => {
    const losses = fc.record({ handovers: fc.nat(50), dissatisfied: fc.nat(50), unmet: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(losses, { minLength: 1, maxLength: 8 }), (all) => {
        const gaps = largestGaps(
          all.map((one, i) => found(`need-${i}`, one)),
          [],
          NOTHING,
        )
        const costs = gaps.map(({ cost }) => cost)
        expect(costs).toEqual([...costs].sort((a, b) => b - a))
        expect(costs.length).toBe(all.filter((one) => gapCost(one, PRICES) > 0).length)
        if (gaps.length > 0) expect(gaps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      }),
    )
  })

  it('says nothing of what would close it below five messages', () => {
    const [gap] = largestGaps([found('refund', { turns: 4, draft: true })], [], NOTHING)
    expect(gap).toMatchObject({ enough: false, remedies: [] })
    const [known] = largestGaps([found('refund', { turns: 0, handovers: 5, draft: true })], [], NOTHING)
    expect(known).toMatchObject({ enough: true, remedies: [{ kind: 'missing-answer' }] })
  })

  it('weighs a kind of message that no need covers like a need, and proposes one for it', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const cluster = { name: 'gift wrapping', language: 'en', ids, handovers: 3, dissatisfied: 0, unmet: 1 } as const
    const [gap] = largestGaps([found('refund')], [cluster], { ...NOTHING, uncovered: 20 })
    expect(gap).toMatchObject({
      about: { kind: 'cluster', name: 'gift wrapping', language: 'en', ids },
      messages: 5,
      remedies: [{ kind: 'no-need', evidence: { numerator: 5, denominator: 20, value: 0.25 } }],
    })
  })
})

describe('what would close a gap', () => {
  it('is nothing in particular when no cause stands out', () => {
    expect(remediesOf({ followed: 30, missed: 5, large: 30, largeLedByDetail: 10 })).toEqual([])
  })

  it('is an answer when it is a draft, or when every third customer was not served by it', () => {
    expect(remediesOf({ draft: true })).toMatchObject([
      { kind: 'missing-answer', draft: true, evidence: { value: null, denominator: 0 } },
    ])
    expect(remediesOf({ followed: 30, missed: 10 })).toMatchObject([
      { kind: 'missing-answer', draft: false, evidence: { numerator: 10, denominator: 30 } },
    ])
    expect(remediesOf({ followed: 30, missed: 9 })).toEqual([])
    expect(remediesOf({ followed: 4, missed: 4 })).toEqual([])
  })

  it('are the details when they lead half of the large gaps', () => {
    expect(remediesOf({ large: 10, largeLedByDetail: 5 })).toMatchObject([
      { kind: 'missing-details', evidence: { numerator: 5, denominator: 10 } },
    ])
    expect(remediesOf({ large: 10, largeLedByDetail: 4 })).toEqual([])
    expect(remediesOf({ large: 4, largeLedByDetail: 4 })).toEqual([])
  })

  it('is to tell two needs apart when the lists keep offering both, and the other is named', () => {
    const lists = [
      ...Array.from({ length: 4 }, () => ['exchange', 'refund', 'delivery']),
      ['refund', 'delivery'],
      ['refund'],
      ['exchange', 'delivery', 'refund'],
    ]
    expect(remediesOf({}, lists)).toMatchObject([
      { kind: 'confusable-needs', other: 'exchange', evidence: { numerator: 4, denominator: 5 } },
    ])
    expect(remediesOf({}, lists.slice(0, 4))).toEqual([])
  })

  it('names the strongest cause first, and an unwritten answer before any', () => {
    const parts = { large: 10, largeLedByDetail: 6, followed: 10, missed: 9 }
    expect(remediesOf(parts).map(({ kind }) => kind)).toEqual(['missing-answer', 'missing-details'])
    expect(remediesOf({ ...parts, missed: 5 }).map(({ kind }) => kind)).toEqual(['missing-details', 'missing-answer'])
    expect(remediesOf({ ...parts, missed: 0, draft: true })[0]?.kind).toBe('missing-answer')
  })

  it('is a person where the policy wants one, whatever else shows', () => {
    const parts = { toPersonByPolicy: true, handovers: 8, requiredPerson: 6, draft: true, followed: 10, missed: 9 }
    expect(remediesOf(parts)).toMatchObject([{ kind: 'person-by-policy', evidence: { numerator: 6, denominator: 8 } }])
  })
})

describe('what went wrong with messages that no need covers', () => {
  let seq = 0
  const message = (conversationId: string, gap: number, handedOver = false, dissatisfied = false) => ({
    conversationId,
    seq: seq++,
    gap,
    handedOver,
    dissatisfied,
  })

  it('counts a conversation once, by its last message, and leaves out those from whom nothing was wanted', () => {
    const messages = [message('a', 0.8), message('a', 0.6), message('b', 0.9), message('c', 1, true)]
    expect(lossesOfMessages(messages, 0.5)).toEqual({ handovers: 1, dissatisfied: 0, unmet: expect.closeTo(0.75) })
  })

  it('counts a dissatisfied customer once, however many messages they wrote', () => {
    const messages = [message('a', 0, false, true), message('a', 0, true, true), message('b', 0)]
    expect(lossesOfMessages(messages, 0)).toEqual({ handovers: 1, dissatisfied: 1, unmet: 0 })
  })
})
