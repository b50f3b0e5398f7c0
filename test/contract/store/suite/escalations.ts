import { describe, expect, test } from 'vitest'
import type { Escalation } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function escalationContract(emptyStore: EmptyStore): void {
  describe('escalations', () => {
    test('wait in the order of priority, then of waiting', async () => {
      const store = await emptyStore()
      await hold(store, [
        escalation('late', { priority: 0.5, queuedAt: START + 2 }),
        escalation('early', { priority: 0.5, queuedAt: START + 1 }),
        escalation('urgent', { priority: 0.9, queuedAt: START + 3 }),
        escalation('same-b', { priority: 0.1 }),
        escalation('same-a', { priority: 0.1 }),
        escalation('accepted', { priority: 1, acceptedAt: START, agentId: 'kim' }),
        escalation('over', { priority: 1, endedAt: START, outcome: 'resolved' }),
      ])
      const waiting = await store.escalations.waiting(10)
      expect(waiting.map(({ id }) => id)).toEqual(['urgent', 'early', 'late', 'same-a', 'same-b'])
      expect((await store.escalations.waiting(2)).map(({ id }) => id)).toEqual(['urgent', 'early'])
      expect(await store.escalations.countWaiting()).toBe(5)
    })

    test('are open for the agent who accepted them until they end', async () => {
      const store = await emptyStore()
      await hold(store, [
        escalation('second', { acceptedAt: START + 2, agentId: 'kim' }),
        escalation('first', { acceptedAt: START + 1, agentId: 'kim' }),
        escalation('other', { acceptedAt: START + 1, agentId: 'lee' }),
        escalation('ended', { acceptedAt: START, agentId: 'kim', endedAt: START + 5, outcome: 'returned' }),
        escalation('waiting'),
      ])
      expect((await store.escalations.openOf('kim')).map(({ id }) => id)).toEqual(['first', 'second'])
      expect(await store.escalations.openOf('nobody')).toEqual([])
    })

    test('keep how they ended and what the need really was', async () => {
      const store = await emptyStore()
      const ended = escalation('e1', {
        reasons: ['answer-refused', 'gap-too-large'],
        need: 'refund',
        acceptedAt: START + 1,
        agentId: 'kim',
        endedAt: START + 2,
        outcome: 'unresolved',
        trueNeed: 'warranty',
      })
      await committed(store, change(conversation(), { escalations: [ended] }))
      expect(await store.escalations.get('e1')).toStrictEqual(ended)
      expect(await store.escalations.get('e2')).toBeUndefined()
    })
  })
}

async function hold(store: Store, escalations: Escalation[]): Promise<void> {
  for (const each of escalations) {
    const id = `c-${each.id}`
    await committed(store, change(conversation({ id }), { escalations: [{ ...each, conversationId: id }] }))
  }
}
