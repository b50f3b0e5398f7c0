import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleKey } from '../../../../bot/knowledge/index.ts'
import { isOfSuite, learntSetOf } from '../../../../bot/models/index.ts'
import type { CandidateOrigin, KnowledgePack, Need, ReviewedMeaning } from '../../../../domain/index.ts'
import type { CandidateWithSightings } from '../../../../store/index.ts'

const REFUND: ReviewedMeaning = { kind: 'need', need: 'refund' }
const EVERYBODY = 1_000

function need(name: string, en: string[], zh: string[] = []): Need {
  return {
    name,
    role: 'task',
    title: { en: `The ${name}`, zh: name },
    group: 'orders',
    examples: { en, zh },
    details: [],
    answer: { text: { en: 'So.', zh: '好。' }, draft: false },
  }
}

function packOf(needs: Need[], outOfScope: string[] = []): KnowledgePack {
  return {
    name: 'shop',
    title: { en: 'Shop', zh: '小店' },
    languages: ['en', 'zh'],
    defaultLanguage: 'en',
    timeZone: 'utc',
    products: [],
    needs,
    outOfScope: { en: outOfScope },
  }
}

let ids = 0
function accepted(
  text: string,
  meant: ReviewedMeaning = REFUND,
  { customers = [`c${++ids}`], origin = 'handed-over' }: { customers?: string[]; origin?: CandidateOrigin } = {},
): CandidateWithSightings {
  return {
    id: `m${++ids}`,
    language: 'en',
    text,
    key: exampleKey(text),
    createdAt: 0,
    decision: { state: 'accepted', by: 'kim', at: ids, meant },
    version: 1,
    sightings: customers.map((customerId, seq) => ({ conversationId: `v${ids}`, seq, customerId, at: 0, origin })),
  }
}

/** Texts that the suite takes, or leaves, of those that people review. */
function texts(count: number, ofSuite: boolean, prefix = 'where is my money'): string[] {
  const found: string[] = []
  for (let n = 0; found.length < count; n++) {
    const text = `${prefix} ${n}`
    if (isOfSuite(exampleKey(text), 'reviewed') === ofSuite) found.push(text)
  }
  return found
}

const many = (prefix: string) => Array.from({ length: 60 }, (_, n) => `${prefix} example ${n}`)
const PACK = packOf([need('refund', many('refund'), many('退款')), need('cancel', many('cancel'))], many('weather'))

describe('what is learnt and what judges', () => {
  it('never have a text in common, whatever the pack says and people accept', () => {
    const word = fc.constantFrom('refund', 'Refund ', 'cancel', 'the refund', 'money back', 'pay', 'stop it', '退款')
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const list = fc.array(text, { maxLength: 25 })
    const meant = fc.constantFrom<ReviewedMeaning>(REFUND, { kind: 'need', need: 'cancel' }, { kind: 'none' })
    const placeholder = fc.constantFrom('', ' [name]', ' [order number]', '[电话] ')
    fc.assert(
      fc.property(
        fc.tuple(list, list, list, list),
        fc.array(fc.tuple(text, placeholder, meant), { maxLength: 30 }),
        ([refund, refundZh, cancel, outside], candidates) => {
          const pack = packOf([need('refund', refund, refundZh), need('cancel', cancel)], outside)
          const messages = candidates.map(([said, hidden, meaning]) => accepted(hidden + said, meaning))
          const { training, suite } = learntSetOf(pack, messages, 3)
          const taught = new Set(
            [
              ...training.examples.map((one) => one.text),
              ...training.outOfScope,
              ...Object.values(training.titles ?? {}).flat(),
            ].map(exampleKey),
          )
          expect(suite.filter((message) => taught.has(exampleKey(message.text)))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('lose no text of the pack, and the suite has about a tenth of it in every language and out of scope', () => {
    const { training, suite } = learntSetOf(PACK, [], EVERYBODY)
    expect(training.examples.length + training.outOfScope.length + suite.length).toBe(240)
    expect(suite.length).toBeGreaterThan(10)
    expect(suite.length).toBeLessThan(45)
    expect(new Set(suite.map(({ language }) => language))).toEqual(new Set(['en', 'zh']))
    expect(suite.some(({ truth }) => truth.kind === 'none')).toBe(true)
  })

  it('take no example from a need that has few of a language', () => {
    const few = packOf([need('refund', many('refund').slice(0, 9), many('退款').slice(0, 9)), need('cancel', ['stop'])])
    expect(learntSetOf(few, [], EVERYBODY).suite).toEqual([])
  })

  it('have a fifth of what people accepted for judging and the rest for learning, as need or as out of scope', () => {
    const [teaching, judging] = [texts(4, false), texts(2, true)]
    const none: ReviewedMeaning = { kind: 'none' }
    const messages = [...teaching.slice(0, 3), ...judging].map((text) => accepted(text))
    const set = learntSetOf(PACK, [...messages, accepted(teaching[3] ?? '', none)], EVERYBODY)
    const bare = learntSetOf(PACK, [], EVERYBODY)
    expect(set.training.examples.slice(bare.training.examples.length)).toEqual(
      teaching.slice(0, 3).map((text) => ({ text, need: 'refund' })),
    )
    expect(set.training.outOfScope.at(-1)).toBe(teaching[3])
    expect(set.suite.slice(bare.suite.length).map(({ text }) => text)).toEqual(judging)
  })

  it('hold what was written without what stands for personal data', () => {
    const [text = ''] = texts(1, false, 'my refund did not come')
    const { training } = learntSetOf(PACK, [accepted(`[name] ${text} [order number]`)], EVERYBODY)
    expect(training.examples.at(-1)).toEqual({ text, need: 'refund' })
  })

  it('leave out needs that the pack has not, what it says already, repetitions and what is not accepted', () => {
    const [text = ''] = texts(1, false)
    const rejected = { ...accepted('no more of this'), decision: { state: 'rejected', by: 'kim', at: 0 } as const }
    const set = learntSetOf(
      PACK,
      [
        accepted('fax me', { kind: 'need', need: 'fax' }),
        accepted('Refund  EXAMPLE 1'),
        accepted('the refund'),
        accepted('[phone]'),
        rejected,
        accepted(text),
        accepted(`${text} [name]`, { kind: 'need', need: 'cancel' }),
      ],
      EVERYBODY,
    )
    expect(set.accepted.map((one) => [one.text, one.truth])).toEqual([[text, REFUND]])
  })

  it('count only so many messages that one customer alone has sent, the earliest', () => {
    const own = texts(8, false).map((text) => accepted(text, REFUND, { customers: ['flood', 'flood'] }))
    const shared = accepted('my money please now', REFUND, { customers: ['flood', 'other'] })
    const counted = learntSetOf(PACK, [...own, shared], 5).accepted
    expect(counted.map(({ id }) => id)).toEqual([...own.slice(0, 5), shared].map(({ id }) => id))
  })

  it('judge by no message that came up only because its answer was rated low, and yet learn from it', () => {
    const [teaching = '', judging = ''] = [...texts(1, false), ...texts(1, true)]
    const low = { origin: 'rated-low' as const }
    const bare = learntSetOf(PACK, [], EVERYBODY)
    const set = learntSetOf(PACK, [accepted(teaching, REFUND, low), accepted(judging, REFUND, low)], EVERYBODY)
    expect(set.accepted.map(({ isEvidence }) => isEvidence)).toEqual([false, false])
    expect(set.training.examples.at(-1)?.text).toBe(teaching)
    expect(set.suite).toEqual(bare.suite)
  })
})
