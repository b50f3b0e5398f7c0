import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadMark } from '../../../../domain/index.ts'
import { change, committed, conversation, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function readContract(emptyStore: EmptyStore): void {
  describe('read marks', () => {
    test('are kept for each conversation and each side', async () => {
      const store = await emptyStore()
      for (const id of ['c1', 'c2', 'c3']) await committed(store, change(conversation({ id })))
      const marks: ReadMark[] = [
        { conversationId: 'c1', reader: 'agent', seq: 3, at: START },
        { conversationId: 'c1', reader: 'customer', seq: 5, at: START + 1 },
        { conversationId: 'c2', reader: 'customer', seq: 1, at: START + 2 },
      ]
      for (const mark of marks) expect(await store.reads.raise(mark)).toBe(true)
      expect(await store.reads.ofConversations(['c2', 'c1', 'unknown'])).toStrictEqual(marks)
      expect(await store.reads.ofConversations(['c3'])).toEqual([])
      expect(await store.reads.ofConversations([])).toEqual([])
    })

    test('only rise, in whatever order they come', async () => {
      const store = await emptyStore()
      let conversations = 0
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), async (seqs) => {
          const conversationId = `c${conversations++}`
          await committed(store, change(conversation({ id: conversationId })))
          let highest = 0
          for (const [index, seq] of seqs.entries()) {
            const raised = await store.reads.raise({ conversationId, reader: 'agent', seq, at: START + index })
            expect(raised).toBe(seq > highest)
            highest = Math.max(highest, seq)
          }
          expect(await store.reads.ofConversations([conversationId])).toEqual([
            { conversationId, reader: 'agent', seq: highest, at: START + seqs.indexOf(highest) },
          ])
        }),
        { numRuns: 15 },
      )
    })

    test('raised by many at once end at the highest', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation()))
      const seqs = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1)
      const mark = { conversationId: 'c1', reader: 'customer', at: START } as const
      await Promise.all(seqs.map((seq) => store.reads.raise({ ...mark, seq })))
      expect(await store.reads.ofConversations(['c1'])).toEqual([{ ...mark, seq: 20 }])
    })
  })
}
