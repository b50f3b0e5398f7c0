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

const messages = ['refund', 'parcel and money', 'purple', 'track it', 'and now'].map((text, i) => ({
  id: `c${i}`,
  text,
}))

const warned: object[] = []
const order = () => orderInWorker(store, { warn: (fields) => void warned.push(fields) })

describe('the order in which labels teach most', () => {
  it('made in a worker is the one that the stored model makes, for several who ask at once', async () => {
    const shared = order()
    const both = await Promise.all([shared('m', messages), shared('m', messages)])
    expect(both).toEqual([orderByGain(model, messages), orderByGain(model, messages)])
  })

  it('stays as it is for what is left of it', async () => {
    const kept = order()
    const all = await kept('m', messages)
    expect(await kept('m', messages.slice(1))).toEqual(all.filter(({ id }) => id !== 'c0'))
  })

  it('does not keep the reader waiting for a new message, which is in the next one', async () => {
    const kept = order()
    const all = await kept('m', messages)
    const more = [...messages, { id: 'new', text: 'where is the refund' }]
    expect(await kept('m', more)).toEqual(all)
    await expect.poll(() => kept('m', more)).toEqual(orderByGain(model, more))
  })

  it('is made anew at once where most of the messages are new to it, or for another model', async () => {
    const kept = order()
    await kept('m', messages.slice(0, 1))
    expect(await kept('m', messages)).toEqual(orderByGain(model, messages))
    await store.models.save({ id: 'next', createdAt: 1, dataHash: 'h', manifest: '{}', bytes: serializeModel(model) })
    expect(await kept('next', messages)).toEqual(orderByGain(model, messages))
  })

  it('of nothing, or by a model that is not stored, is none', async () => {
    expect(await order()('m', [])).toEqual([])
    expect(await order()('other', messages)).toEqual([])
  })

  it('fails for whoever waits, and only warns of it where there is one to serve', async () => {
    await store.models.save({ id: 'broken', createdAt: 1, dataHash: 'h', manifest: '{}', bytes: new Uint8Array([1]) })
    await expect(order()('broken', messages)).rejects.toMatchObject({ code: 'TRAINING_FAILED' })

    let served = serializeModel(model)
    const models = { ...store.models, get: async () => ({ ...(await store.models.get('m')), bytes: served }) as never }
    const kept = orderInWorker({ models }, { warn: (fields) => void warned.push(fields) })
    const all = await kept('m', messages)
    served = new Uint8Array([1])
    expect(await kept('m', [...messages, { id: 'new', text: 'new' }])).toEqual(all)
    await expect.poll(() => warned.length).toBe(1)
  })
})
