import { describe, expect, test } from 'vitest'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, message, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function outboxContract(emptyStore: EmptyStore): void {
  describe('the outbox', () => {
    test('gives what must be pushed, with the address, oldest first, and of each conversation only the first', async () => {
      const store = await emptyStore()
      await push(store, 'c1', ['m1', 'm2'], START + 5)
      await push(store, 'c2', ['n1'], START)
      const due = await store.outbox.due(START + 10, 10)
      expect(due.map(({ message, channelReference, attempts }) => [message.id, channelReference, attempts])).toEqual([
        ['n1', '{"to":"c2"}', 0],
        ['m1', '{"to":"c1"}', 0],
      ])
      expect(due[1]?.message).toStrictEqual((await store.conversations.messages('c1', 0, 1))[0])
      expect((await store.outbox.due(START + 10, 1)).map(({ message }) => message.id)).toEqual(['n1'])
    })

    test('gives the next of a conversation once the one before is delivered', async () => {
      const store = await emptyStore()
      await push(store, 'c1', ['m1', 'm2'], START)
      await store.outbox.delivered('m1', START + 1)
      expect(await dueIds(store, START + 1)).toEqual(['m2'])
      await store.outbox.delivered('m2', START + 2)
      expect(await dueIds(store, START + 2)).toEqual([])
    })

    test('holds back what is behind a failed delivery until its next try, and counts the tries', async () => {
      const store = await emptyStore()
      await push(store, 'c1', ['m1', 'm2'], START)
      await push(store, 'c2', ['n1'], START)
      await store.outbox.failed('m1', START + 100, 'HTTP 502')
      expect(await dueIds(store, START + 99)).toEqual(['n1'])
      const [retry] = await store.outbox.due(START + 100, 1)
      expect(retry).toMatchObject({ message: { id: 'm1' }, attempts: 1 })
      await store.outbox.delivered('m1', START + 101)
      expect(await dueIds(store, START + 101)).toEqual(['m2', 'n1'])
    })

    test('goes on behind a message that was given up', async () => {
      const store = await emptyStore()
      await push(store, 'c1', ['m1', 'm2'], START)
      await store.outbox.failed('m1', null, 'HTTP 403')
      expect(await dueIds(store, START)).toEqual(['m2'])
    })

    test('does not bring back what was delivered when a late failure comes', async () => {
      const store = await emptyStore()
      await push(store, 'c1', ['m1'], START)
      await store.outbox.delivered('m1', START)
      await store.outbox.failed('m1', START, 'timeout')
      expect(await dueIds(store, START + 10)).toEqual([])
    })

    test('takes only the messages that are named, and keeps the newest address', async () => {
      const store = await emptyStore()
      const read = await push(store, 'c1', ['m1'], START)
      await committed(
        store,
        change(read, { messages: [message('m2'), message('m3')], outbox: ['m3'], channelReference: '{"to":"new"}' }),
      )
      await store.outbox.delivered('m1', START)
      const due = await store.outbox.due(START, 10)
      expect(due.map(({ message, channelReference }) => [message.id, channelReference])).toEqual([
        ['m3', '{"to":"new"}'],
      ])
    })
  })
}

async function push(store: Store, id: string, messages: string[], at: number) {
  return await committed(
    store,
    change(conversation({ id }), {
      messages: messages.map((each) => message(each, { from: 'bot', at })),
      outbox: messages,
      channelReference: JSON.stringify({ to: id }),
    }),
  )
}

async function dueIds(store: Store, now: number): Promise<string[]> {
  return (await store.outbox.due(now, 10)).map(({ message }) => message.id)
}
