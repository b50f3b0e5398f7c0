import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gapModelBytes, guardModel, type ModelKind, PRIOR_GAP_MODEL } from '../../../../bot/models/index.ts'
import { type Clock, DAY_MS, type Decision, type KnowledgePack, MINUTE_MS } from '../../../../domain/index.ts'
import { serializeModel, trainIntentModel } from '../../../../nlp/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { change, committed, conversation, message, START, turn } from '../../../contract/store/sample.ts'
import { need, scriptedMind } from '../../../support/minds.ts'
import { smallShop } from '../../nlp/small-shop.ts'

const model = trainIntentModel(smallShop, { seed: 3 })
const pack: KnowledgePack = { ...scriptedMind({}).pack, needs: model.needs.map((name) => need(name)) }
const bytes = serializeModel(model)
let store: Store
let now: number
let ids = 0
const clock: Clock = { now: () => now }
const newId = () => `id-${++ids}`
const guard = (kind: ModelKind = 'intents') => guardModel({ store, kind, pack, clock, newId })

beforeEach(async () => {
  store = await openStore(':memory:')
  now = START
})
afterEach(() => store.close())

/** Conversations of one turn each, one a minute; every n-th is handed over. */
async function talk(conversations: number, handedOverEvery: number): Promise<void> {
  for (let i = 1; i <= conversations; i++) {
    now += MINUTE_MS
    const id = newId()
    const decision: Decision =
      i % handedOverEvery === 0
        ? { kind: 'escalate', reasons: ['gap-too-large'] }
        : { kind: 'answer', need: 'refund', confidence: 0.9 }
    const parts = {
      messages: [message(`m-${id}`, { at: now })],
      turn: turn(`t-${id}`, { conversationId: id, at: now, decision }),
    }
    await committed(store, change(conversation({ id }), parts))
  }
}

const FIRST = 'first'
const SECOND = 'second'

/** The first is made of the pack; the second is promoted as told. */
async function twoModels(reason: 'gate' | 'chosen' = 'gate'): Promise<void> {
  const save = (id: string, why: 'pack' | typeof reason) =>
    store.models.save(
      { id, createdAt: now, dataHash: '', manifest: '{}', bytes },
      { at: now, reason: why, by: 'system' },
    )
  await save(FIRST, 'pack')
  await talk(200, 10)
  now += 1
  await save(SECOND, reason)
}

describe('the guard', () => {
  it('goes back from a model that the gate has promoted and that hands over far more, with the figures', async () => {
    await twoModels()
    await talk(40, 2)
    expect(await guard()).toEqual({ kind: 'too-few-turns', turns: 40, needed: 50 })
    await talk(20, 2)
    expect(await guard()).toMatchObject({ kind: 'rolled-back', way: { left: SECOND, for: FIRST } })
    expect((await store.models.champion())?.id).toBe(FIRST)

    const handedOver = { before: { bad: 20, of: 200 }, after: { bad: 30, of: 60 } }
    const verdict = { look: 1, rates: expect.arrayContaining([expect.objectContaining(handedOver)]) }
    const [serving, left] = await store.models.services()
    expect(serving).toMatchObject({ modelId: FIRST, reason: 'guard', by: 'system' })
    expect(JSON.parse(serving?.detail ?? '')).toMatchObject(verdict)
    expect(left).toMatchObject({ modelId: SECOND, to: now })
    const [entry] = await store.audit.list(1)
    expect(entry).toMatchObject({ actor: 'system', action: 'model.rolled-back', subject: SECOND })
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ kind: 'intents', instead: FIRST, figures: verdict })
    expect(await guard()).toEqual({ kind: 'not-watched' })
  })

  it('leaves one that does as well alone, and looks again only when the turns have doubled', async () => {
    await twoModels()
    await talk(60, 10)
    expect(await guard()).toMatchObject({ kind: 'no-worse', modelId: SECOND, verdict: { look: 1 } })
    expect(await guard()).toEqual({ kind: 'too-few-turns', turns: 60, needed: 100 })
    await talk(40, 10)
    expect(await guard()).toMatchObject({ kind: 'no-worse', verdict: { look: 2 } })
  })

  it('watches none that a person has chosen, and none for longer than four weeks', async () => {
    await twoModels('chosen')
    await talk(60, 1)
    expect(await guard()).toEqual({ kind: 'not-watched' })
    await store.models.promote(FIRST, { at: ++now, reason: 'gate', by: 'system' })
    now += 29 * DAY_MS
    expect(await guard()).toEqual({ kind: 'not-watched' })
  })

  it('counts its looks anew for the next model', async () => {
    await twoModels()
    await talk(60, 10)
    await guard()
    await store.models.promote(FIRST, { at: ++now, reason: 'gate', by: 'system' })
    await talk(50, 10)
    expect(await guard()).toMatchObject({ kind: 'no-worse', verdict: { look: 1 } })
  })

  it('says so when the model before cannot serve any more', async () => {
    await twoModels()
    const record = await store.models.get(FIRST)
    if (record) await store.models.save({ ...record, bytes: new Uint8Array([1, 2, 3]) })
    await talk(60, 1)
    const problem = expect.stringContaining('MODEL_UNREADABLE')
    expect(await guard()).toMatchObject({ kind: 'worse-but-kept', modelId: SECOND, problem })
    expect((await store.models.champion())?.id).toBe(SECOND)
  })

  it('takes a look again that was broken off before it could go back', async () => {
    await twoModels()
    await talk(60, 2)
    const models = { ...store.models, promote: () => Promise.reject(new Error('the disk is full')) }
    const broken = guardModel({ store: { ...store, models }, kind: 'intents', pack, clock, newId })
    await expect(broken).rejects.toThrow('the disk is full')
    expect(await guard()).toMatchObject({ kind: 'rolled-back', verdict: { look: 1 } })
  })

  it('goes back from the first gap model to the one that every installation has', async () => {
    await talk(200, 10)
    const byGate = { at: ++now, reason: 'gate', by: 'system' } as const
    const g1 = { id: 'g1', createdAt: now, dataHash: '', manifest: '{}', bytes: gapModelBytes(PRIOR_GAP_MODEL.model) }
    await store.gapModels.save(g1, byGate)
    await talk(60, 2)
    expect(await guard('gap')).toMatchObject({ kind: 'rolled-back', way: { left: 'g1' } })
    expect(await store.gapModels.champion()).toBeUndefined()
  })
})
