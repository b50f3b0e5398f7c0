import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CandidateDecision, Decision, TurnLabel } from '../../../../domain/index.ts'
import type { CandidateSource, GatheredCandidate, Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, labelled, MINUTE, message, START, survey, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER }
const ESCALATE: Decision = { kind: 'escalate', reasons: ['out-of-scope'] }
const CLARIFY: Decision = { kind: 'clarify', candidates: ['refund', 'warranty'] }
const ANSWER: Decision = { kind: 'answer', need: 'refund', confidence: 0.9 }
const ACCEPTED: CandidateDecision & { state: 'accepted' } = {
  state: 'accepted',
  by: 'kim',
  at: START + MINUTE,
  meant: { kind: 'need', need: 'refund' },
}

/** A new conversation of its own customer in which the bot decided so, once for each. */
async function decided(store: Store, id: string, decisions: Decision[], at = START): Promise<void> {
  let read = conversation({ id, customerId: `customer of ${id}` })
  for (const [index, decision] of decisions.entries()) {
    const seq = index + 1
    const one = turn(`${id}-${seq}`, { conversationId: id, seq, at: at + index, decision })
    read = await committed(store, change(read, { messages: [message(`${id}-${seq}`, { at: at + index })], turn: one }))
  }
}

/** The conversation ends, and the customer says how it was. */
async function rated(store: Store, id: string, rating: 1 | 2 | 3 | 5, endedAt: number, by: 'bot' | 'agent' = 'bot') {
  const read = await store.conversations.get(id)
  if (!read) throw new TypeError(`there is no conversation ${id}`)
  const of = { conversationId: id, customerId: read.customerId }
  const asked = survey(`survey of ${id} at ${endedAt}`, { ...of, sentAt: endedAt })
  const closed = await committed(
    store,
    change(read, { events: [{ kind: 'resolved', at: endedAt, by }], survey: asked }),
  )
  await committed(store, change(closed, { response: { surveyId: asked.id, at: endedAt + MINUTE, rating } }))
}

function label(conversationId: string, changes: Partial<TurnLabel> = {}): TurnLabel {
  const meant = { kind: 'need', need: 'refund' } as const
  return { conversationId, seq: 1, at: START, source: 'agent', by: 'kim', meant, ...changes }
}

function gathered(text: string, changes: Partial<GatheredCandidate> = {}): GatheredCandidate {
  return {
    conversationId: text,
    seq: 1,
    customerId: 'anna',
    at: START,
    origin: 'clarified',
    language: 'en',
    text,
    key: text.toLowerCase(),
    ...changes,
  }
}

function counting(prefix = 'candidate'): () => string {
  let made = 0
  return () => `${prefix}-${++made}`
}

const briefly = (sources: CandidateSource[]) =>
  sources.map(({ conversationId, seq, origin }) => `${conversationId} ${seq} ${origin}`)

export function candidateContract(emptyStore: EmptyStore): void {
  describe('messages that may teach something', () => {
    test('are those that were handed over or not clear, the oldest first, as the customer wrote them', async () => {
      const store = await emptyStore()
      await decided(store, 'unclear', [CLARIFY, ANSWER], START + 5)
      await decided(store, 'over', [ANSWER, ESCALATE], START)
      await decided(store, 'fine', [ANSWER])
      const [first, second, ...others] = await store.candidates.sources(ALWAYS, 10)
      expect(first).toEqual({
        conversationId: 'over',
        seq: 2,
        customerId: 'customer of over',
        at: START + 1,
        origin: 'handed-over',
        text: 'text of over-2',
        language: 'en',
      })
      expect(second).toMatchObject({ conversationId: 'unclear', seq: 1, origin: 'clarified' })
      expect(others).toEqual([])
    })

    test('are those of the period, and not more than were asked for', async () => {
      const store = await emptyStore()
      for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) await decided(store, id, [CLARIFY], START + index)
      const period = { from: START + 1, to: START + 3 }
      expect(briefly(await store.candidates.sources(period, 10))).toEqual(['b 1 clarified', 'c 1 clarified'])
      expect(briefly(await store.candidates.sources(ALWAYS, 1))).toEqual(['a 1 clarified'])
    })

    test('are what an agent or a check has spoken of, by the time of the verdict; a pick alone says no more', async () => {
      const store = await emptyStore()
      await decided(store, 'a', [ANSWER, ANSWER])
      await labelled(store, label('a', { at: START + DAY }))
      await labelled(store, label('a', { source: 'check', seq: 2, at: START + 2 * DAY }))
      await labelled(store, label('a', { source: 'pick', at: START + DAY }))
      const from = (day: number) => ({ from: START + day * DAY, to: START + (day + 1) * DAY })
      expect(briefly(await store.candidates.sources(from(0), 10))).toEqual([])
      expect(briefly(await store.candidates.sources(from(1), 10))).toEqual(['a 1 handed-over'])
      expect(briefly(await store.candidates.sources(from(2), 10))).toEqual(['a 2 checked'])
    })

    test('are the last answers of what was rated 1 or 2, by the time of the rating', async () => {
      const store = await emptyStore()
      await decided(store, 'bad', [ANSWER, ANSWER, CLARIFY])
      await rated(store, 'bad', 2, START + DAY)
      await decided(store, 'good', [ANSWER])
      await rated(store, 'good', 3, START + DAY)
      await decided(store, 'served', [ANSWER])
      await rated(store, 'served', 1, START + DAY, 'agent')
      const low = { from: START + DAY, to: START + 2 * DAY }
      expect(await store.candidates.sources(low, 10)).toMatchObject([
        { conversationId: 'bad', seq: 2, origin: 'rated-low', at: START + DAY + MINUTE },
      ])
    })

    test('an answer of an earlier episode is not what a later rating is about', async () => {
      const store = await emptyStore()
      await decided(store, 'twice', [ANSWER])
      await rated(store, 'twice', 5, START + MINUTE)
      await rated(store, 'twice', 1, START + DAY)
      expect(await store.candidates.sources(ALWAYS, 10)).toEqual([])
    })

    test('come no more once they are gathered: to look through them again would be for nothing', async () => {
      const store = await emptyStore()
      await decided(store, 'a', [ESCALATE, CLARIFY])
      const [first, ...others] = await store.candidates.sources(ALWAYS, 10)
      await store.candidates.gather([gathered('known', { conversationId: 'a', seq: first?.seq ?? 0 })], counting())
      expect(others).toHaveLength(1)
      expect(await store.candidates.sources(ALWAYS, 10)).toEqual(others)
    })

    test('are texts: a file and what others wrote are none', async () => {
      const store = await emptyStore()
      const file = { id: 'f', name: 'bill.pdf', mediaType: 'application/pdf', bytes: 3 }
      const read = await committed(
        store,
        change(conversation(), {
          messages: [message('file', { text: 'bill.pdf', body: { kind: 'file', file } })],
          turn: turn('t1', { decision: ESCALATE }),
        }),
      )
      await committed(
        store,
        change(read, {
          messages: [message('bot', { from: 'bot' })],
          turn: turn('t2', { seq: 2, decision: ESCALATE }),
        }),
      )
      expect(await store.candidates.sources(ALWAYS, 10)).toEqual([])
    })
  })

  describe('candidates', () => {
    test('with the same words are one of a language, with where each was seen', async () => {
      const store = await emptyStore()
      const messages = [
        gathered('Where is it', { conversationId: 'a', at: START + 2 }),
        gathered('where is it', { conversationId: 'b', at: START + 1, customerId: 'ben', origin: 'rated-low' }),
        gathered('where is it', { conversationId: 'c', language: 'zh' }),
      ]
      expect(await store.candidates.gather(messages, counting())).toBe(3)
      const [english, ...others] = await store.candidates.list({ state: 'pending', language: 'en' }, 10)
      expect(others).toEqual([])
      expect(english).toEqual({
        id: 'candidate-1',
        language: 'en',
        text: 'Where is it',
        key: 'where is it',
        createdAt: START + 2,
        decision: { state: 'pending' },
        version: 1,
        sightings: [
          { conversationId: 'b', seq: 1, customerId: 'ben', at: START + 1, origin: 'rated-low' },
          { conversationId: 'a', seq: 1, customerId: 'anna', at: START + 2, origin: 'clarified' },
        ],
        verdicts: [],
      })
      expect(await store.candidates.counts()).toEqual({ pending: 2, accepted: 0, rejected: 0 })
    })

    test('a message is one sighting, whatever it is taken for later', async () => {
      const store = await emptyStore()
      const newId = counting()
      expect(await store.candidates.gather([gathered('a')], newId)).toBe(1)
      const again = gathered('a', { origin: 'checked', at: START + DAY })
      const otherWords = gathered('a', { text: 'b', key: 'b' })
      expect(await store.candidates.gather([again, otherWords], newId)).toBe(0)
      const [only, ...others] = await store.candidates.list({ state: 'pending' }, 10)
      expect(others).toEqual([])
      expect(only?.sightings).toEqual([
        { conversationId: 'a', seq: 1, customerId: 'anna', at: START, origin: 'clarified' },
      ])
    })

    test('are gathered once by many at the same time', async () => {
      const store = await emptyStore()
      const all = Array.from({ length: 12 }, (_, index) =>
        gathered(index % 2 === 0 ? 'even' : 'odd', { conversationId: `c${index}`, at: START + index }),
      )
      const counts = await Promise.all(
        Array.from({ length: 5 }, (_, node) => store.candidates.gather(all, counting(`node-${node}`))),
      )
      expect(counts.reduce((sum, count) => sum + count)).toBe(12)
      const found = await store.candidates.list({ state: 'pending' }, 10)
      expect(found.map(({ text, sightings }) => [text, sightings.length])).toEqual([
        ['odd', 6],
        ['even', 6],
      ])
    })

    test('come with what was said of their messages, as it is now', async () => {
      const store = await emptyStore()
      await decided(store, 'a', [CLARIFY])
      await decided(store, 'b', [ANSWER])
      await store.candidates.gather(
        [gathered('same', { conversationId: 'a' }), gathered('same', { conversationId: 'b' })],
        counting(),
      )
      await labelled(store, label('a', { at: START + 3, meant: { kind: 'none' } }))
      await labelled(store, label('a', { at: START + 1, source: 'pick', meant: { kind: 'unclear' } }))
      await labelled(store, label('b', { at: START + 2, answerWrong: true }))
      const said = async () => (await store.candidates.get('candidate-1'))?.verdicts
      const refund = { kind: 'need', need: 'refund' }
      expect(await said()).toEqual([
        { source: 'pick', meant: { kind: 'unclear' }, answerWrong: false, by: 'kim' },
        { source: 'agent', meant: refund, answerWrong: true, by: 'kim' },
        { source: 'agent', meant: { kind: 'none' }, answerWrong: false, by: 'kim' },
      ])
      await labelled(store, label('b', { at: START + 2, by: 'lee' }))
      expect((await said())?.[1]).toEqual({ source: 'agent', meant: refund, answerWrong: false, by: 'lee' })
    })

    test('that are pending come the newest sighting first, decided ones the latest decision first', async () => {
      const store = await emptyStore()
      await store.candidates.gather(
        ['a', 'b', 'c', 'd'].map((text, index) => gathered(text, { at: START + index })),
        counting(),
      )
      await store.candidates.gather([gathered('a', { conversationId: 'again', at: START + DAY })], counting())
      const ids = async (state: CandidateDecision['state'], limit = 10) =>
        (await store.candidates.list({ state }, limit)).map(({ id }) => id)
      expect(await ids('pending')).toEqual(['candidate-1', 'candidate-4', 'candidate-3', 'candidate-2'])
      expect(await ids('pending', 2)).toEqual(['candidate-1', 'candidate-4'])
      for (const [index, id] of ['candidate-3', 'candidate-1', 'candidate-4'].entries()) {
        await store.candidates.decide(id, 1, { ...ACCEPTED, at: START + index })
      }
      expect(await ids('accepted')).toEqual(['candidate-4', 'candidate-1', 'candidate-3'])
      expect((await store.candidates.accepted()).map(({ id }) => id)).toEqual([
        'candidate-3',
        'candidate-1',
        'candidate-4',
      ])
      expect(await ids('rejected')).toEqual([])
    })

    test('of one customer come so many at most, the newest; what another sent too comes with theirs', async () => {
      const store = await emptyStore()
      const flood = ['a', 'b', 'c', 'd'].map((text, index) =>
        gathered(text, { customerId: 'mallory', at: START + index, conversationId: `m${index}` }),
      )
      const others = [
        gathered('a', { customerId: 'anna', conversationId: 'anna' }),
        gathered('e', { customerId: 'ben', conversationId: 'ben' }),
      ]
      // The same words again count once.
      const again = gathered('d', { customerId: 'mallory', at: START + 9, conversationId: 'again' })
      await store.candidates.gather([...flood, ...others, again], counting())
      const texts = async (perCustomer: number, limit = 10) =>
        (await store.candidates.list({ state: 'pending', perCustomer }, limit)).map(({ text }) => text)
      expect(await texts(2)).toEqual(['d', 'c', 'e', 'a'])
      expect(await texts(1)).toEqual(['d', 'e', 'a'])
      expect(await texts(1, 2)).toEqual(['d', 'e'])
      expect(await texts(9)).toHaveLength(5)
      expect(await store.candidates.list({ state: 'accepted', perCustomer: 2 }, 10)).toEqual([])
    })

    test('are decided by one of two who looked at the same, and the other is told', async () => {
      const store = await emptyStore()
      await store.candidates.gather([gathered('a')], counting())
      const both = await Promise.all([
        store.candidates.decide('candidate-1', 1, ACCEPTED),
        store.candidates.decide('candidate-1', 1, { state: 'rejected', by: 'lee', at: START }),
      ])
      expect(both.toSorted()).toEqual(['changed', 'done'])
      expect(await store.candidates.decide('nowhere', 1, ACCEPTED)).toBe('unknown')
    })

    test('every decision is read back, and can be taken back', async () => {
      const store = await emptyStore()
      await store.candidates.gather([gathered('a')], counting())
      const decisions: CandidateDecision[] = [
        ACCEPTED,
        { ...ACCEPTED, meant: { kind: 'none' } },
        { state: 'rejected', by: 'lee', at: START + DAY },
        { state: 'pending' },
      ]
      for (const [index, decision] of decisions.entries()) {
        expect(await store.candidates.decide('candidate-1', index + 1, decision)).toBe('done')
        expect(await store.candidates.get('candidate-1')).toMatchObject({ decision, version: index + 2 })
      }
      expect(await store.candidates.get('candidate-1')).toHaveProperty('decision', { state: 'pending' })
    })

    test('one more sighting leaves what was decided', async () => {
      const store = await emptyStore()
      await store.candidates.gather([gathered('a')], counting())
      await store.candidates.decide('candidate-1', 1, ACCEPTED)
      await store.candidates.gather([gathered('a', { conversationId: 'later' })], counting('other'))
      expect(await store.candidates.get('candidate-1')).toMatchObject({ decision: ACCEPTED, version: 2 })
      expect((await store.candidates.accepted())[0]?.sightings).toHaveLength(2)
    })

    test('are counted by why they were taken, in the period', async () => {
      const store = await emptyStore()
      await store.candidates.gather(
        [
          gathered('a', { origin: 'checked' }),
          gathered('b', { origin: 'rated-low' }),
          gathered('c', { origin: 'rated-low' }),
          gathered('d', { at: START + DAY }),
        ],
        counting(),
      )
      expect(await store.candidates.gathered({ from: START, to: START + DAY })).toEqual({
        'handed-over': 0,
        clarified: 0,
        'rated-low': 2,
        checked: 1,
      })
    })

    test('are as many as there are different words, in any order and however often they come', async () => {
      const messages = fc.array(
        fc.record({ conversation: fc.nat(6), words: fc.nat(3), at: fc.nat(5), language: fc.constantFrom('en', 'zh') }),
        { maxLength: 20 },
      )
      await fc.assert(
        fc.asyncProperty(messages, async (all) => {
          const store = await emptyStore()
          const given = all.map(({ conversation: id, words, at, language }) =>
            gathered(`words ${words}`, { conversationId: `c${id}`, at, language }),
          )
          await store.candidates.gather(given, counting())
          await store.candidates.gather(given, counting('again'))
          // The first time that a message comes is its sighting.
          const naive = new Map<string, string>()
          for (const { conversationId, language, key } of given) {
            if (!naive.has(conversationId)) naive.set(conversationId, `${language} ${key}`)
          }
          const found = await store.candidates.list({ state: 'pending' }, 100)
          const seen = found.flatMap(({ language, key, sightings }) =>
            sightings.map(({ conversationId }) => [conversationId, `${language} ${key}`] as const),
          )
          expect(new Map(seen)).toEqual(naive)
          expect(seen).toHaveLength(naive.size)
          expect(found).toHaveLength(new Set(naive.values()).size)
        }),
        { numRuns: 15 },
      )
    })
  })
}
