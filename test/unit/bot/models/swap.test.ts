import { expect, it, onTestFinished } from 'vitest'
import { loadPack } from '../../../../bot/knowledge/index.ts'
import { followChampion, mindOf } from '../../../../bot/models/index.ts'
import { type IntentModel, serializeModel, trainIntentModel, understand } from '../../../../nlp/index.ts'
import { openStore } from '../../../../store/index.ts'
import { openCompany } from '../../../contract/channels/company.ts'
import { policy } from '../../../support/minds.ts'
import { packFolder } from '../knowledge/pack-folder.ts'

const CUSTOMERS = 12
const CHATS_EACH = 6
const SAID = ['where is my refund', 'the one of CD-104233', 'pay me back', 'a person please']

/** Both know the needs of the pack, and they read every message a little differently. */
const MODELS: Record<string, IntentModel> = {
  one: trained(['refund please', 'where is my refund', 'money back', 'pay me back', 'my money']),
  two: trained(['give it back', 'where is my refund', 'repay', 'the refund of my order', 'reimburse me']),
}

function trained(refund: string[]): IntentModel {
  const person = ['a person please', 'human', 'agent', 'operator', 'let me talk to someone']
  const examples = Object.entries({ refund, person }).flatMap(([need, texts]) => texts.map((text) => ({ need, text })))
  return trainIntentModel({ examples, outOfScope: [] }, { seed: 1 })
}

it('drops and doubles no turn while models are swapped under many chats, and no turn is thought by two of them', async () => {
  const packDir = await packFolder()
  const pack = await loadPack(packDir)
  const store = await openStore(':memory:')
  for (const [id, model] of Object.entries(MODELS)) {
    await store.models.save({ id, createdAt: 0, dataHash: '', manifest: '{}', bytes: serializeModel(model) })
  }
  const [first, second] = Object.values(MODELS) as [IntentModel, IntentModel]
  const read = (model: IntentModel) =>
    SAID.map((text) => understand(model, text, { now: 0, timeZone: pack.timeZone, products: [] }))
  expect(read(first)).not.toEqual(read(second))
  await store.models.promote('one', { at: 0, reason: 'pack', by: 'system' })
  const { url, mind, adopt, stop } = await openCompany({
    store,
    mind: mindOf({ id: 'one', model: first, trained: false }, pack, policy),
    pack,
    config: { anonymousTokensPerMinute: 10_000 },
  })
  onTestFinished(stop)

  const refusals: string[] = []
  const log = { warn: (_: object, text: string) => void refusals.push(text) }
  const follow = followChampion(store, packDir, mind, async (next) => adopt(next), log)
  let chatting = true
  let swaps = 0
  const swapping = (async () => {
    while (chatting) {
      await store.models.promote(mind().modelId === 'one' ? 'two' : 'one', {
        at: ++swaps,
        reason: 'gate',
        by: 'system',
      })
      expect(await follow.run()).toBe(1)
    }
  })()
  const chats = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => customer(url, i)))
  chatting = false
  await swapping
  expect(refusals).toEqual([])
  expect(swaps).toBeGreaterThan(2)

  const thoughtBy = new Set<string>()
  for (const id of chats.flat()) {
    const messages = await store.conversations.messages(id, 0, 100)
    const said = messages.filter(({ from }) => from === 'customer')
    expect(said.map(({ text }) => text)).toEqual(SAID)
    const turns = await store.conversations.turns(id)
    expect(turns.map(({ seq }) => seq)).toEqual(said.map(({ seq }) => seq))
    for (const [i, { modelId, at, seq, understanding, deliberation }] of turns.entries()) {
      const model = MODELS[modelId]
      if (!model) throw new TypeError(`${modelId} is none of them`)
      thoughtBy.add(modelId)
      const { timeZone, products } = pack
      expect(understanding).toEqual(understand(model, SAID[i] as string, { now: at, timeZone, products }))
      expect(deliberation?.belief.needs.every(({ need }) => model.needs.includes(need))).toBe(true)
      expect(messages.some((message) => message.from === 'bot' && message.seq === seq + 1)).toBe(true)
    }
  }
  expect([...thoughtBy].sort()).toEqual(['one', 'two'])
}, 120_000)

/** One chat after the other over real sockets; each message is sent twice, as clients do whose line is bad. */
async function customer(url: string, index: number): Promise<string[]> {
  const ids: string[] = []
  for (let chat = 0; chat < CHATS_EACH; chat++) {
    const { token, conversationId } = await posted<{ token: string; conversationId: string }>(
      `${url}/v3/directline/conversations`,
      await posted<{ token: string }>(`${url}/v3/directline/tokens/generate`),
    )
    ids.push(conversationId)
    for (const [n, text] of SAID.entries()) {
      const activity = { type: 'message', text, channelData: { clientActivityID: `${index}-${chat}-${n}` } }
      const send = () => posted(`${url}/v3/directline/conversations/${conversationId}/activities`, { token }, activity)
      await Promise.all([send(), send()])
    }
  }
  return ids
}

async function posted<Answer>(url: string, { token }: { token?: string } = {}, body?: object): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  const response = await fetch(url, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) })
  expect(response.ok, await response.clone().text()).toBe(true)
  return (await response.json()) as Answer
}
