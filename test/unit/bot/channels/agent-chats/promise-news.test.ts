import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PromiseNews, promiseNews } from '../../../../../bot/channels/agent-chats/promise-news.ts'
import { openStore, type Store } from '../../../../../store/index.ts'
import { promise, START } from '../../../../contract/store/sample.ts'

let store: Store
let pushed: unknown[]
let logged: string[]
let news: PromiseNews
let isDown: boolean

beforeEach(async () => {
  store = await openStore(':memory:')
  pushed = []
  logged = []
  isDown = false
  for (const [id, language] of [
    ['kim', 'en'],
    ['lin', 'zh'],
  ] as const) {
    const agent = { id, email: `${id}@shop.test`, name: id, role: 'agent', queues: [], capacity: 5 } as const
    await store.people.add({ ...agent, queues: [], languages: [language], createdAt: START })
    const chat = { key: `chat-${id}`, kind: 'personal', agentId: id, userId: `teams-${id}`, linkedAt: START } as const
    await store.agentChats.put({
      ...chat,
      reference: JSON.stringify({
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        conversation: { id: `chat-${id}` },
        bot: { id: 'bot' },
        user: { id: `teams-${id}` },
      }),
    })
  }
  news = promiseNews({
    store,
    adapter: {
      async push(reference, activity) {
        if (isDown) throw new Error('Teams is away')
        pushed.push([reference.conversation?.id, 'text' in activity ? activity.text : ''])
        return 'id'
      },
    },
    timeZone: () => 'UTC',
    log: { warn: (_, text) => logged.push(text) },
  })
})
afterEach(() => store.close())

const owned = (ownerId: string) =>
  promise('p', { kind: 'deed', what: 'a call', ownerId, dueAt: Date.UTC(2026, 10, 24, 9) })

describe('news of promises in an agent’s own Teams chat', () => {
  it('say in their language what is due soon, and what is late', async () => {
    await news.remind(owned('kim'))
    await news.warn(owned('lin'))
    expect(pushed).toEqual([
      ['chat-kim', expect.stringMatching(/^Due soon, by Tuesday 24 November at 09:00 UTC: “a call”, promised to /)],
      ['chat-lin', expect.stringMatching(/^已逾期：答应 .+ 的“a call”，原定最晚 11月24日星期二/)],
    ])
  })

  it('go to nobody where nobody sees to it, or has linked a chat', async () => {
    await news.remind(promise('p'))
    await news.remind(owned('nobody'))
    expect(pushed).toEqual([])
  })

  it('are logged where Teams does not take them, and stop nothing', async () => {
    isDown = true
    await news.warn(owned('kim'))
    expect(logged).toEqual(['an agent could not be told of a promise in Teams'])
  })
})
