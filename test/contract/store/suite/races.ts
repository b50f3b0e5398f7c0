import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agent, Conversation } from '../../../../domain/index.ts'
import type { CommitResult, Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, message, START, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const AGENT: Agent = {
  id: 'kim',
  email: 'kim@shop.test',
  name: 'Kim',
  role: 'agent',
  languages: ['en'],
  queues: [],
  capacity: 3,
  createdAt: START,
}

export function raceContract(emptyStore: EmptyStore): void {
  describe('when many commit at once', () => {
    test('exactly one of 100 on the same version wins', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation()))
      const results = await Promise.all(
        numbers(100).map((index) =>
          store.conversations.commit(change(read, { dedupeKey: `k${index}`, messages: [message(`m${index}`)] })),
        ),
      )
      expect(kinds(results)).toEqual({ committed: 1, conflict: 99 })
      expect(await store.conversations.messages('c1', 0, 200)).toHaveLength(1)
    })

    test('50 copies of one message have one effect, and all name it', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation()))
      const results = await Promise.all(
        numbers(50).map((index) =>
          store.conversations.commit(change(read, { dedupeKey: 'same', messages: [message(`m${index}`)] })),
        ),
      )
      expect(kinds(results)).toEqual({ committed: 1, duplicate: 49 })
      const [stored] = await store.conversations.messages('c1', 0, 10)
      for (const result of results) {
        if (result.kind === 'duplicate') expect(result.messageId).toBe(stored?.id)
      }
    })

    test('50 copies of the first message make one conversation', async () => {
      const store = await emptyStore()
      const results = await Promise.all(
        numbers(50).map((index) =>
          store.conversations.commit(change(conversation(), { dedupeKey: 'same', messages: [message(`m${index}`)] })),
        ),
      )
      expect(kinds(results)).toEqual({ committed: 1, duplicate: 49 })
      expect(await store.conversations.get('c1')).toMatchObject({ version: 1, lastSeq: 1 })
    })

    test('exactly one of 20 makes a new conversation, the others are told of the conflict', async () => {
      const store = await emptyStore()
      const results = await Promise.all(
        numbers(20).map((index) =>
          store.conversations.commit(
            change(conversation(), { dedupeKey: `k${index}`, messages: [message(`m${index}`)] }),
          ),
        ),
      )
      expect(kinds(results)).toEqual({ committed: 1, conflict: 19 })
    })

    test('1,000 accepts at once give each customer one agent, and no agent more than they take', async () => {
      const store = await emptyStore()
      const agents = numbers(10).map((index) => `agent${index}`)
      for (const id of agents) await store.people.add({ ...AGENT, id, email: `${id}@shop.test` })
      const waiting = await Promise.all(
        numbers(100).map((index) =>
          committed(store, change(conversation({ id: `c${index}`, customerId: `cu${index}` }))),
        ),
      )
      const accept = (read: Conversation, agentId: string) =>
        store.conversations.commit(
          change(
            { ...read, owner: 'agent', agentId },
            {
              escalations: [
                escalation(`e-${read.id}`, {
                  conversationId: read.id,
                  customerId: read.customerId,
                  agentId,
                  acceptedAt: START,
                }),
              ],
              capacity: { agentId, limit: 3 },
            },
          ),
        )
      const results = await Promise.all(waiting.flatMap((read) => agents.map((agentId) => accept(read, agentId))))
      expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(30)
      const open = await Promise.all(agents.map((agentId) => store.escalations.openOf(agentId)))
      expect(open.map((own) => own.length)).toEqual(agents.map(() => 3))
      expect(new Set(open.flat().map(({ conversationId }) => conversationId)).size).toBe(30)
    })

    test('one that fails does not touch its neighbours', async () => {
      const store = await emptyStore()
      const commits = numbers(30).map((index) =>
        store.conversations.commit(
          change(conversation({ id: `c${index}` }), {
            messages: [message(`m${index}`)],
            ...(index % 3 === 0 && { response: { surveyId: 'nowhere', at: START, rating: 1 as const } }),
          }),
        ),
      )
      const settled = await Promise.allSettled(commits)
      expect(settled.map(({ status }) => status)).toEqual(
        numbers(30).map((index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')),
      )
      for (const index of numbers(30)) {
        const stored = await store.conversations.messages(`c${index}`, 0, 10)
        expect(stored).toHaveLength(index % 3 === 0 ? 0 : 1)
      }
    })

    test('messages are numbered 1, 2, 3 … without a gap, each exactly once, whoever wins', async () => {
      const store = await emptyStore()
      let run = 0
      const writers = fc.array(
        fc.record({
          conversation: fc.integer({ min: 0, max: 1 }),
          /** How many messages each commit of this writer brings. */
          commits: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
          retries: fc.boolean(),
        }),
        { minLength: 1, maxLength: 5 },
      )
      await fc.assert(
        fc.asyncProperty(writers, async (all) => {
          run++
          const written = await Promise.all(
            all.map((writer, index) =>
              write(store, `c${run}-${writer.conversation}`, `w${run}-${index}`, writer.commits, writer.retries),
            ),
          )
          for (const side of [0, 1]) {
            const stored = await store.conversations.messages(`c${run}-${side}`, 0, 1_000)
            const wanted = all.flatMap((writer, index) => (writer.conversation === side ? (written[index] ?? []) : []))
            expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
            expect(stored.map(({ id }) => id).sort()).toEqual(wanted.sort())
            const read = await store.conversations.get(`c${run}-${side}`)
            expect(read?.lastSeq ?? 0).toBe(stored.length)
          }
        }),
        { numRuns: 25 },
      )
    })

    test('of reads between commits none sees half of one', async () => {
      const store = await emptyStore()
      let read = await committed(store, change(conversation()))
      let writing = true
      const reader = async () => {
        while (writing) {
          const seen = await store.conversations.get('c1')
          const messages = await store.conversations.messages('c1', 0, 1_000)
          // Each commit brings two messages; what was read second can only be newer.
          expect(messages.length % 2).toBe(0)
          expect(messages.length).toBeGreaterThanOrEqual(seen?.lastSeq ?? 0)
          // SQLite answers without leaving the event loop, and the writer wants its turn.
          await setImmediate()
        }
      }
      const readers = [reader(), reader()]
      for (const index of numbers(20)) {
        read = await committed(
          store,
          change(read, {
            messages: [message(`q${index}`), message(`a${index}`)],
            turn: turn(`t${index}`, { seq: read.lastSeq + 1 }),
          }),
        )
      }
      writing = false
      await Promise.all(readers)
    })
  })
}

/** Writes like the bot does: reads, decides, commits, and reads again after a conflict. Sends some commits twice. */
async function write(store: Store, id: string, writer: string, commits: number[], retries: boolean): Promise<string[]> {
  const written: string[] = []
  for (const [index, count] of commits.entries()) {
    const messages = numbers(count).map((each) => message(`${writer}-${index}-${each}`))
    for (;;) {
      const read = (await store.conversations.get(id)) ?? conversation({ id })
      const attempt = change(read, { dedupeKey: `${writer}-${index}`, messages })
      const [result] = await Promise.all([
        store.conversations.commit(attempt),
        retries ? store.conversations.commit(attempt) : undefined,
      ])
      if (result.kind !== 'conflict') break
    }
    written.push(...messages.map((each) => each.id))
  }
  return written
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

function kinds(results: CommitResult[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
