import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, message, START, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

async function served(store: Store, id: string, gap: number, parts: Partial<Conversation> = {}): Promise<void> {
  const told = turn(`t-${id}`, { conversationId: id, seq: 1 })
  const head = conversation({ id, ...parts })
  const commit = change(head, {
    messages: [message(`m-${id}`)],
    turn: { ...told, gap: { ...told.gap, value: gap } },
  })
  const { customer } = commit
  await committed(store, { ...commit, ...(customer && { customer: { ...customer, name: 'Anna' } }) })
}

const ids = async (store: Store, since: number, limit = 10) =>
  (await store.conversations.withBot(since, limit)).map(({ conversation: { id } }) => id)

export function servedByBotContract(emptyStore: EmptyStore): void {
  describe('conversations that the bot is having', () => {
    test('come with the largest gap first, and with what was said last', async () => {
      const store = await emptyStore()
      await served(store, 'small', 0.2)
      await served(store, 'large', 0.8)
      await served(store, 'also-large', 0.8)
      expect(await ids(store, START)).toEqual(['also-large', 'large', 'small'])
      expect(await ids(store, START, 1)).toEqual(['also-large'])
      const [first] = await store.conversations.withBot(START, 1)
      expect(first).toMatchObject({
        conversation: { id: 'also-large', version: 1, lastSeq: 1 },
        customerName: 'Anna',
        lastTurn: { id: 't-also-large', gap: { value: 0.8 } },
        lastText: 'text of m-also-large',
      })
    })

    test('leave out what is quiet, what people own, and what nobody has asked yet', async () => {
      const store = await emptyStore()
      await served(store, 'quiet', 0.9, { updatedAt: START - 1 })
      await served(store, 'queued', 0.9, { owner: 'queued', escalationId: 'e' })
      await served(store, 'agents', 0.9, { owner: 'agent', agentId: 'kim', escalationId: 'f' })
      await served(store, 'closed', 0.9, { owner: 'closed', settledSeq: 1 })
      await served(store, 'given-back-to-the-bot', 0.9, { settledSeq: 1 })
      await committed(store, change(conversation({ id: 'silent' })))
      await served(store, 'here', 0.1)
      expect(await ids(store, START)).toEqual(['here'])
    })
  })
}
