import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type GoodwillEvidence,
  type GoodwillTrigger,
  goodwillFor,
  inCents,
} from '../../../../bot/goodwill/goodwill-for.ts'
import type { GoodwillPolicy, GoodwillRule } from '../../../../bot/policy/index.ts'
import { DAY_MS, GIFTS, GOODWILL_REASONS, type Treatment } from '../../../../domain/index.ts'
import { policy } from '../../../support/minds.ts'

const START = Date.UTC(2026, 10, 2, 9)

function rule(name: string, changes: Partial<GoodwillRule> = {}): GoodwillRule {
  return {
    name,
    when: 'bad-rating',
    give: 'voucher',
    text: { en: 'Sorry.', zh: '抱歉。' },
    cost: 10,
    cooldownDays: 30,
    maxPerCustomerPerYear: 2,
    ...changes,
  }
}

const section = (rules: GoodwillRule[], changes: Partial<GoodwillPolicy> = {}): GoodwillPolicy => ({
  ...policy.goodwill,
  budgetPerMonth: 100,
  holdOut: 0,
  rules,
  ...changes,
})

const sure: GoodwillEvidence = {
  honesty: 1,
  knownForDays: 400,
  trust: { score: 0.9, low: 0.8, high: 0.95, n: 20 },
  canCall: true,
}
const trigger = (changes: Partial<GoodwillTrigger> = {}): GoodwillTrigger => ({
  reason: 'bad-rating',
  cause: 'survey:s1',
  conversationId: 'c1',
  at: START,
  ...changes,
})
const nothing = { treatments: [], spentCents: 0 }
const noDraw = () => 0.5

function treatment(changes: Partial<Treatment> = {}): Treatment {
  return {
    id: 't',
    customerId: 'anna',
    conversationId: 'c0',
    number: 1,
    cause: 'survey:s0',
    reason: 'bad-rating',
    rule: 'sorry',
    gift: 'voucher',
    state: 'given',
    at: START - 100 * DAY_MS,
    costCents: 1_000,
    trustBefore: 0.5,
    ...changes,
  }
}

describe('goodwill', () => {
  const sorry = section([rule('sorry')])

  it('is what the first rule for the reason gives', () => {
    const rules = [rule('thanks', { when: 'loyal' }), rule('sorry'), rule('second')]
    expect(goodwillFor(trigger(), nothing, section(rules), sure, noDraw)).toEqual({ kind: 'treat', rule: rules[1] })
    const promise = trigger({ reason: 'promise-broken' })
    expect(goodwillFor(promise, nothing, section(rules), sure, noDraw)).toEqual({ kind: 'none', because: 'no-rule' })
  })

  it.each<[string, Partial<GoodwillEvidence>, Partial<GoodwillTrigger>, Treatment[], string]>([
    ['the same cause again', {}, { cause: 'survey:s0' }, [treatment()], 'already-treated'],
    [
      'the same cause again, also when it came to nothing',
      {},
      { cause: 'survey:s0' },
      [treatment({ state: 'no-budget' })],
      'already-treated',
    ],
    ['a complaint that is probably not honest', { honesty: 0.79 }, {}, [], 'not-credible'],
    ['a customer whom nobody knows yet', { knownForDays: 29 }, {}, [], 'not-credible'],
    ['a customer who got something lately', {}, {}, [treatment({ at: START - 29 * DAY_MS })], 'cooldown'],
    [
      'a customer who was held out lately',
      {},
      {},
      [treatment({ at: START - 29 * DAY_MS, state: 'held-out' })],
      'cooldown',
    ],
    [
      'the same conversation for which they got something else',
      {},
      { conversationId: 'c0' },
      [treatment({ reason: 'promise-broken', at: START - DAY_MS })],
      'cooldown',
    ],
    ['a customer who got all that a year has', {}, {}, [treatment({ at: START - 364 * DAY_MS }), treatment()], 'cap'],
  ])('is nothing for %s', (_, evidence, about, treatments, because) => {
    const decision = goodwillFor(trigger(about), { treatments, spentCents: 0 }, sorry, { ...sure, ...evidence }, noDraw)
    expect(decision).toEqual({ kind: 'none', because })
  })

  it.each<[string, Treatment[]]>([
    ['the cooldown is over', [treatment({ at: START - 30 * DAY_MS })]],
    ['the one of a year ago does not count any more', [treatment({ at: START - 365 * DAY_MS }), treatment()]],
    ['what there was no money for does not count', [treatment({ state: 'no-budget', at: START - 1 })]],
    [
      'it was given for another reason, in another conversation',
      [treatment({ reason: 'promise-broken', at: START - 1 })],
    ],
  ])('is given again when %s', (_, treatments) => {
    expect(goodwillFor(trigger(), { treatments, spentCents: 0 }, sorry, sure, noDraw).kind).toBe('treat')
  })

  it('is refused when the month has no money left, and then names the rule; what is free is given all the same', () => {
    const spent = { treatments: [], spentCents: 9_001 }
    expect(goodwillFor(trigger(), spent, sorry, sure, noDraw)).toMatchObject({
      kind: 'none',
      because: 'budget',
      rule: { name: 'sorry' },
    })
    expect(goodwillFor(trigger(), { ...spent, spentCents: 9_000 }, sorry, sure, noDraw).kind).toBe('treat')
    const free = section([rule('ahead', { give: 'priority', cost: 0 })])
    expect(goodwillFor(trigger(), { ...spent, spentCents: 20_000 }, free, sure, noDraw).kind).toBe('treat')
  })

  it('holds out whom the draw says, by the rule that would have been given', () => {
    const drawn = section([rule('sorry')], { holdOut: 0.2 })
    expect(goodwillFor(trigger(), nothing, drawn, sure, () => 0.19)).toMatchObject({
      kind: 'held-out',
      rule: { name: 'sorry' },
    })
    expect(goodwillFor(trigger(), nothing, drawn, sure, () => 0.2).kind).toBe('treat')
  })

  it('promises no call where nobody can call', () => {
    const rules = section([rule('call', { give: 'call' }), rule('sorry')])
    expect(goodwillFor(trigger(), nothing, rules, { ...sure, canCall: false }, noDraw)).toMatchObject({
      rule: { name: 'sorry' },
    })
  })

  it.each<[Partial<GoodwillEvidence>, string]>([
    [{ trust: { ...sure.trust, low: 0.6 } }, 'none'],
    [{ trust: { ...sure.trust, n: 7 } }, 'none'],
    [{ knownForDays: 179 }, 'none'],
    [{ honesty: 0 }, 'treat'],
  ])('for loyalty asks for trust that is sure, evidence and time: %o', (evidence, kind) => {
    const thanks = section([rule('thanks', { when: 'loyal' })])
    expect(goodwillFor(trigger({ reason: 'loyal' }), nothing, thanks, { ...sure, ...evidence }, noDraw).kind).toBe(kind)
  })
})

describe('whatever happens, in whatever order it is seen', () => {
  const anyRule = fc.record({
    when: fc.constantFrom(...GOODWILL_REASONS),
    give: fc.constantFrom(...GIFTS),
    cost: fc.integer({ min: 0, max: 2_000 }).map((cents) => cents / 100),
    cooldownDays: fc.integer({ min: 1, max: 200 }),
    maxPerCustomerPerYear: fc.integer({ min: 1, max: 4 }),
  })
  const anyHappening = fc.record({
    reason: fc.constantFrom(...GOODWILL_REASONS),
    cause: fc.integer({ min: 0, max: 30 }),
    customer: fc.integer({ min: 0, max: 2 }),
    conversation: fc.integer({ min: 0, max: 5 }),
    day: fc.integer({ min: 0, max: 800 }),
    honesty: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const anything = {
    rules: fc.array(anyRule, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, i) => rule(`r${i}`, one))),
    happenings: fc.array(anyHappening, { minLength: 1, maxLength: 120 }),
    budgetPerMonth: fc.integer({ min: 0, max: 60 }),
    holdOut: fc.constantFrom(0, 0.3),
  }

  it('no month costs more than the budget, nobody gets more than the cap or before the cooldown, and a cause once', () => {
    fc.assert(
      fc.property(fc.record(anything), ({ rules, happenings, budgetPerMonth, holdOut }) => {
        const policyHere = section(rules, { budgetPerMonth, holdOut })
        const all: Treatment[] = []
        const spent = new Map<number, number>()
        for (const { customer, cause, conversation, day, honesty, reason } of happenings) {
          const at = START + day * DAY_MS
          const month = Math.floor(day / 30)
          const own = all.filter(({ customerId }) => customerId === `cu${customer}`)
          const decision = goodwillFor(
            trigger({ reason, cause: `${reason}${cause}`, conversationId: `c${conversation}`, at }),
            { treatments: own, spentCents: spent.get(month) ?? 0 },
            policyHere,
            { ...sure, honesty },
            () => customer / 3,
          )
          if (decision.kind === 'none') continue
          const costCents = inCents(decision.rule.cost)
          const state = decision.kind === 'treat' ? 'given' : 'held-out'
          if (state === 'given') spent.set(month, (spent.get(month) ?? 0) + costCents)
          const about = { customerId: `cu${customer}`, cause: `${reason}${cause}`, conversationId: `c${conversation}` }
          all.push(treatment({ ...about, reason, rule: decision.rule.name, state, at, costCents }))
        }
        for (const cents of spent.values()) expect(cents).toBeLessThanOrEqual(budgetPerMonth * 100)
        for (const one of all) {
          const same = all.filter(({ customerId, reason }) => customerId === one.customerId && reason === one.reason)
          const cap = Math.max(
            ...rules.filter(({ when }) => when === one.reason).map((each) => each.maxPerCustomerPerYear),
          )
          const year = same.filter(({ at }) => at >= one.at && at < one.at + 365 * DAY_MS)
          expect(year.length).toBeLessThanOrEqual(cap)
          const shortest = Math.min(...rules.filter(({ when }) => when === one.reason).map((each) => each.cooldownDays))
          for (const other of same)
            if (other !== one) expect(Math.abs(other.at - one.at)).toBeGreaterThanOrEqual(shortest * DAY_MS)
          expect(same.filter(({ cause }) => cause === one.cause)).toEqual([one])
        }
      }),
      { numRuns: 300 },
    )
  })
})
