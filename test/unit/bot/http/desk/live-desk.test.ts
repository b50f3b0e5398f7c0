import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatToken, DeskConversation, DeskQueue } from '../../../../../bot/http/api.ts'
import type { Store } from '../../../../../store/index.ts'
import { openStore } from '../../../../../store/index.ts'
import { newToken } from '../../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../../contract/channels/company.ts'
import { call } from '../../../../contract/channels/http-call.ts'
import { type LiveDesk, openLiveDesk } from '../../../../contract/channels/live-desk.ts'
import { officialChat } from '../../../../contract/channels/official-client.ts'
import { type Desk, hire, signIn } from '../../../../contract/channels/staff.ts'

let company: Company
let customer: ChatToken
let ben: Desk
const closing: (() => unknown)[] = []
beforeEach(async () => {
  company = await openCompany()
  customer = await newToken(company.url)
  ben = await signIn(company, await hire(company, 'ben', 'agent'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await company.stop()
})

async function post(activity: object, { conversationId, token } = customer): Promise<number> {
  const path = `/v3/directline/conversations/${conversationId}/activities`
  const headers = { authorization: `Bearer ${token}` }
  const answer = await call(company.url, path, { method: 'POST', headers, body: { from: { id: 'me' }, ...activity } })
  return answer.status
}
const writes = (text: string, who = customer) => post({ type: 'message', text }, who)

async function open(desk = ben, url = company.url): Promise<LiveDesk> {
  const live = await openLiveDesk(url, desk)
  closing.push(() => live.close())
  return live
}

const follow = (live: LiveDesk, seq: number, { conversationId } = customer) =>
  live.send({ kind: 'follow', conversations: { [conversationId]: seq } })

const queueOf = async (desk: Desk) => (await desk.get('/api/desk/queue')).json as unknown as DeskQueue
const conversationOf = async (desk: Desk) =>
  (await desk.get(`/api/desk/conversations/${customer.conversationId}`)).json as unknown as DeskConversation

async function acceptedBy(desk: Desk): Promise<void> {
  await writes('human please')
  const { waiting } = await queueOf(desk)
  await desk.send(`/api/desk/escalations/${waiting[0]?.id}/accept`)
}

const lastSeq = async () => (await company.store.conversations.get(customer.conversationId))?.lastSeq ?? 0
const has = (live: LiveDesk, seq: number) =>
  live.until(() => (live.messagesOf(customer.conversationId).at(-1)?.seq ?? 0) >= seq)
const seqs = (live: LiveDesk) => live.messagesOf(customer.conversationId).map(({ seq }) => seq)
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index + 1)

describe('a desk that follows a conversation', () => {
  it('gets what was said before and what is said from then on, as the conversation itself shows it', async () => {
    await acceptedBy(ben)
    const live = await open()
    follow(live, 0)
    await writes('are you there')
    await ben.send(`/api/desk/conversations/${customer.conversationId}/messages`, { text: 'Yes, I am.' })
    const last = await lastSeq()
    await has(live, last)
    expect(live.messagesOf(customer.conversationId)).toEqual((await conversationOf(ben)).messages)
    expect(live.messagesOf(customer.conversationId).at(-1)).toMatchObject({ mine: true, authorName: 'ben' })
  })

  it('gets all of a long sleep when it wakes up, in order and once, a page at a time', async () => {
    await acceptedBy(ben)
    const before = await open()
    follow(before, 0)
    const slept = await lastSeq()
    await has(before, slept)
    await before.close()
    for (let count = 0; count < 120; count++) await writes(`and another thing, number ${count}`)
    const last = await lastSeq()
    const after = await open()
    follow(after, slept)
    await has(after, last)
    expect(seqs(after)).toEqual(upTo(slept, last))
    const pages = after.frames.flatMap((frame) => (frame.kind === 'messages' ? [frame.messages.length] : []))
    expect(Math.max(...pages)).toBeLessThanOrEqual(50)
  })

  it('has neither gap nor repeat however often its line breaks while the customer writes', async () => {
    await acceptedBy(ben)
    let known = 0
    const seen: number[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }), async (bursts) => {
        for (const burst of bursts) {
          const live = await open()
          const writing = Promise.all(Array.from({ length: burst }, (_, index) => writes(`thing ${index}`)))
          follow(live, known)
          // Broken at any moment: what has come by then is known.
          if (burst % 2 === 0) await writing
          await live.close()
          await writing
          seen.push(...seqs(live))
          known = seen.at(-1) ?? 0
        }
      }),
      { numRuns: 6 },
    )
    const live = await open()
    follow(live, known)
    const last = await lastSeq()
    if (known < last) await has(live, last)
    expect([...seen, ...seqs(live)]).toEqual(upTo(0, last))
  })

  it('gets nothing more of what it has stopped following', async () => {
    await acceptedBy(ben)
    const other = await newToken(company.url)
    await writes('when are you open', other)
    const live = await open()
    follow(live, 0)
    await has(live, await lastSeq())
    const before = seqs(live)
    follow(live, 0, other)
    await writes('are you there')
    await live.until(() => live.messagesOf(other.conversationId).length === 2)
    expect(seqs(live)).toEqual(before)
  })

  it('is told to read the conversation again when more than messages changed', async () => {
    await writes('human please')
    const live = await open()
    follow(live, await lastSeq())
    const { waiting } = await queueOf(ben)
    await ben.send(`/api/desk/escalations/${waiting[0]?.id}/accept`)
    const changed = { kind: 'conversation', conversationId: customer.conversationId } as const
    await live.until((frames) => frames.some(({ kind }) => kind === 'conversation'))
    expect(live.frames).toContainEqual(changed)
    const count = () => live.frames.filter(({ kind }) => kind === 'conversation').length
    const before = count()
    await writes('are you there')
    await has(live, await lastSeq())
    // A word to the agent is a message and nothing else.
    expect(count()).toBe(before)
  })

  it('hears of what another node committed', async () => {
    await acceptedBy(ben)
    const elsewhere = await openCompany({ store: company.store })
    closing.push(() => elsewhere.stop())
    const live = await open(ben, elsewhere.url)
    follow(live, await lastSeq())
    await writes('are you there')
    await has(live, await lastSeq())
    await ben.send(`/api/desk/conversations/${customer.conversationId}/return`)
    await live.until((frames) => frames.some(({ kind }) => kind === 'conversation'))
    await live.until((frames) => frames.some(({ kind }) => kind === 'queue'))
  })

  it.each(['', 'hello', '{"kind":"follow"}', '{"kind":"later-command"}', '{"kind":"follow","conversations":{"c":-1}}'])(
    'is not disturbed by a command that means nothing: %s',
    async (frame) => {
      await acceptedBy(ben)
      const live = await open()
      live.socket.send(frame)
      follow(live, 0)
      await has(live, await lastSeq())
    },
  )
})

describe('the queue of many desks', () => {
  it('tells every desk when somebody comes, and only its agent and supervisors when a word is said', async () => {
    const cleo = await signIn(company, await hire(company, 'cleo', 'agent'))
    const admin = await signIn(company, await hire(company, 'ada', 'administrator'))
    await acceptedBy(ben)
    for (const somebody of [ben, cleo, admin]) await queueOf(somebody)
    const [mine, others, supervisor] = [await open(ben), await open(cleo), await open(admin)]
    await writes('are you there')
    for (const desk of [mine, supervisor]) await desk.until((frames) => frames.some(({ kind }) => kind === 'queue'))
    expect(others.frames).toEqual([])
    await writes('human please', await newToken(company.url))
    await others.until((frames) => frames.some(({ kind }) => kind === 'queue'))
  })

  it('is read from the database once for all who ask at the same moment, and shows each what they did', async () => {
    let readings = 0
    const real = await openStore(':memory:')
    const waiting: Store['escalations']['waiting'] = (limit) => {
      readings++
      return real.escalations.waiting(limit)
    }
    const counting: Store = { ...real, escalations: { ...real.escalations, waiting } }
    const busy = await openCompany({ store: counting })
    closing.push(() => busy.stop())
    const desks = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => signIn(busy, await hire(busy, `agent${index}`, 'agent'))),
    )
    // Each has it open in ten windows.
    const windows = desks.flatMap((desk) => Array.from({ length: 10 }, () => desk))
    readings = 0
    const queues = await Promise.all(windows.map((desk) => desk.get('/api/desk/queue')))
    expect(queues.every(({ status }) => status === 200)).toBe(true)
    expect(readings).toBeLessThan(10)

    const token = await newToken(busy.url)
    await call(busy.url, `/v3/directline/conversations/${token.conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.token}` },
      body: { type: 'message', text: 'human please' },
    })
    const [first] = desks
    if (!first) throw new TypeError('nobody was hired')
    const before = await queueOf(first)
    expect(before.waiting).toMatchObject([{ conversationId: token.conversationId, lastText: 'human please' }])
    await first.send(`/api/desk/escalations/${before.waiting[0]?.id}/accept`)
    expect(await queueOf(first)).toMatchObject({ waiting: [], mine: [{ conversationId: token.conversationId }] })
  })
})

describe('who is writing', () => {
  it('reaches the desks that follow, by the name of nobody, at most once in two seconds', async () => {
    await acceptedBy(ben)
    const [live, other] = [await open(), await open()]
    follow(live, await lastSeq())
    follow(other, 0, await newToken(company.url))
    for (let count = 0; count < 5; count++) expect(await post({ type: 'typing' })).toBe(200)
    await live.until((frames) => frames.some(({ kind }) => kind === 'typing'))
    await writes('here it is')
    await has(live, await lastSeq())
    const typing = live.frames.filter(({ kind }) => kind === 'typing')
    expect(typing).toEqual([{ kind: 'typing', conversationId: customer.conversationId, from: 'customer' }])
    expect(other.frames.filter(({ kind }) => kind === 'typing')).toEqual([])
    expect(await lastSeq()).toBe((await company.store.conversations.messages(customer.conversationId, 0, 99)).length)
  })

  it('reaches the customer while the agent has the conversation, and leaves no trace in it', async () => {
    await acceptedBy(ben)
    const cleo = await signIn(company, await hire(company, 'cleo', 'agent'))
    const chat = officialChat(company.url, { token: customer.token, webSocket: true })
    closing.push(() => chat.end())
    await chat.until(await lastSeq())
    const [mine, others] = [await open(ben), await open(cleo)]
    others.send({ kind: 'typing', conversationId: customer.conversationId })
    mine.send({ kind: 'typing', conversationId: customer.conversationId })
    const before = await lastSeq()
    const seen = await chat.until(before + 1)
    expect(seen.at(-1)).toMatchObject({ type: 'typing', from: { name: 'ben', role: 'bot' } })
    await ben.send(`/api/desk/conversations/${customer.conversationId}/messages`, { text: 'Good morning.' })
    expect((await chat.until(before + 2)).at(-1)).toMatchObject({ type: 'message', text: 'Good morning.' })
    expect(await lastSeq()).toBe(before + 1)
  })
})

describe('up to where it was read', () => {
  const readUpTo = (seq: unknown) => post({ type: 'event', name: 'candor/read', value: { seq } })

  it('is told to the desk when the customer reads, and never falls or passes the newest message', async () => {
    await acceptedBy(ben)
    const live = await open()
    follow(live, await lastSeq())
    const last = await lastSeq()
    for (const seq of [2, 1, 'x', 0, 9_999]) expect(await readUpTo(seq)).toBe(200)
    await live.until((frames) => frames.some((frame) => frame.kind === 'read' && frame.seq === last))
    const told = live.frames.flatMap((frame) => (frame.kind === 'read' ? [frame.seq] : []))
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect((await conversationOf(ben)).customerReadSeq).toBe(last)
  })

  it('counts for the agent who has the conversation, and shows in their queue', async () => {
    await acceptedBy(ben)
    const cleo = await signIn(company, await hire(company, 'cleo', 'agent'))
    for (const somebody of [ben, cleo]) await queueOf(somebody)
    const [mine, others] = [await open(ben), await open(cleo)]
    const last = await lastSeq()
    others.send({ kind: 'read', conversationId: customer.conversationId, seq: last })
    mine.send({ kind: 'read', conversationId: customer.conversationId, seq: last - 1 })
    await mine.until((frames) => frames.some(({ kind }) => kind === 'queue'))
    expect(await queueOf(ben)).toMatchObject({ mine: [{ lastSeq: last, readSeq: last - 1 }] })
  })

  it('is told to the chat, now and when it comes back, and to no client that does not know it', async () => {
    await acceptedBy(ben)
    const last = await lastSeq()
    const chatOf = (options: object) => {
      const chat = officialChat(company.url, { token: customer.token, webSocket: true, ...options })
      closing.push(() => chat.end())
      return chat
    }
    const plain = chatOf({})
    const ours = chatOf({ botAgent: 'candor-chat' })
    await Promise.all([plain.until(last), ours.until(last)])
    const live = await open()
    live.send({ kind: 'read', conversationId: customer.conversationId, seq: last })
    const event = { type: 'event', name: 'candor/read', value: { seq: last } }
    expect((await ours.until(last + 1)).at(-1)).toMatchObject(event)
    const back = chatOf({ botAgent: 'candor-chat' })
    expect(await back.until(last + 1)).toContainEqual(expect.objectContaining(event))
    expect(plain.seen).toHaveLength(last)
  })
})
