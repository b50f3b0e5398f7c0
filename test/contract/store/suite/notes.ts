import { describe, expect, test } from 'vitest'
import type { Note } from '../../../../domain/index.ts'
import { change, committed, conversation, message, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

function note(id: string, changes: Partial<Note> = {}): Note {
  return { id, conversationId: 'c1', afterSeq: 0, at: START, agentId: 'kim', text: `note ${id} 备注`, ...changes }
}

export function noteContract(emptyStore: EmptyStore): void {
  describe('notes', () => {
    test('are kept in the order of their time, of one conversation only', async () => {
      const store = await emptyStore()
      const late = note('n1', { at: START + 2, afterSeq: 1 })
      const early = note('n2', { at: START + 1 })
      const read = await committed(store, change(conversation(), { messages: [message('m1')], notes: [late] }))
      await committed(store, change(read, { notes: [early] }))
      await committed(store, change(conversation({ id: 'c2' }), { notes: [note('n3', { conversationId: 'c2' })] }))
      expect(await store.notes.ofConversation('c1')).toStrictEqual([early, late])
      expect(await store.notes.ofConversation('nothing')).toEqual([])
    })

    test('are no messages: they take no number and are not read with them', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation(), { messages: [message('m1')], notes: [note('n1')] }))
      expect(read.lastSeq).toBe(1)
      expect((await store.conversations.messages('c1', 0, 10)).map(({ id }) => id)).toEqual(['m1'])
    })

    test('are not kept of a commit that somebody else overtook', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation()))
      expect(await store.conversations.commit(change(conversation(), { notes: [note('n1')] }))).toEqual({
        kind: 'conflict',
      })
      expect(await store.notes.ofConversation('c1')).toEqual([])
    })
  })
}
