import { describe, expect, test } from 'vitest'
import type { Agent, Escalation } from '../../../../domain/index.ts'
import type { AgentChat, AgentThread, Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, message, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const kim: Agent = {
  id: 'kim',
  email: 'kim@shop.test',
  name: 'Kim',
  role: 'agent',
  languages: [],
  queues: [],
  capacity: 5,
  createdAt: START,
}
const lee: Agent = { ...kim, id: 'lee', email: 'lee@shop.test' }

const chat = (key: string, changes: Partial<AgentChat> = {}): AgentChat => ({
  key,
  kind: 'personal',
  agentId: 'kim',
  userId: 'msteams:kim',
  reference: '{"channelId":"msteams"}',
  linkedAt: START,
  ...changes,
})

const ID = { escalationId: 'e1', chatKey: 'a:1' }

export function agentChatContract(emptyStore: EmptyStore): void {
  async function staffed(): Promise<Store> {
    const store = await emptyStore()
    await store.people.add(kim)
    await store.people.add(lee)
    return store
  }

  async function withThread(changes: Partial<Escalation> = {}): Promise<Store> {
    const store = await staffed()
    await store.agentChats.put(chat('a:1'))
    await hold(store, changes)
    await store.agentChats.begin({ ...ID, conversationId: 'c1', agentId: 'kim' })
    return store
  }

  async function hold(store: Store, changes: Partial<Escalation>): Promise<void> {
    const read = (await store.conversations.get('c1')) ?? conversation()
    const messages = [message(`m${read.lastSeq + 1}`)]
    await committed(store, change(read, { messages, escalations: [escalation('e1', changes)] }))
  }

  const dueAt = async ({ agentChats }: Store, now = START) =>
    (await agentChats.due(now, 10)).map(({ thread, wanted }) => `${thread.escalationId} ${thread.shown}-${wanted}`)

  describe('agent chats', () => {
    test('are linked by a code once, before it expires, also by 20 at once', async () => {
      const { agentChats } = await staffed()
      await agentChats.createLink({ codeHash: 'h1', agentId: 'kim', expiresAt: START + 100 }, START)
      await agentChats.createLink({ codeHash: 'h2', agentId: 'kim', expiresAt: START + 100 }, START)
      const used = await Promise.all(Array.from({ length: 20 }, () => agentChats.useLink('h1', START)))
      expect(used.filter((id) => id !== undefined)).toEqual(['kim'])
      expect(await agentChats.useLink('h2', START + 100)).toBeUndefined()
      expect(await agentChats.useLink('unknown', START)).toBeUndefined()
    })

    test('are found by their key and by who writes, and are gone when removed', async () => {
      const { agentChats } = await staffed()
      await agentChats.put(chat('a:1'))
      await agentChats.put(chat('19:room', { kind: 'channel' }))
      expect(await agentChats.get('a:1')).toStrictEqual(chat('a:1'))
      expect(await agentChats.personalOf('msteams:kim')).toStrictEqual(chat('a:1'))
      expect(await agentChats.personalOf('msteams:lee')).toBeUndefined()
      expect((await agentChats.list()).map(({ key }) => key)).toEqual(['19:room', 'a:1'])
      await agentChats.choose('a:1', 'c7', START + 1)
      expect(await agentChats.get('a:1')).toStrictEqual(
        chat('a:1', { chosen: { conversationId: 'c7', at: START + 1 } }),
      )
      await agentChats.remove('a:1')
      expect(await agentChats.get('a:1')).toBeUndefined()
    })

    test('of one person are one: the newer takes the place of the older, and channels stay', async () => {
      const { agentChats } = await staffed()
      await agentChats.put(chat('19:room', { kind: 'channel' }))
      await agentChats.put(chat('a:1'))
      await agentChats.put(chat('a:2', { linkedAt: START + 1 }))
      await agentChats.put(chat('a:3', { agentId: 'lee', linkedAt: START + 2 }))
      expect((await agentChats.list()).map(({ key }) => key)).toEqual(['19:room', 'a:3'])
    })
  })

  describe('a thread of an agent chat', () => {
    test('is due until its card says what is so', async () => {
      const store = await withThread()
      const shown = async (state: AgentThread['shown']) => {
        expect(await dueAt(store)).toEqual([expect.stringMatching(`-${state}$`)])
        await store.agentChats.progress(ID, { shown: state, deliveredSeq: 100 })
        expect(await dueAt(store)).toEqual([])
      }
      await shown('waiting')
      await hold(store, { acceptedAt: START + 1, agentId: 'kim' })
      await shown('open')
      await hold(store, { acceptedAt: START + 1, agentId: 'kim', endedAt: START + 2, outcome: 'resolved' })
      await shown('ended')
      expect(await store.agentChats.live()).toEqual([])
    })

    test('belongs to others when somebody else has accepted, until its own agent is the one', async () => {
      const store = await withThread({ acceptedAt: START + 1, agentId: 'lee' })
      expect(await dueAt(store)).toEqual(['e1 new-taken'])
      await store.agentChats.setThreadAgent(ID, 'lee')
      expect(await dueAt(store)).toEqual(['e1 new-open'])
    })

    test('is due again when the customer writes, and not while nobody in it has the customer', async () => {
      const store = await withThread({ acceptedAt: START + 1, agentId: 'kim' })
      await store.agentChats.progress(ID, { shown: 'open', deliveredSeq: 1 })
      expect(await dueAt(store)).toEqual([])
      await hold(store, { acceptedAt: START + 1, agentId: 'kim' })
      expect(await dueAt(store)).toEqual(['e1 open-open'])
      await store.agentChats.setThreadAgent(ID, 'lee')
      await store.agentChats.progress(ID, { shown: 'taken' })
      expect(await dueAt(store)).toEqual([])
    })

    test('is begun once, keeps what is noted, and is found where it is', async () => {
      const store = await withThread()
      await store.agentChats.progress(ID, {
        threadKey: 'a:1;m=5',
        cardActivityId: '5',
        shown: 'waiting',
        deliveredSeq: 3,
        attempts: 2,
      })
      await store.agentChats.begin({ ...ID, conversationId: 'c1', agentId: 'lee' })
      const kept = {
        ...ID,
        conversationId: 'c1',
        agentId: 'kim',
        threadKey: 'a:1;m=5',
        cardActivityId: '5',
        shown: 'waiting',
        deliveredSeq: 3,
        attempts: 2,
      }
      expect(await store.agentChats.thread(ID)).toStrictEqual({ thread: kept, wanted: 'waiting' })
      expect(await store.agentChats.threadAt('a:1;m=5')).toStrictEqual(kept)
      expect(await store.agentChats.threadAt('a:2')).toBeUndefined()
      expect(await store.agentChats.live()).toStrictEqual([kept])
    })

    test('is claimed by one of 20 at once, and free again in time', async () => {
      const store = await withThread()
      const claims = await Promise.all(Array.from({ length: 20 }, () => store.agentChats.claim(ID, START, START + 50)))
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await dueAt(store, START + 49)).toEqual([])
      expect(await dueAt(store, START + 50)).toHaveLength(1)
      await store.agentChats.progress(ID, { attempts: 1, nextAt: START + 90 })
      expect(await dueAt(store, START + 89)).toEqual([])
      await store.agentChats.progress(ID, {})
      expect(await dueAt(store)).toHaveLength(1)
    })

    test('does not follow its chat to another agent', async () => {
      const store = await withThread()
      await store.agentChats.put(chat('a:1'))
      expect(await store.agentChats.thread(ID)).toBeDefined()
      await store.agentChats.put(chat('a:1', { agentId: 'lee' }))
      expect(await store.agentChats.thread(ID)).toBeUndefined()
    })

    test('ends with its chat', async () => {
      const store = await withThread()
      await store.agentChats.remove('a:1')
      expect(await store.agentChats.thread(ID)).toBeUndefined()
    })
  })
}
