import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CompanyPromise, PROMISE_STATES, promiseState } from '../../../../domain/index.ts'
import type { Period, PromiseCount, Store } from '../../../../store/index.ts'
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
      expect(ids(await store.promises.overdue(at(START + 5), 10))).toEqual(['first', 'second'])
      expect(ids(await store.promises.overdue(at(START + 5), 1))).toEqual(['first'])
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

    test('are told apart by what is due about them: broken, excused, asked about, given up', async () => {
      const store = await emptyStore()
      const deed = { kind: 'deed', what: 'a call', dueAt: START + 1 } as const
      const asked = { ...deed, toldBy: 'customer' } as const
      await hold(
        store,
        promise('moved', { ...deed, brokenAt: START + 2, movedTo: START + 9 }),
        promise('excused', { ...deed, brokenAt: START + 2, apologisedAt: START + 2 }),
        promise('late', { ...deed, brokenAt: START + 2 }),
        promise('to-ask', asked),
        promise('to-ask-later', { ...asked, movedTo: START + 9 }),
        promise('waits', { ...asked, askedAt: START + 4 }),
        promise('gives-up', { ...asked, askedAt: START + 2 }),
        promise('no', { ...asked, askedAt: START + 2, brokenAt: START + 3 }),
      )
      const look = async (apologises: boolean) =>
        ids(await store.promises.overdue({ now: START + 5, askedBefore: START + 3, apologises }, 10)).toSorted()
      expect(await look(true)).toEqual(['gives-up', 'late', 'to-ask'])
      expect(await look(false)).toEqual(['gives-up', 'to-ask'])
    })

    test('are not to be asked about while a person has the conversation', async () => {
      const store = await emptyStore()
      const asked = { kind: 'deed', toldBy: 'customer', dueAt: START + 1 } as const
      await hold(store, promise('p', asked))
      const read = await store.conversations.get('c1')
      if (!read) throw new TypeError('there is no conversation')
      await committed(store, change({ ...read, owner: 'queued', escalationId: 'e1' }))
      expect(await store.promises.overdue(at(START + 5), 10)).toEqual([])
    })

    test('are to be reminded of while they have an owner who was not reminded', async () => {
      const store = await emptyStore()
      await hold(
        store,
        promise('second', { ownerId: 'kim', dueAt: START + 4 }),
        promise('first', { ownerId: 'kim', dueAt: START + 3 }),
        promise('later', { ownerId: 'kim', dueAt: START + 5 }),
        promise('reminded', { ownerId: 'kim', dueAt: START + 3, remindedAt: START }),
        promise('nobodys', { dueAt: START + 3 }),
        promise('kept', { ownerId: 'kim', dueAt: START + 3, keptAt: START }),
      )
      expect(ids(await store.promises.toRemind(START + 5, 10))).toEqual(['first', 'second'])
      expect(ids(await store.promises.toRemind(START + 5, 1))).toEqual(['first'])
    })

    test('are counted by when they were due and whose word it was, as one by one', async () => {
      const store = await emptyStore()
      const all: CompanyPromise[] = []
      let held = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyPromise, { maxLength: 6 }),
          periods,
          fc.integer({ min: 0, max: 12 }),
          async (made, asked, now) => {
            for (const each of made) all.push({ ...each, id: `p${++held}` })
            await hold(store, ...all.slice(all.length - made.length))
            expect(await store.promises.counts(asked, now)).toEqual(naiveCounts(all, asked, now))
          },
        ),
        { numRuns: 20 },
      )
    })

    test('do not hold a quiet conversation open where they are deeds', async () => {
      const store = await emptyStore()
      const deed = promise('p', { kind: 'deed' })
      const parts = { messages: [message('m')], turn: turn('t'), escalations: [escalation('e1')], promises: [deed] }
      await committed(store, change(conversation(), parts))
      expect(await store.conversations.idle(START + 1, 10)).toEqual(['c1'])
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

const time = fc.integer({ min: 0, max: 12 })
const moment = fc.option(time, { nil: undefined })
const periods = fc.array(
  fc.tuple(time, time).map(([from, to]) => ({ from, to })),
  { maxLength: 3 },
)
const anyPromise = fc
  .record({
    dueAt: time,
    keptAt: moment,
    brokenAt: moment,
    endedAt: moment,
    unknown: fc.option(fc.constant(true as const), { nil: undefined }),
    toldBy: fc.constantFrom('staff', 'customer'),
    madeBy: fc.constantFrom<CompanyPromise['madeBy']>(
      { kind: 'bot' },
      { kind: 'pack', need: 'refund' },
      { kind: 'agent', agentId: 'kim' },
      { kind: 'agent', agentId: 'lee' },
    ),
  })
  .map((parts) => {
    const given = Object.entries(parts).filter(([, value]) => value !== undefined)
    return promise('', { kind: 'deed', ...Object.fromEntries(given) })
  })

function naiveCounts(all: readonly CompanyPromise[], asked: readonly Period[], now: number): PromiseCount[] {
  return asked.flatMap(({ from, to }, position) => {
    const due = all.filter(({ dueAt }) => dueAt >= from && dueAt < to)
    const makers = [...new Set(due.map(({ madeBy }) => JSON.stringify(madeBy)))].toSorted()
    return makers.map((maker) => {
      const theirs = due.filter(({ madeBy }) => JSON.stringify(madeBy) === maker)
      const counts = PROMISE_STATES.map((state) => [
        state,
        theirs.filter((promise) => promiseState(promise, now) === state).length,
      ])
      const untold = theirs.filter(
        (promise) =>
          promiseState(promise, now) === 'overdue' && promise.toldBy === 'customer' && promise.brokenAt === undefined,
      ).length
      return { position, madeBy: JSON.parse(maker), ...Object.fromEntries(counts), untold }
    })
  })
}

const at = (now: number) => ({ now, askedBefore: 0, apologises: false })

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
