import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { serializeModel, trainIntentModel } from '../../nlp/index.ts'
import { openStore } from '../../store/index.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

const REFUND = ['where is my refund', 'money back please', 'my money', 'refund', 'pay me back', 'no refund yet']
const PERSON = ['a person please', 'human', 'agent', 'operator', 'let me talk to someone', 'staff']

const folder = temporaryFolder()
let server: RunningServer | undefined
afterAll(async () => {
  await server?.stop()
  folder.remove()
})

async function writePack(dir: string): Promise<string> {
  await mkdir(join(dir, 'needs'), { recursive: true })
  await writeFile(
    join(dir, 'pack.yaml'),
    'name: corner-shop\ntitle: { en: Corner shop }\nlanguages: [en]\ndefaultLanguage: en\ntimeZone: UTC\nproducts: []\n',
  )
  const need = (head: string, examples: string[], answer: string) =>
    `${head}\nexamples:\n  en: [${examples.join(', ')}]\nanswer:\n  text: { en: ${answer} }\n`
  await writeFile(join(dir, 'needs/refund.yaml'), need('title: { en: Refunds }', REFUND, 'A refund takes three days.'))
  await writeFile(
    join(dir, 'needs/person.yaml'),
    need('role: person\ntitle: { en: A person }', PERSON, 'I am passing you on.'),
  )
  return dir
}

/** As bad as can be: who asks for a refund is taken to ask for a person, and the other way round. */
function badModel(): Uint8Array {
  const examples = [
    ...REFUND.map((text) => ({ need: 'person', text })),
    ...PERSON.map((text) => ({ need: 'refund', text })),
  ]
  return serializeModel(trainIntentModel({ examples, outOfScope: [] }, { seed: 1 }))
}

/** A customer who asks one thing in a conversation of their own. @returns the conversation's id */
async function asks(url: string, text: string): Promise<string> {
  const post = async (path: string, token?: string, body?: object) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await fetch(`${url}/v3/directline${path}`, {
      method: 'POST',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(response.ok, await response.clone().text()).toBe(true)
    return (await response.json()) as { token: string; conversationId: string }
  }
  const { token } = await post('/tokens/generate')
  const { conversationId } = await post('/conversations', token)
  await post(`/conversations/${conversationId}/activities`, token, {
    type: 'message',
    text,
    channelData: { clientActivityID: randomUUID() },
  })
  return conversationId
}

it('goes back by itself from a model that hands customers over for no reason, and the next turns are the old one’s', {
  timeout: 240_000,
}, async () => {
  const packDir = await writePack(join(folder.path, 'pack'))
  const dataDir = join(folder.path, 'data')
  server = await startServer({ dataDir, packDir })
  const { url } = server
  const store = await openStore(join(dataDir, 'candor.db'))
  const asked = async (count: number) => {
    for (let i = 0; i < count; i++) await asks(url, 'where is my refund')
  }
  const nextTurn = async () => (await store.conversations.turns(await asks(url, 'where is my refund'))).at(-1)

  await asked(60)
  const good = await store.models.champion()
  const before = await nextTurn()
  expect(before).toMatchObject({ modelId: good?.id, decision: { kind: 'answer' } })

  const bad = { id: 'bad', createdAt: Date.now(), dataHash: good?.dataHash ?? '', manifest: '{}', bytes: badModel() }
  await store.models.save(bad, { at: Date.now(), reason: 'gate', by: 'system' })
  const within = { timeout: 60_000, interval: 500 }
  await vi.waitFor(async () => {
    expect(await nextTurn()).toMatchObject({ modelId: 'bad', decision: { kind: 'escalate' } })
  }, within)
  await asked(60)
  await vi.waitFor(async () => {
    expect(await nextTurn()).toMatchObject({ modelId: good?.id, decision: { kind: 'answer' } })
  }, within)

  const [serving, left] = await store.models.services()
  expect([serving?.modelId, serving?.reason, left?.modelId]).toEqual([good?.id, 'guard', 'bad'])
  expect(JSON.parse(serving?.detail ?? '')).toMatchObject({ worse: true })
  expect((await store.audit.list(5)).map(({ action }) => action)).toContain('model.rolled-back')
  expect(server.log()).toContain('the new model does worse: the one before serves again')
  await store.close()

  // It is still the one wanted for this pack after a restart.
  await server.stop()
  server = await startServer({ dataDir, packDir })
  const again = await openStore(join(dataDir, 'candor.db'))
  expect((await again.conversations.turns(await asks(server.url, 'pay me back'))).at(-1)?.modelId).toBe(good?.id)
  await again.close()
})
