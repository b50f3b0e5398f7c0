import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { gatherCandidates } from '../../../../bot/learning/index.ts'
import { teachable } from '../../../../bot/learning/teachable.ts'
import type { Language } from '../../../../domain/index.ts'
import { type CandidateSource, openStore, type Store } from '../../../../store/index.ts'
import { change, committed, conversation, MINUTE, message, START, turn } from '../../../contract/store/sample.ts'
import { scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({ 'thanks a lot my friend': { thanks: 0.97 }, 'hello about refund': { hello: 0.5 } })
const folder = mkdtempSync(join(tmpdir(), 'candor-gather-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = () => join(folder, `${files++}.db`)

/** The customer writes, and the bot hands over. */
async function handedOver(store: Store, id: string, text: string, at = START): Promise<void> {
  const one = turn(id, { conversationId: id, at, decision: { kind: 'escalate', reasons: ['out-of-scope'] } })
  const read = conversation({ id, customerId: `customer of ${id}` })
  await committed(store, change(read, { messages: [message(id, { text, at })], turn: one }))
}

let ids = 0
const gather = (store: Store, now: number) =>
  gatherCandidates({ store, mind: () => mind, newId: () => `id-${++ids}` }, now)
const pending = async (store: Store) =>
  (await store.candidates.list({ state: 'pending' }, 1_000)).map(({ text, sightings }) => [text, sightings.length])

describe('gathering candidates', () => {
  it('takes what came since the last look, once, also after a restart', async () => {
    const file = newFile()
    let store = await openStore(file)
    await handedOver(store, 'a', 'My parcel is wet')
    expect(await gather(store, START + 1)).toBe(1)
    expect(await gather(store, START + 2)).toBe(0)
    await store.close()
    store = await openStore(file)
    await handedOver(store, 'b', 'my  parcel is wet', START + 10 * MINUTE)
    await handedOver(store, 'c', 'The colour is wrong', START + 10 * MINUTE)
    expect(await gather(store, START + 10 * MINUTE)).toBe(2)
    expect(await gather(store, START + 11 * MINUTE)).toBe(0)
    expect(await pending(store)).toEqual([
      ['The colour is wrong', 1],
      ['My parcel is wet', 2],
    ])
    await store.close()
  })

  it('looks a little further back: what another node wrote with a slower clock is not lost', async () => {
    const store = await openStore(newFile())
    expect(await gather(store, START + 2 * MINUTE)).toBe(0)
    await handedOver(store, 'late', 'My parcel is wet', START)
    expect(await gather(store, START + 3 * MINUTE)).toBe(1)
    await store.close()
  })

  it('by two nodes at once gathers each message once', async () => {
    const file = newFile()
    const [one, other] = [await openStore(file), await openStore(file)]
    for (let i = 0; i < 20; i++)
      await handedOver(one, `c${i}`, i % 2 === 0 ? 'It is broken' : `It came ${'late '.repeat(i)}`)
    const gathered = await Promise.all([gather(one, START + 1), gather(other, START + 1), gather(one, START + 1)])
    expect(gathered.reduce((sum, count) => sum + count)).toBe(20)
    const found = await pending(other)
    expect(found).toHaveLength(11)
    expect(found).toContainEqual(['It is broken', 10])
    await one.close()
    await other.close()
  })

  it('goes through more than a page, also where all of it is of one moment', async () => {
    const store = await openStore(newFile())
    for (let i = 0; i < 510; i++) {
      await handedOver(
        store,
        `c${String(i).padStart(4, '0')}`,
        `It is broken ${'very '.repeat(i % 50)}`,
        START + (i < 505 ? 0 : 1),
      )
    }
    expect(await gather(store, START + 1)).toBe(510)
    expect(await store.candidates.counts()).toMatchObject({ pending: 50 })
    await store.close()
  })
})

const source = (text: string, language: Language = 'en'): CandidateSource => ({
  conversationId: 'c',
  seq: 1,
  customerId: 'anna',
  at: START,
  origin: 'clarified',
  text,
  language,
})

describe('what a message teaches', () => {
  it.each([
    ['a reply to the bot', 'none of these'],
    ['a yes', '是的', 'zh'],
    ['an entry of the list', 'about  REFUND'],
    ['an entry of the list', '关于refund', 'zh'],
    ['its number', '2'],
    ['an order number alone', 'CD-104233'],
    ['an e-mail alone', 'chris.walker@mail.test'],
    ['a call for a person', 'let me talk to a human'],
    ['a call for a person', '转人工', 'zh'],
    ['small talk that the bot is sure of', 'thanks a lot my friend'],
    ['signs', '??? !!!'],
    ['a letter', 'I bought it in May and then '.repeat(20)],
    ['nothing', '   '],
  ] as [string, string, Language?][])('is nothing where it is %s: %s', (_what, text, language) => {
    expect(teachable(source(text, language), mind)).toBeUndefined()
  })

  it.each([
    ['my new mattress smells', 'en'],
    ['床垫有味道', 'zh'],
    ['退', 'zh'],
    ['hello about refund', 'en'],
  ] as [string, Language][])('is what it says: %s', (text, language) => {
    expect(teachable(source(text, language), mind)).toMatchObject({ text, key: text, language })
  })

  it('has the same key for the same words, whoever wrote them', () => {
    const one = teachable(source('Where is CD-104233, I am at anna@mail.test?'), mind)
    const other = teachable(source('where is  CD-777111, i am at Ben@mail.test?'), mind)
    expect(one?.key).toBe('where is [order number], i am at [e-mail]?')
    expect(other?.key).toBe(one?.key)
  })

  it('holds no personal data, whatever was put in', () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${count - 1}}$`))
    const kinds = [
      fc.stringMatching(/^[a-z]{3,8}\.[a-z]{3,8}$/).map((name) => `${name}@mail.test`),
      digits(9).map((rest) => `+49 30 ${rest}`),
      digits(8).map((rest) => `138${rest}`),
      digits(6).map((rest) => `CD-${rest}`),
      fc.constantFrom('4111 1111 1111 1111', '5500000000000004'),
      fc.constantFrom('11010519491231002X', '440524188001010014'),
    ]
    const frames: [Language, (data: string) => string][] = [
      ['en', (data) => `my order ${data} has not come yet`],
      ['en', (data) => `please write to ${data} when it is there`],
      ['zh', (data) => `我的订单 ${data} 还没有到`],
      ['zh', (data) => `请联系 ${data} ，谢谢`],
    ]
    fc.assert(
      fc.property(fc.oneof(...kinds), fc.constantFrom(...frames), (data, [language, frame]) => {
        const gathered = teachable(source(frame(data), language), mind)
        for (const part of [gathered?.text ?? '', gathered?.key ?? '']) {
          expect(part.toLowerCase()).not.toContain(data.toLowerCase())
          expect(part).not.toMatch(/\d{4}/)
        }
      }),
    )
  })
})
