import { describe, expect, test } from 'vitest'
import type { CompanyPromise } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, message, promise, START, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function promiseContract(emptyStore: EmptyStore): void {
  describe('promises', () => {
    test('keep all that is known of them, and are replaced by their id', async () => {
      const store = await emptyStore()
      const made = promise('p1')
      await hold(store, made)
      expect(await store.promises.ofConversation('c1')).toStrictEqual([made])
      const kept = { ...made, contact: 'anna@example.com, +8613900000000', brokenAt: START + 2, keptAt: START + 3 }
      await hold(store, kept)
      expect(await store.promises.ofConversation('c1')).toStrictEqual([kept])
      const ended = { ...made, endedAt: START + 4 }
      await hold(store, ended)
      expect(await store.promises.ofConversation('c1')).toStrictEqual([ended])
    })

    test('are to be kept until they are kept or ended, the first due first', async () => {
      const store = await emptyStore()
      await hold(
        store,
        promise('late', { dueAt: START + 9 }),
        promise('b', { dueAt: START + 5 }),
        promise('a', { dueAt: START + 5 }),
        promise('broken', { dueAt: START + 1, brokenAt: START + 2 }),
        promise('kept', { keptAt: START }),
        promise('ended', { endedAt: START }),
      )
      expect(ids(await store.promises.open(10))).toEqual(['broken', 'a', 'b', 'late'])
      expect(ids(await store.promises.open(2))).toEqual(['broken', 'a'])
    })

    test('are overdue after their moment, until that is noted', async () => {
      const store = await emptyStore()
      await hold(
        store,
        promise('second', { dueAt: START + 4 }),
        promise('first', { dueAt: START + 3 }),
        promise('now', { dueAt: START + 5 }),
        promise('noted', { dueAt: START + 1, brokenAt: START + 2 }),
        promise('kept', { dueAt: START + 1, keptAt: START }),
        promise('ended', { dueAt: START + 1, endedAt: START }),
      )
      expect(ids(await store.promises.overdue(START + 5, 10))).toEqual(['first', 'second'])
      expect(ids(await store.promises.overdue(START + 5, 1))).toEqual(['first'])
    })

    test('are found by the conversation and by the customer, the oldest first', async () => {
      const store = await emptyStore()
      await hold(
        store,
        promise('new', { madeAt: START + 2 }),
        promise('old', { madeAt: START + 1 }),
        promise('elsewhere', { conversationId: 'c2', madeAt: START }),
        promise('bens', { conversationId: 'c3', customerId: 'ben' }),
      )
      expect(ids(await store.promises.ofConversation('c1'))).toEqual(['old', 'new'])
      expect(ids(await store.promises.ofCustomer('anna'))).toEqual(['elsewhere', 'old', 'new'])
      expect(await store.promises.ofConversation('nowhere')).toEqual([])
    })

    test('are not there when the commit that made them was refused', async () => {
      const store = await emptyStore()
      await hold(store)
      const stale = change(conversation({ version: 7 }), { promises: [promise('p1')] })
      expect(await store.conversations.commit(stale)).toEqual({ kind: 'conflict' })
      expect(await store.promises.ofConversation('c1')).toEqual([])
    })

    test('keep a conversation from being idle', async () => {
      const store = await emptyStore()
      const read = await committed(
        store,
        change(conversation(), {
          messages: [message('m')],
          turn: turn('t'),
          escalations: [escalation('e1')],
          promises: [promise('p')],
        }),
      )
      expect(await store.conversations.idle(START + 1, 10)).toEqual([])
      await committed(store, change(read, { promises: [promise('p', { keptAt: START })] }))
      expect(await store.conversations.idle(START + 1, 10)).toEqual(['c1'])
    })
  })
}

function ids(promises: CompanyPromise[]): string[] {
  return promises.map(({ id }) => id)
}

/** Stores promises, with the conversations and the handover that they hang on. */
async function hold(store: Store, ...promises: CompanyPromise[]): Promise<void> {
  const anchor = (await store.conversations.get('c1')) ?? conversation()
  await committed(store, change(anchor, { escalations: [escalation('e1')] }))
  for (const each of promises) {
    const id = each.conversationId
    const read = (await store.conversations.get(id)) ?? conversation({ id, customerId: each.customerId })
    await committed(store, change(read, { promises: [each] }))
  }
}
