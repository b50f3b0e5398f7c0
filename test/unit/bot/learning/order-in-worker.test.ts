import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderInWorker } from '../../../../bot/learning/index.ts'
import { type IntentModel, orderByGain, serializeModel, trainIntentModel } from '../../../../nlp/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'

const EXAMPLES = [
  ['refund', ['I want my money back', 'refund my order', 'when do I get the refund', 'give back what I paid']],
  ['delivery', ['where is my parcel', 'when does it arrive', 'track the delivery', 'it has not been delivered']],
] as const

let store: Store
let model: IntentModel
beforeAll(async () => {
  store = await openStore(':memory:')
  const examples = EXAMPLES.flatMap(([need, texts]) => texts.map((text) => ({ text, need, language: 'en' as const })))
  model = trainIntentModel({ examples, outOfScope: [] }, { seed: 1 })
  const bytes = serializeModel(model)
  await store.models.save({ id: 'm', createdAt: 0, dataHash: 'h', manifest: '{}', bytes })
})
afterAll(() => store.close())

const messages = ['refund', 'parcel and money', 'purple', 'track it'].map((text, i) => ({ id: `c${i}`, text }))

describe('the order in which labels teach most', () => {
  it('made in a worker is the one that the stored model makes', async () => {
    expect(await orderInWorker(store)('m', messages)).toEqual(orderByGain(model, messages))
  })

  it('stays while it holds all that is asked for, and is made anew for what it does not', async () => {
    const order = orderInWorker(store)
    const all = await order('m', messages)
    const rest = await order('m', messages.slice(1))
    expect(rest).toEqual(all.filter(({ id }) => id !== 'c0'))
    const more = [...messages, { id: 'new', text: 'where is the refund' }]
    expect(await order('m', more)).toEqual(orderByGain(model, more))
  })

  it('of nothing, or by a model that is not stored, is none', async () => {
    expect(await orderInWorker(store)('m', [])).toEqual([])
    expect(await orderInWorker(store)('other', messages)).toEqual([])
  })
})
