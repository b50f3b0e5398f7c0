import { describe, expect, test } from 'vitest'
import { type Escalation, MINUTE_MS } from '../../../../domain/index.ts'
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

    test('wait in the order of urgency where waiting counts, so that nobody stays behind the limit for ever', async () => {
      const store = await emptyStore()
      await hold(store, [
        escalation('patient', { priority: 0.5, queuedAt: START }),
        ...[30, 59, 61].map((minute) =>
          escalation(`urgent-${minute}`, { priority: 1.5, queuedAt: START + minute * MINUTE_MS }),
        ),
      ])
      // An hour of waiting weighs as much as the difference of 1.
      const waiting = await store.escalations.waiting(3, 1 / 60)
      expect(waiting.map(({ id }) => id)).toEqual(['urgent-30', 'urgent-59', 'patient'])
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
      const { trueNeed: _, ...rest } = { ...ended, id: 'none' }
      const ofNoNeed: Escalation = { ...rest, noNeed: true }
      await committed(store, change(conversation(), { escalations: [ended, ofNoNeed] }))
      expect(await store.escalations.get('e1')).toStrictEqual(ended)
      expect(await store.escalations.get('none')).toStrictEqual(ofNoNeed)
      expect(await store.escalations.get('e2')).toBeUndefined()
    })

    test('tell what everybody has open, and what each agent has to do', async () => {
      const store = await emptyStore()
      await hold(store, [
        escalation('second', { acceptedAt: START + 2, agentId: 'kim' }),
        escalation('first', { acceptedAt: START + 1, agentId: 'lee' }),
        escalation('ended', { acceptedAt: START + 5, agentId: 'kim', endedAt: START + 6, outcome: 'returned' }),
        escalation('over', { acceptedAt: START + 3, agentId: 'max', endedAt: START + 4, outcome: 'resolved' }),
        escalation('waiting'),
      ])
      expect((await store.escalations.open(10)).map(({ id }) => id)).toEqual(['first', 'second'])
      expect((await store.escalations.open(1)).map(({ id }) => id)).toEqual(['first'])
      expect(await store.escalations.loads()).toEqual([
        { agentId: 'kim', open: 1, lastAcceptedAt: START + 5 },
        { agentId: 'lee', open: 1, lastAcceptedAt: START + 1 },
        { agentId: 'max', open: 0, lastAcceptedAt: START + 3 },
      ])
    })

    test('of one conversation follow each other, the oldest first', async () => {
      const store = await emptyStore()
      const first = escalation('a', { endedAt: START + 5, outcome: 'given-back', acceptedAt: START, agentId: 'kim' })
      const second = escalation('b', { queuedAt: START + 5, follows: 'a', preferredAgentId: 'lee' })
      await committed(store, change(conversation(), { escalations: [second, first] }))
      expect(await store.escalations.ofConversation('c1')).toStrictEqual([first, second])
      expect(await store.escalations.ofConversation('c2')).toEqual([])
    })

    test('keep how far the search for an agent has come, step by step', async () => {
      const store = await emptyStore()
      await hold(store, [escalation('e1'), escalation('taken', { acceptedAt: START, agentId: 'kim' })])
      const offered = { step: 1, passedBy: ['lee'], offer: { agentId: 'kim', at: START, until: START + 1 } }
      expect(await store.escalations.putRouting('e1', offered)).toBe(true)
      expect((await store.escalations.get('e1'))?.routing).toStrictEqual(offered)
      expect(await store.escalations.putRouting('e1', { step: 1, passedBy: [] })).toBe(false)
      expect(await store.escalations.putRouting('e1', { step: 3, passedBy: [] })).toBe(false)
      expect(await store.escalations.putRouting('taken', { step: 1, passedBy: [] })).toBe(false)
      expect(await store.escalations.putRouting('nothing', { step: 1, passedBy: [] })).toBe(false)
      expect((await store.escalations.get('e1'))?.routing).toStrictEqual(offered)
    })

    test('of 20 who note the same step at once, one has noted it', async () => {
      const store = await emptyStore()
      await hold(store, [escalation('e1')])
      const notes = Array.from({ length: 20 }, (_, index) => ({ step: 1, passedBy: [`agent${index}`] }))
      const noted = await Promise.all(notes.map((routing) => store.escalations.putRouting('e1', routing)))
      expect(noted.filter(Boolean)).toHaveLength(1)
      expect((await store.escalations.get('e1'))?.routing).toStrictEqual(notes[noted.indexOf(true)])
    })
  })
}

async function hold(store: Store, escalations: Escalation[]): Promise<void> {
  for (const each of escalations) {
    const id = `c-${each.id}`
    await committed(store, change(conversation({ id }), { escalations: [{ ...each, conversationId: id }] }))
  }
}
