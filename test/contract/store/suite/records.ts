import { describe, expect, test } from 'vitest'
import { change, committed, conversation, START, trustEvent } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function recordContract(emptyStore: EmptyStore): void {
  describe('settings', () => {
    test('are read, set and set again', async () => {
      const { settings } = await emptyStore()
      expect(await settings.get('secret')).toBeUndefined()
      await settings.set('secret', 'a')
      await settings.set('secret', 'b')
      expect(await settings.get('secret')).toBe('b')
      expect(await settings.getOrSet('secret', 'c')).toBe('b')
    })

    test('set for the first time by many at once are the same for all', async () => {
      const { settings } = await emptyStore()
      const values = await Promise.all(
        Array.from({ length: 20 }, (_, index) => settings.getOrSet('secret', `value-${index}`)),
      )
      expect(new Set(values).size).toBe(1)
      expect(await settings.get('secret')).toBe(values[0])
    })

    test('replaces a value only while it is the one that was seen: of many at once one does', async () => {
      const { settings } = await emptyStore()
      expect(await settings.replace('turn', 'free', 'mine')).toBe(false)
      expect(await settings.get('turn')).toBeUndefined()
      await settings.set('turn', 'free')
      const claims = Array.from({ length: 10 }, (_, index) => `claim-${index}`)
      const won = await Promise.all(claims.map((claim) => settings.replace('turn', 'free', claim)))
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await settings.get('turn')).toBe(claims[won.indexOf(true)])
    })
  })

  describe('the ledgers of all customers', () => {
    test('are read page by page, each customer once and whole, and nobody without one', async () => {
      const store = await emptyStore()
      for (const id of ['anna', 'ben', 'chen', 'dora']) {
        const customer = { id, language: 'en', createdAt: START } as const
        const rows =
          id === 'ben' ? [] : [2, 1].map((at) => trustEvent(`${id}-${at}`, { customerId: id, conversationId: id, at }))
        await committed(store, change(conversation({ id, customerId: id }), { customer, trustEvents: rows }))
      }
      const read: string[] = []
      for (let page = await store.customers.ledgers(2); page.length > 0; ) {
        expect(page.length).toBeLessThanOrEqual(2)
        for (const { customerId, ledger } of page) {
          expect(ledger).toStrictEqual(await store.customers.trustEvents(customerId))
          read.push(customerId)
        }
        page = await store.customers.ledgers(2, page.at(-1)?.customerId)
      }
      expect(read.sort()).toEqual(['anna', 'chen', 'dora'])
    })

    test('keep to their customer: what is noted of one moves nobody else', async () => {
      const store = await emptyStore()
      const told = { customerId: 'ben', conversationId: 'b' }
      await committed(
        store,
        change(conversation({ id: 'b', customerId: 'ben' }), { trustEvents: [trustEvent('b1', told)] }),
      )
      const before = await store.customers.trustEvents('ben')
      const replacing = trustEvent('a1', { customerId: 'anna', conversationId: 'a', replaces: 'b1' })
      await committed(store, change(conversation({ id: 'a', customerId: 'anna' }), { trustEvents: [replacing] }))
      expect(await store.customers.trustEvents('ben')).toStrictEqual(before)
      expect(await store.customers.trustEvents('anna')).toStrictEqual([replacing])
    })
  })

  describe('the audit trail', () => {
    test('is listed newest first, in the order of writing within a millisecond', async () => {
      const { audit } = await emptyStore()
      const entry = (id: string, at: number) => ({
        id,
        at,
        actor: 'system',
        action: 'model.promoted',
        subject: 'model-1',
        detail: '{"from":"a"}',
      })
      await audit.append(entry('z', START))
      await audit.append(entry('a', START))
      await audit.append(entry('m', START - 1))
      expect((await audit.list(10)).map(({ id }) => id)).toEqual(['a', 'z', 'm'])
      expect(await audit.list(1)).toStrictEqual([entry('a', START)])
    })

    test('is listed by what was done, and since when', async () => {
      const { audit } = await emptyStore()
      const done: [string, string, number][] = [
        ['long-ago', 'answer.replaced', START - 1],
        ['replaced', 'answer.replaced', START],
        ['promoted', 'model.promoted', START],
        ['replaced-again', 'answer.replaced', START + 1],
      ]
      for (const [id, action, at] of done)
        await audit.append({ id, at, actor: 'mia', action, subject: 'refund', detail: '{}' })
      const replaced = await audit.list(10, { action: 'answer.replaced', since: START })
      expect(replaced.map(({ id }) => id)).toEqual(['replaced-again', 'replaced'])
    })
  })

  describe('the trust ledger', () => {
    test('is read oldest first, in the order of writing within a millisecond', async () => {
      const store = await emptyStore()
      const read = await committed(
        store,
        change(conversation(), {
          trustEvents: [trustEvent('z', { at: START + 1 }), trustEvent('a', { at: START + 1 })],
        }),
      )
      await committed(store, change(read, { trustEvents: [trustEvent('m', { at: START })] }))
      expect((await store.customers.trustEvents('anna')).map(({ id }) => id)).toEqual(['m', 'z', 'a'])
      expect(await store.customers.trustEvents('nobody')).toEqual([])
    })
  })
}
