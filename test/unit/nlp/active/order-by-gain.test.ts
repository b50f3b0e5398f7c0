import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../../bot/knowledge/index.ts'
import { classify, orderByGain, trainIntentModel, type Unlabelled } from '../../../../nlp/index.ts'
import { seededRandom, shuffle } from '../../../../nlp/intent/random.ts'
import { smallShop } from '../small-shop.ts'

const model = trainIntentModel(smallShop, { seed: 7, lexicon: loadLexicon() })

const VOUCHERS = [
  'My gift voucher code does not work',
  'The voucher code is not accepted',
  'Why is my gift voucher code invalid?',
  'The gift code says it is not valid',
  'My voucher does not work at the till',
]
const VOUCHERS_ZH = ['优惠券用不了', '我的优惠券无法使用', '优惠券码无效', '为什么优惠券不能用', '这张优惠券用不了啊']
const STRAY = 'Zebras juggle quartz under purple moons'
const KNOWN = ['When do I get my refund?', 'Where is my order?', '几点开门', '转人工']

const asMessages = (texts: readonly string[]): Unlabelled[] => texts.map((text) => ({ id: text, text }))
const idsOf = (messages: readonly Unlabelled[], limit?: number) =>
  orderByGain(model, messages, limit).map(({ id }) => id)

const anyText = fc.oneof(
  fc.constantFrom(...VOUCHERS, ...VOUCHERS_ZH, ...KNOWN, STRAY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '   ', '???', '👍'),
)
const anyMessages = fc
  .array(fc.record({ text: anyText, weight: fc.double({ min: 0.01, max: 20, noNaN: true }) }), { maxLength: 40 })
  .map((messages) => messages.map((message, i) => ({ id: `m${i}`, ...message })))

describe('the order in which labels teach most', () => {
  it('puts what many ask in doubt before what nobody else says and what the model knows', () => {
    const order = idsOf(asMessages([...KNOWN, STRAY, ...VOUCHERS]))
    expect(VOUCHERS).toContain(order[0])
    expect(order.indexOf(STRAY)).toBeGreaterThan(0)
    expect(order.indexOf(STRAY)).toBeLessThan(Math.min(...KNOWN.map((text) => order.indexOf(text))))
  })

  it('asks for another kind of message before a second one that says nearly the same', () => {
    const [first = '', second = ''] = VOUCHERS
    const near = `${first}!!`
    const order = idsOf(asMessages([first, near, second, ...VOUCHERS_ZH]))
    const twins = [order.indexOf(first), order.indexOf(near)].sort((a, b) => a - b)
    expect(twins[1]).toBeGreaterThan(Math.min(...VOUCHERS_ZH.map((text) => order.indexOf(text))))
    expect(twins[1]).toBeGreaterThan(order.indexOf(second))
  })

  it.each([
    ['English', VOUCHERS],
    ['Chinese', VOUCHERS_ZH],
  ])('begins with another group than the first message is of, in both languages (%s)', (_, group) => {
    const firstTwo = idsOf(asMessages([...VOUCHERS, ...VOUCHERS_ZH]), 2)
    expect(firstTwo.filter((id) => group.includes(id))).toHaveLength(1)
  })

  it('lets a message that counts little stand behind, though it is as uncertain', () => {
    const messages = asMessages([...VOUCHERS, ...VOUCHERS_ZH])
    const flood = messages.map((message) => (VOUCHERS.includes(message.id) ? { ...message, weight: 0.05 } : message))
    expect(VOUCHERS_ZH).toContain(idsOf(flood)[0])
    const other = messages.map((message) => (VOUCHERS.includes(message.id) ? message : { ...message, weight: 0.05 }))
    expect(VOUCHERS).toContain(idsOf(other)[0])
  })

  it('says a text once before it repeats it, and what is repeated is nothing new', () => {
    const same = ['a', 'b', 'c'].map((id) => ({ id, text: 'My gift voucher code does not work' }))
    const gains = orderByGain(model, [...same, { id: 'known', text: 'When do I get my refund?' }])
    expect(gains.map(({ id }) => id)).toEqual(['a', 'known', 'b', 'c'])
    expect(gains.map(({ diversity }) => diversity > 0)).toEqual([true, true, false, false])
    expect(gains[0]?.density).toBeGreaterThan(gains[1]?.density ?? 1)
  })

  it('says how uncertain, dense and new a message is', () => {
    const gains = new Map(orderByGain(model, asMessages([...VOUCHERS, STRAY, ...KNOWN])).map((gain) => [gain.id, gain]))
    for (const [id, { uncertainty }] of gains) {
      const [first, second] = classify(model, id).needs
      expect(uncertainty).toBeCloseTo(1 - ((first?.probability ?? 0) - (second?.probability ?? 0)), 10)
    }
    for (const text of VOUCHERS) expect(gains.get(text)?.density).toBeGreaterThan(gains.get(STRAY)?.density ?? 1)
    expect(gains.get(STRAY)?.diversity).toBeGreaterThan(0.8)
    const twins = orderByGain(model, asMessages(['My voucher does not work', 'My voucher does not work!!', STRAY]))
    expect(twins.map(({ diversity }) => diversity > 0.8)).toEqual([true, true, false])
  })

  it('has nothing to say of nothing', () => {
    expect(orderByGain(model, [])).toEqual([])
    expect(orderByGain(model, asMessages(VOUCHERS), 0)).toEqual([])
  })

  it('orders more messages than are compared at a time, the most uncertain first', () => {
    const numbered = Array.from({ length: 1200 }, (_, i) => `Does voucher ${i} pay for item ${(i * 7) % 1200}?`)
    const gains = orderByGain(model, asMessages(numbered))
    expect(new Set(gains.map(({ id }) => id))).toEqual(new Set(numbered))
    const [compared, others] = [gains.slice(0, 1000), gains.slice(1000)]
    const least = Math.min(...compared.map(({ uncertainty }) => uncertainty))
    expect(Math.max(...others.map(({ uncertainty }) => uncertainty))).toBeLessThanOrEqual(least)
  })

  it('is the same however the messages come, holds each once, and its parts are shares', () => {
    fc.assert(
      fc.property(anyMessages, fc.nat(), fc.nat({ max: 45 }), (messages, seed, limit) => {
        const gains = orderByGain(model, messages)
        expect(gains.map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort())
        for (const { uncertainty, density, diversity } of gains) {
          for (const part of [uncertainty, density, diversity]) {
            expect(part).toBeGreaterThanOrEqual(0)
            expect(part).toBeLessThanOrEqual(1)
          }
        }
        const shuffled = [...messages]
        shuffle(shuffled, seededRandom(seed))
        expect(orderByGain(model, shuffled)).toEqual(gains)
        expect(orderByGain(model, messages, limit)).toEqual(gains.slice(0, limit))
      }),
      { numRuns: 40 },
    )
  })
})
