import { describe, expect, test } from 'vitest'
import type { Escalation } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, MINUTE, message, START, survey } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function helpContract(emptyStore: EmptyStore): void {
  describe('handovers that ended well', () => {
    test('come the latest first, in one language, with one need or any', async () => {
      const store = await emptyStore()
      await ended(store, 'old', { need: 'refund' })
      await ended(store, 'new', { need: 'delivery', trueNeed: 'refund', endedAt: START + 2 * MINUTE })
      await ended(store, 'other', { need: 'delivery', endedAt: START + 3 * MINUTE })
      await ended(store, 'bad', { need: 'refund', outcome: 'unresolved' })
      await ended(store, 'chinese', { need: 'refund', language: 'zh' })
      await ended(store, 'of-no-need', { need: 'refund', noNeed: true, endedAt: START })
      const ids = async (limit: number, need?: string) =>
        (await store.handovers.resolved('en', limit, need)).map(({ escalationId }) => escalationId)
      expect(await ids(10)).toEqual(['other', 'new', 'old', 'of-no-need'])
      expect(await ids(2)).toEqual(['other', 'new'])
      expect(await ids(10, 'refund')).toEqual(['new', 'old'])
      expect(await ids(10, 'warranty')).toEqual([])
    })

    test('bring who it was, what was said from the handover to its end, and how it was rated', async () => {
      const store = await emptyStore()
      await store.people.add({
        id: 'kim',
        email: 'kim@shop.test',
        name: 'Kim',
        role: 'agent',
        languages: [],
        queues: [],
        capacity: 5,
        createdAt: START,
      })
      const customer = { id: 'anna', name: 'Anna', language: 'en' as const, createdAt: START }
      const state = { ...conversation().state, details: { orderNumber: 'CD-1' } }
      const read = await committed(
        store,
        change(conversation({ state }), {
          customer,
          messages: [
            message('before'),
            message('of another handover', { from: 'agent', authorId: 'kim' }),
            message('asked'),
            message('bot', { from: 'bot' }),
            message('answered', { from: 'agent', authorId: 'kim' }),
            message('in Chinese', { from: 'agent', authorId: 'kim', language: 'zh' }),
          ],
          escalations: [
            escalation('e', { seq: 3, need: 'refund', agentId: 'kim', acceptedAt: START, endedAt: START + MINUTE }),
          ],
        }),
      )
      const done = escalation('e', {
        seq: 3,
        need: 'refund',
        agentId: 'kim',
        acceptedAt: START,
        endedAt: START + MINUTE,
        outcome: 'resolved',
      })
      const asked = survey('s', { sentAt: START + MINUTE })
      const next = await committed(store, change(read, { customer, escalations: [done], survey: asked }))
      await committed(
        store,
        change(next, {
          customer,
          messages: [message('later', { at: START + 2 * MINUTE })],
          response: { surveyId: 's', at: START + 2 * MINUTE, rating: 4 },
        }),
      )
      const [found, ...others] = await store.handovers.resolved('en', 10)
      expect(others).toEqual([])
      expect(found).toMatchObject({
        conversationId: 'c1',
        customerId: 'anna',
        customerName: 'Anna',
        agentName: 'Kim',
        need: 'refund',
        endedAt: START + MINUTE,
        details: { orderNumber: 'CD-1' },
        rating: 4,
      })
      expect(found?.messages.map(({ id, from }) => [id, from])).toEqual([
        ['before', 'customer'],
        ['asked', 'customer'],
        ['answered', 'agent'],
      ])
    })

    test('of a customer and an agent without a name, with no rating, say no more than is known', async () => {
      const store = await emptyStore()
      await ended(store, 'plain', {})
      expect(await store.handovers.resolved('en', 10)).toStrictEqual([
        {
          escalationId: 'plain',
          conversationId: 'c-plain',
          customerId: 'anna',
          endedAt: START + MINUTE,
          details: {},
          messages: [],
        },
      ])
    })
  })

  describe('the history of a customer', () => {
    test('is every end of their conversations, the latest first, with its need, outcome, agent and rating', async () => {
      const store = await emptyStore()
      const resolved = { kind: 'resolved' as const }
      const bot = survey('by-bot', { need: 'refund', sentAt: START })
      const read = await committed(
        store,
        change(conversation(), { events: [{ ...resolved, at: START, by: 'bot' }], survey: bot }),
      )
      const handover = escalation('e', {
        need: 'refund',
        trueNeed: 'warranty',
        agentId: 'gone',
        acceptedAt: START,
        endedAt: START + MINUTE,
        outcome: 'unresolved',
      })
      const asked = survey('by-agent', { sentAt: START + MINUTE, need: 'warranty' })
      const next = await committed(
        store,
        change(read, {
          events: [{ ...resolved, at: START + MINUTE, by: 'agent', agentId: 'gone', escalationId: 'e' }],
          escalations: [handover],
          survey: asked,
        }),
      )
      await committed(store, change(next, { response: { surveyId: 'by-agent', at: START + MINUTE, rating: 2 } }))
      await committed(
        store,
        change(conversation({ id: 'c2' }), { events: [{ ...resolved, at: START + 2 * MINUTE, by: 'idle' }] }),
      )
      await committed(
        store,
        change(conversation({ id: 'c3', customerId: 'ben' }), { events: [{ ...resolved, at: START, by: 'bot' }] }),
      )
      expect(await store.customers.ended('anna', 10)).toStrictEqual([
        { conversationId: 'c2', endedAt: START + 2 * MINUTE, endedBy: 'idle' },
        {
          conversationId: 'c1',
          endedAt: START + MINUTE,
          endedBy: 'agent',
          verdict: 'unresolved',
          need: 'warranty',
          rating: 2,
        },
        { conversationId: 'c1', endedAt: START, endedBy: 'bot', need: 'refund' },
      ])
      expect(await store.customers.ended('anna', 1)).toHaveLength(1)
      expect(await store.customers.ended('nobody', 10)).toEqual([])
    })
  })
}

async function ended(store: Store, id: string, changes: Partial<Escalation>): Promise<void> {
  const conversationId = `c-${id}`
  const done = escalation(id, {
    conversationId,
    agentId: 'kim',
    acceptedAt: START,
    endedAt: START + MINUTE,
    outcome: 'resolved',
    ...changes,
  })
  await committed(store, change(conversation({ id: conversationId }), { escalations: [done] }))
}
