import { describe, expect, test } from 'vitest'
import { change, committed, conversation, message, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function glanceContract(emptyStore: EmptyStore): void {
  describe('conversations at a glance', () => {
    test('show who it is, where, and what they wrote last', async () => {
      const store = await emptyStore()
      const messages = [
        message('q1', { text: 'hello' }),
        message('q2', { text: 'where is it' }),
        message('a1', { from: 'bot', text: 'On its way.' }),
      ]
      const customer = { id: 'anna', name: 'Anna', language: 'en', createdAt: START } as const
      await committed(store, change(conversation(), { messages, customer }))
      await committed(
        store,
        change(conversation({ id: 'c2', customerId: 'li', language: 'zh', channel: 'teams' }), {
          messages: [message('n1', { from: 'system', text: '…' })],
        }),
      )
      const glances = await store.conversations.glances(['c2', 'unknown', 'c1'])
      expect(glances.toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1))).toStrictEqual([
        {
          conversationId: 'c1',
          channel: 'web',
          language: 'en',
          lastSeq: 3,
          customerName: 'Anna',
          lastText: 'where is it',
        },
        { conversationId: 'c2', channel: 'teams', language: 'zh', lastSeq: 1 },
      ])
      expect(await store.conversations.glances([])).toEqual([])
    })

    test('tell how far they have come', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation(), { messages: [message('q1')] }))
      await committed(store, change(conversation({ id: 'c2' })))
      await committed(store, change(read))
      const versions = await store.conversations.versions(['c1', 'c2', 'unknown'])
      expect(versions.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toStrictEqual([
        { id: 'c1', version: 2, lastSeq: 1 },
        { id: 'c2', version: 1, lastSeq: 0 },
      ])
      expect(await store.conversations.versions([])).toEqual([])
    })
  })
}
