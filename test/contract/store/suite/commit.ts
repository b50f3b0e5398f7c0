import { describe, expect, test } from 'vitest'
import { newDialogueState } from '../../../../domain/index.ts'
import {
  change,
  committed,
  conversation,
  escalation,
  message,
  opened,
  START,
  survey,
  trustEvent,
  turn,
} from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function commitContract(emptyStore: EmptyStore): void {
  describe('a commit', () => {
    test('stores everything that it brings, and gives it back as it was', async () => {
      const store = await emptyStore()
      const full = {
        ...conversation({ owner: 'queued', escalationId: 'e1', language: 'zh', settledSeq: 0 }),
        state: {
          ...newDialogueState(),
          belief: { needs: [{ need: 'refund', probability: 0.1 + 0.2 }], noneOfThem: 0.7 },
          pending: { kind: 'detail' as const, need: 'refund', detail: 'order', times: 1 },
          details: { order: 'A-17' },
          sentiments: [-0.1, 0.3],
        },
      }
      const messages = [
        message('m1', { clientId: 'client-1', text: '我要退款 🙂' }),
        message('m2', {
          from: 'bot',
          body: {
            kind: 'answer',
            need: 'refund',
            confidence: 0.7,
            source: { title: 'Refunds', url: 'https://x.test' },
          },
        }),
      ]
      const result = await store.conversations.commit(
        change(full, {
          dedupeKey: 'client-1',
          customer: { id: 'anna', name: 'Anna', language: 'zh', createdAt: START },
          messages,
          turn: turn('t1'),
          events: [opened, { kind: 'escalated', at: START, escalationId: 'e1' }],
          escalations: [escalation('e1', { need: 'refund' })],
          survey: survey('s1', { need: 'refund' }),
          response: { surveyId: 's1', at: START + 5, rating: 4, resolved: false, comment: 'fine' },
          trustEvents: [trustEvent('x1')],
          channelReference: '{"conversation":{"id":"19:x"}}',
          outbox: ['m2'],
        }),
      )

      const expectedConversation = { ...full, version: 1, lastSeq: 2 }
      const expectedMessages = messages.map((each, index) => ({ ...each, conversationId: 'c1', seq: index + 1 }))
      expect(result).toStrictEqual({
        kind: 'committed',
        conversation: expectedConversation,
        messages: expectedMessages,
      })
      const { conversations } = store
      expect(await conversations.get('c1')).toStrictEqual(expectedConversation)
      expect(await conversations.messages('c1', 0, 10)).toStrictEqual(expectedMessages)
      expect(await conversations.turns('c1')).toStrictEqual([turn('t1')])
      expect(await conversations.events('c1')).toStrictEqual([
        opened,
        { kind: 'escalated', at: START, escalationId: 'e1' },
      ])
      expect(await conversations.channelReference('c1')).toBe('{"conversation":{"id":"19:x"}}')
      expect(await conversations.duplicateOf('c1', 'client-1')).toBe('m1')
      expect(await store.customers.get('anna')).toStrictEqual({
        id: 'anna',
        name: 'Anna',
        language: 'zh',
        createdAt: START,
      })
      expect(await store.customers.trustEvents('anna')).toStrictEqual([trustEvent('x1')])
      expect(await store.escalations.get('e1')).toStrictEqual(escalation('e1', { need: 'refund' }))
      expect(await store.surveys.get('s1')).toStrictEqual(survey('s1', { need: 'refund' }))
      expect(await store.surveys.responseTo('s1')).toStrictEqual({
        surveyId: 's1',
        at: START + 5,
        rating: 4,
        resolved: false,
        comment: 'fine',
      })
    })

    test('leaves absent what was absent', async () => {
      const store = await emptyStore()
      await committed(
        store,
        change(conversation(), {
          messages: [{ id: 'm1', from: 'system', at: START, language: 'en', text: 'hi', body: { kind: 'text' } }],
          survey: survey('s1'),
          response: { surveyId: 's1', at: START, rating: 1 },
          trustEvents: [
            { id: 'x1', customerId: 'anna', at: START, cause: 'promise-kept', gain: 1, loss: 0, scoreAfter: 1 },
          ],
          escalations: [escalation('e1')],
          events: [opened],
        }),
      )
      expect(Object.keys((await store.conversations.get('c1')) ?? {})).not.toContain('agentId')
      expect(Object.keys((await store.customers.get('anna')) ?? {})).toEqual(['id', 'language', 'createdAt'])
      const [stored] = await store.conversations.messages('c1', 0, 1)
      expect(Object.keys(stored ?? {})).toEqual([
        'id',
        'conversationId',
        'seq',
        'from',
        'at',
        'language',
        'text',
        'body',
      ])
      expect(await store.surveys.responseTo('s1')).toStrictEqual({ surveyId: 's1', at: START, rating: 1 })
      expect(Object.keys((await store.customers.trustEvents('anna'))[0] ?? {})).not.toContain('conversationId')
      expect(await store.escalations.get('e1')).toStrictEqual(escalation('e1'))
      expect(await store.conversations.channelReference('c1')).toBeUndefined()
      expect(await store.surveys.responseTo('s2')).toBeUndefined()
    })

    test('numbers messages on from the last one, and counts the version', async () => {
      const store = await emptyStore()
      let read = await committed(store, change(conversation(), { messages: [message('m1'), message('m2')] }))
      read = await committed(store, change({ ...read, updatedAt: START + 1 }))
      read = await committed(store, change(read, { messages: [message('m3')] }))
      expect(read).toMatchObject({ version: 3, lastSeq: 3, updatedAt: START + 1 })
      const stored = await store.conversations.messages('c1', 0, 10)
      expect(stored.map(({ id, seq }) => [id, seq])).toEqual([
        ['m1', 1],
        ['m2', 2],
        ['m3', 3],
      ])
      expect((await store.conversations.messages('c1', 1, 1)).map(({ id }) => id)).toEqual(['m2'])
      expect(await store.conversations.messages('c1', 3, 10)).toEqual([])
    })

    test('on an old version is a conflict and leaves nothing', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation()))
      await committed(store, change(read, { messages: [message('m1')] }))
      const late = await store.conversations.commit(
        change(read, {
          dedupeKey: 'late',
          customer: { id: 'anna', name: 'Late', language: 'zh', createdAt: START },
          messages: [message('m2')],
        }),
      )
      expect(late).toEqual({ kind: 'conflict' })
      expect(await store.conversations.get('c1')).toMatchObject({ version: 2, lastSeq: 1 })
      expect(await store.conversations.duplicateOf('c1', 'late')).toBeUndefined()
      expect(await store.customers.get('anna')).toMatchObject({ language: 'en' })
    })

    test('on a conversation that does not exist is a conflict, unless it is its first', async () => {
      const store = await emptyStore()
      expect(await store.conversations.commit(change(conversation({ version: 3 })))).toEqual({ kind: 'conflict' })
      expect(await store.conversations.get('c1')).toBeUndefined()
      expect(await store.customers.get('anna')).toBeUndefined()
    })

    test('with a key that was taken is a duplicate, even when the conversation has moved on', async () => {
      const store = await emptyStore()
      const first = change(conversation(), { dedupeKey: 'k1', messages: [message('m1'), message('m2')] })
      const read = await committed(store, first)
      await committed(store, change(read, { dedupeKey: 'k2', messages: [message('m3')] }))
      expect(await store.conversations.commit(first)).toEqual({ kind: 'duplicate', messageId: 'm1' })
      expect(await store.conversations.commit(change(read, { dedupeKey: 'k1' }))).toEqual({
        kind: 'duplicate',
        messageId: 'm1',
      })
      expect(await store.conversations.get('c1')).toMatchObject({ version: 2, lastSeq: 3 })
    })

    test('may use a key that another conversation has used', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { dedupeKey: 'k', messages: [message('m1')] }))
      await committed(store, change(conversation({ id: 'c2' }), { dedupeKey: 'k', messages: [message('m2')] }))
      expect(await store.conversations.duplicateOf('c2', 'k')).toBe('m2')
    })

    test('brings name and language of a known customer up to date, and keeps when they first came', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation()))
      await committed(
        store,
        change(read, { customer: { id: 'anna', name: '安娜', language: 'zh', createdAt: START + 9 } }),
      )
      expect(await store.customers.get('anna')).toStrictEqual({
        id: 'anna',
        name: '安娜',
        language: 'zh',
        createdAt: START,
      })
    })

    test('replaces an escalation by id, and a response by its survey', async () => {
      const store = await emptyStore()
      let read = await committed(
        store,
        change(conversation(), { escalations: [escalation('e1', { reasons: ['out-of-scope', 'gap-too-large'] })] }),
      )
      read = await committed(
        store,
        change(read, {
          escalations: [escalation('e1', { acceptedAt: START + 1, agentId: 'kim', reasons: ['gap-too-large'] })],
          survey: survey('s1', { about: { kind: 'agent', agentId: 'kim', escalationId: 'e1' } }),
          response: { surveyId: 's1', at: START + 2, rating: 2, resolved: false, comment: 'no' },
        }),
      )
      await committed(store, change(read, { response: { surveyId: 's1', at: START + 3, rating: 5, resolved: true } }))
      expect(await store.escalations.get('e1')).toStrictEqual(
        escalation('e1', { acceptedAt: START + 1, agentId: 'kim', reasons: ['gap-too-large'] }),
      )
      expect(await store.surveys.responseTo('s1')).toStrictEqual({
        surveyId: 's1',
        at: START + 3,
        rating: 5,
        resolved: true,
      })
      expect(await store.reports.escalationReasons({ from: START, to: START + 1 })).toEqual([
        { reason: 'gap-too-large', count: 1 },
      ])
    })

    test('clears what is absent in the new state', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation({ owner: 'agent', agentId: 'kim', escalationId: 'e1' })))
      const { agentId: _agent, escalationId: _escalation, ...rest } = read
      const back = await committed(store, change({ ...rest, owner: 'bot' }))
      expect(await store.conversations.get('c1')).toStrictEqual(back)
    })

    test('that fails in the middle leaves nothing of itself', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation(), { messages: [message('m1')] }))
      const failing = change(
        { ...read, owner: 'queued', escalationId: 'e1' },
        {
          dedupeKey: 'k',
          customer: { id: 'anna', name: 'Changed', language: 'zh', createdAt: START },
          messages: [message('m2')],
          turn: turn('t1', { seq: 2 }),
          events: [{ kind: 'escalated', at: START }],
          escalations: [escalation('e1')],
          channelReference: '{}',
          outbox: ['m2'],
          // There is no such survey: a foreign key stops the commit after all of the above was written.
          response: { surveyId: 'nowhere', at: START, rating: 5 },
        },
      )
      await expect(store.conversations.commit(failing)).rejects.toThrow(/foreign key/i)
      expect(await store.conversations.get('c1')).toStrictEqual(read)
      expect(await store.conversations.messages('c1', 0, 10)).toHaveLength(1)
      expect(await store.conversations.duplicateOf('c1', 'k')).toBeUndefined()
      expect(await store.conversations.turns('c1')).toEqual([])
      expect(await store.conversations.events('c1')).toEqual([])
      expect(await store.escalations.countWaiting()).toBe(0)
      expect(await store.customers.get('anna')).toMatchObject({ language: 'en' })
      expect(await store.outbox.due(START, 10)).toEqual([])
      // And it is not in the way of the next one.
      await committed(store, change(read, { dedupeKey: 'k', messages: [message('m2')] }))
    })
  })

  describe('idle conversations', () => {
    test('are those of the bot with a turn and no change since, oldest first', async () => {
      const store = await emptyStore()
      const old = (id: string, age: number, parts = {}) =>
        store.conversations.commit(
          change(conversation({ id, updatedAt: START - age, ...parts }), {
            messages: [message(`m-${id}`)],
            turn: turn(`t-${id}`, { conversationId: id }),
          }),
        )
      await old('c-old', 20)
      await old('c-oldest', 30)
      await old('c-new', 10)
      await old('c-queued', 40, { owner: 'queued', escalationId: 'e' })
      await old('c-closed', 40, { owner: 'closed' })
      await committed(store, change(conversation({ id: 'c-silent', updatedAt: START - 40 })))
      expect(await store.conversations.idle(START - 10, 10)).toEqual(['c-oldest', 'c-old'])
      expect(await store.conversations.idle(START - 10, 1)).toEqual(['c-oldest'])
    })
  })
}
