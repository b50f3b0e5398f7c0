import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionOf, proposalOf, unreviewedMeaning, weightsOf } from '../../../../bot/learning/review.ts'
import { useOf } from '../../../../bot/models/index.ts'
import { type CandidateVerdict, LABEL_SOURCES, type ReviewedMeaning } from '../../../../domain/index.ts'

const REFUND: ReviewedMeaning = { kind: 'need', need: 'refund' }
const DELIVERY: ReviewedMeaning = { kind: 'need', need: 'delivery' }
const NONE: ReviewedMeaning = { kind: 'none' }
const has = (need: string) => need === 'refund' || need === 'delivery'
const believed = { needs: [{ need: 'delivery', probability: 0.6 }], outOfScope: 0.4 }

const said = (meant: CandidateVerdict['meant'], changes: Partial<CandidateVerdict> = {}): CandidateVerdict => ({
  source: 'agent',
  meant,
  answerWrong: false,
  ...changes,
})

const verdicts = fc.array(
  fc.record({
    source: fc.constantFrom(...LABEL_SOURCES),
    meant: fc.constantFrom<CandidateVerdict['meant']>(REFUND, DELIVERY, NONE, { kind: 'unclear' }),
    answerWrong: fc.boolean(),
  }),
  { maxLength: 4 },
)

describe('what is proposed for a candidate', () => {
  it.each([
    ['what people said, whatever the bot believes', [said(REFUND), said(REFUND, { source: 'pick' })], REFUND],
    ['that no need fits, where they said so', [said(NONE)], NONE],
    ['nothing, where they differ', [said(REFUND), said(NONE)], undefined],
    ['nothing, where the pack has their need no more', [said({ kind: 'need', need: 'gone' })], undefined],
    ['the need, where its answer was wrong', [said(REFUND, { answerWrong: true })], REFUND],
    ['what the bot believes, where nobody said anything', [], DELIVERY],
    ['what the bot believes, where nobody could tell', [said({ kind: 'unclear' })], DELIVERY],
  ])('is %s', (_what, given, wanted) => {
    expect(proposalOf(given, believed, has)).toEqual(wanted)
  })

  it('is no need, where the bot believes most in none', () => {
    expect(proposalOf([], { needs: [{ need: 'refund', probability: 0.3 }], outOfScope: 0.5 }, has)).toEqual(NONE)
    expect(proposalOf([], { needs: [], outOfScope: 1 }, has)).toEqual(NONE)
  })
})

describe('what is learnt without a manager', () => {
  it.each([
    ['what an agent said', [said(REFUND)], REFUND],
    ['what agents agree on', [said(NONE), said(NONE)], NONE],
    ['nothing that agents differ about', [said(REFUND), said(DELIVERY)], undefined],
    ['nothing that a check contradicts', [said(REFUND), said(DELIVERY, { source: 'check' })], undefined],
    ['nothing that no agent spoke of', [said(REFUND, { source: 'pick' })], undefined],
    ['nothing of a wrong answer', [said(REFUND, { answerWrong: true })], undefined],
    ['nothing that somebody could not tell', [said(REFUND), said({ kind: 'unclear' })], undefined],
    ['nothing that the pack has no more', [said({ kind: 'need', need: 'gone' })], undefined],
    ['nothing that nobody spoke of', [], undefined],
  ])('is %s', (_what, given, wanted) => {
    expect(unreviewedMeaning(given, has)).toEqual(wanted)
  })

  it('is never anything else than what would be proposed', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const meant = unreviewedMeaning(given, has)
        if (meant) expect(proposalOf(given, believed, has)).toEqual(meant)
      }),
    )
  })
})

describe('a decision', () => {
  it('says who decided what and when; taken back, nothing is left of it', () => {
    expect(decisionOf({ kind: 'accept', meant: NONE }, 'kim', 7)).toEqual({
      state: 'accepted',
      by: 'kim',
      at: 7,
      meant: NONE,
    })
    expect(decisionOf({ kind: 'reject' }, 'kim', 7)).toEqual({ state: 'rejected', by: 'kim', at: 7 })
    expect(decisionOf({ kind: 'undo' }, 'kim', 7)).toEqual({ state: 'pending' })
  })

  it('puts about a fifth of the texts into the frozen suite, by their words alone', () => {
    const uses = Array.from({ length: 2_000 }, (_, i) => useOf({ text: `message number ${i}` }))
    const suite = uses.filter((use) => use === 'suite').length / uses.length
    expect(suite).toBeGreaterThan(0.15)
    expect(suite).toBeLessThan(0.25)
    expect(useOf({ text: 'message number 1' })).toBe(uses[1])
  })
})

describe('how much a candidate counts', () => {
  const of = (id: string, ...customers: string[]) => ({
    id,
    sightings: customers.map((customerId, seq) => ({
      conversationId: `${id}-${customerId}`,
      seq,
      customerId,
      at: 0,
      origin: 'clarified' as const,
    })),
  })

  it('is its share in all that its customer wrote: fifty messages of one customer count as one', () => {
    const flood = Array.from({ length: 50 }, (_, i) => of(`flood ${i}`, 'mallory'))
    const weights = weightsOf([...flood, of('other', 'anna')])
    expect(weights.get('other')).toBe(1)
    const total = flood.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0)
    expect(total).toBeCloseTo(1)
  })

  it('is that of the customer who wrote least, where several wrote the same', () => {
    const weights = weightsOf([of('a', 'mallory', 'anna'), of('b', 'mallory'), of('c', 'mallory', 'mallory')])
    expect([...weights.values()]).toEqual([1, 1 / 3, 1 / 3])
  })

  it('is more than nothing and at most one, and of one customer’s own messages at most one together', () => {
    const candidates = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), { maxLength: 12 })
    fc.assert(
      fc.property(candidates, (all) => {
        const given = all.map((customers, i) => of(String(i), ...customers))
        const weights = weightsOf(given)
        for (const weight of weights.values()) {
          expect(weight).toBeGreaterThan(0)
          expect(weight).toBeLessThanOrEqual(1)
        }
        for (const customer of ['a', 'b', 'c']) {
          const own = given.filter(({ sightings }) => sightings.every(({ customerId }) => customerId === customer))
          expect(own.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})
