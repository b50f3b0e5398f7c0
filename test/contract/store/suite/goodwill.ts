import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsatRating, Treatment } from '../../../../domain/index.ts'
import type { CommitResult, ConversationCommit, Store, TreatmentOutcome } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, escalation, promise, START, survey, trustEvent } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const MONTH = '2026-11'

function treatment(id: string, changes: Partial<Treatment> = {}): Treatment {
  return {
    id,
    customerId: 'anna',
    conversationId: 'c1',
    number: 1,
    cause: `promise:${id}`,
    reason: 'promise-broken',
    rule: 'sorry',
    gift: 'voucher',
    state: 'given',
    at: START,
    costCents: 500,
    trustBefore: 0.4,
    ...changes,
  }
}

export function goodwillContract(emptyStore: EmptyStore): void {
  describe('goodwill', () => {
    test('keeps all that is known of a treatment, and when it was made use of, once', async () => {
      const store = await emptyStore()
      const [first, second] = [treatment('t1', { gift: 'priority', costCents: 0 }), treatment('t2', { number: 2 })]
      expect(await give(store, first)).toBe('committed')
      expect(await give(store, second)).toBe('committed')
      expect(await store.goodwill.ofCustomer('anna')).toStrictEqual([first, second])
      for (const at of [START + 5, START + 9]) await write(store, 'c1', { usedTreatment: 't1' }, at)
      expect(await store.goodwill.ofCustomer('anna')).toStrictEqual([{ ...first, usedAt: START + 5 }, second])
    })

    test('is given once for a cause, and each customer’s treatments are numbered: what was decided without them is refused', async () => {
      const store = await emptyStore()
      expect(await give(store, treatment('t1', { cause: 'survey:s' }))).toBe('committed')
      expect(await give(store, treatment('t2', { cause: 'survey:s', number: 2 }))).toBe('conflict')
      expect(await give(store, treatment('t3', { number: 1 }))).toBe('conflict')
      expect(await give(store, treatment('t4', { number: 1, customerId: 'ben', conversationId: 'c9' }))).toBe(
        'committed',
      )
      expect(await store.goodwill.spent(MONTH)).toBe(1_000)
    })

    test('that is refused leaves nothing of its commit behind', async () => {
      const store = await emptyStore()
      await give(store, treatment('t1'))
      const before = await store.conversations.get('c1')
      expect(
        await give(store, treatment('t2', { cause: 'promise:t1', number: 2 }), { promises: [promise('p1')] }),
      ).toBe('conflict')
      expect(await store.conversations.get('c1')).toStrictEqual(before)
      expect(await store.promises.ofConversation('c1')).toEqual([])
    })

    test('never spends more than the budget, whoever gives at once, and nothing for what is not given', async () => {
      const store = await emptyStore()
      const gifts = Array.from({ length: 30 }, (_, i) =>
        treatment(`t${i}`, { customerId: `cu${i}`, conversationId: `c${i}`, costCents: 100 + i }),
      )
      const results = await Promise.all(gifts.map((one) => give(store, one, {}, 1_000)))
      const given = gifts.filter((_, i) => results[i] === 'committed')
      const spent = given.reduce((sum, { costCents }) => sum + costCents, 0)
      expect(await store.goodwill.spent(MONTH)).toBe(spent)
      expect(spent).toBeGreaterThan(1_000 - 130)
      expect(spent).toBeLessThanOrEqual(1_000)
      for (const state of ['held-out', 'no-budget'] as const)
        expect(
          await give(store, treatment(state, { customerId: state, conversationId: state, state }), {}, 1_000),
        ).toBe('committed')
      const free = treatment('free', { customerId: 'free', conversationId: 'free', costCents: 0 })
      expect(await give(store, free, {}, 0)).toBe('committed')
      expect(await give(store, treatment('dear', { customerId: 'x', conversationId: 'x' }), {}, 400)).toBe('conflict')
      expect(await store.goodwill.spent(MONTH)).toBe(spent)
      expect(await store.goodwill.spent('2026-12')).toBe(0)
    })

    test('gives one customer one of many that are decided at once in as many conversations', async () => {
      const store = await emptyStore()
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, i) => give(store, treatment(`t${i}`, { conversationId: `c${i}` }))),
      )
      expect(results.filter((kind) => kind === 'committed')).toHaveLength(1)
      expect(await store.goodwill.ofCustomer('anna')).toHaveLength(1)
    })

    test('tells what some customers were given, the latest first, and what the last months have cost', async () => {
      const store = await emptyStore()
      const all = [
        treatment('a', { at: START }),
        treatment('b', { at: START + 2 }),
        treatment('c', { at: START + 1 }),
        treatment('old', { at: START - 1 }),
        treatment('out', { at: START + 3, state: 'held-out' }),
        treatment('else', { at: START + 3 }),
      ]
      for (const one of all) await give(store, { ...one, customerId: `cu-${one.id}`, conversationId: `c-${one.id}` })
      const asked = [
        ...['a', 'b', 'c', 'old', 'out'].map((id) => `cu-${id}`),
        ...Array.from({ length: 700 }, (_, i) => `x${i}`),
      ]
      expect((await store.goodwill.givenTo(asked, START)).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
      const later = treatment('later', { customerId: 'cu-a', conversationId: 'c-a', number: 2 })
      await give(store, later, { treatment: { treatment: later, month: '2026-12', budgetCents: 900 } })
      const [december, november] = [
        { month: '2026-12', spentCents: 500 },
        { month: MONTH, spentCents: 2_500 },
      ]
      expect(await store.goodwill.months(12)).toStrictEqual([december, november])
      expect(await store.goodwill.months(1)).toStrictEqual([december])
    })

    test('is summed by month, rule and state', async () => {
      const store = await emptyStore()
      const all = [
        treatment('a', { rule: 'sorry' }),
        treatment('b', { rule: 'sorry', costCents: 300 }),
        treatment('c', { rule: 'sorry', state: 'no-budget' }),
        treatment('d', { rule: 'thanks', state: 'held-out' }),
      ]
      for (const [i, one] of all.entries()) await give(store, { ...one, customerId: `cu${i}`, conversationId: `c${i}` })
      expect(await store.goodwill.sums(MONTH)).toStrictEqual([
        { rule: 'sorry', state: 'given', count: 2, costCents: 800 },
        { rule: 'sorry', state: 'no-budget', count: 1, costCents: 500 },
        { rule: 'thanks', state: 'held-out', count: 1, costCents: 500 },
      ])
      expect(await store.goodwill.sums('2026-10')).toEqual([])
    })

    test('knows a customer’s bad ratings, and what else speaks of them', async () => {
      const store = await emptyStore()
      const resolved = escalation('e1', { endedAt: START, outcome: 'unresolved', agentId: 'kim' })
      const about = { kind: 'agent', agentId: 'kim', escalationId: 'e1' } as const
      await write(store, 'c1', { escalations: [resolved], survey: survey('s1', { about }) })
      await rate(store, 'c1', 's1', 1, START + 1)
      await write(store, 'c2', {
        survey: survey('s2', { conversationId: 'c2', sentAt: START + 5, gap: 0.75 }),
        promises: [promise('p', { conversationId: 'c2', escalationId: 'e1', brokenAt: START + 4 })],
      })
      await rate(store, 'c2', 's2', 2, START + 6)
      await write(store, 'c3', { survey: survey('s3', { conversationId: 'c3', sentAt: START + 7 }) })
      await rate(store, 'c3', 's3', 3, START + 8)
      await write(store, 'c4', {
        survey: survey('s4', { conversationId: 'c4', sentAt: START + 9 }),
        promises: [promise('q', { conversationId: 'c4', escalationId: 'e1', askedAt: START + 8, brokenAt: START + 9 })],
      })
      await rate(store, 'c4', 's4', 1, START + 10)
      const first = { surveyId: 's1', at: START + 1, rating: 1, verdict: 'unresolved', promiseBroken: false }
      const second = { surveyId: 's2', at: START + 6, rating: 2, gap: 0.75, promiseBroken: true }
      // That it was broken is the customer's own word.
      const third = { surveyId: 's4', at: START + 10, rating: 1, promiseBroken: false }
      expect(await store.goodwill.complaints('anna', START, 2)).toStrictEqual([first, second, third])
      expect(await store.goodwill.complaints('anna', START + 1, 1)).toEqual([third])
      expect(await store.goodwill.complaints('ben', START, 2)).toEqual([])
    })

    test('tells what became of each customer after the first treatment by a rule, as a naive reading does', async () => {
      const store = await emptyStore()
      let run = 0
      const day = fc.integer({ min: 0, max: 20 })
      const customers = fc.array(
        fc.record({
          treated: fc.array(
            fc.record({
              day,
              rule: fc.constantFrom('a', 'b'),
              state: fc.constantFrom('given', 'held-out', 'no-budget'),
            }),
            { maxLength: 4 },
          ),
          visits: fc.array(day, { maxLength: 3 }),
          ratings: fc.array(fc.record({ sent: day, answered: day, rating: fc.integer({ min: 1, max: 5 }) }), {
            maxLength: 3,
          }),
        }),
        { maxLength: 4 },
      )
      await fc.assert(
        fc.asyncProperty(customers, fc.tuple(day, day), async (all, [from, to]) => {
          run++
          // Each run in a span of time of its own.
          const begin = START + run * 1_000 * DAY
          const at = (days: number) => begin + days * DAY
          const naive: TreatmentOutcome[] = []
          for (const [index, { treated, visits, ratings }] of all.entries()) {
            const customerId = `cu${run}-${index}`
            const home = `c${run}-${index}`
            const own = { customerId, conversationId: home }
            const sorted = treated.toSorted((a, b) => a.day - b.day)
            const given = sorted.map((one, i) =>
              treatment(`${home}-${i}`, {
                ...own,
                number: i + 1,
                rule: one.rule,
                state: one.state as Treatment['state'],
                at: at(one.day),
              }),
            )
            for (const one of given) await give(store, one)
            for (const visit of visits)
              await write(store, home, { events: [{ kind: 'reopened', at: at(visit) }] }, at(visit), customerId)
            const surveys = ratings.map((one, i) => ({
              ...one,
              answered: Math.max(one.sent, one.answered) + i / 100,
              id: `${home}-s${i}`,
            }))
            for (const { id, sent, answered, rating } of surveys) {
              await write(store, home, { survey: survey(id, { ...own, sentAt: at(sent) }) }, at(sent), customerId)
              await rate(store, home, id, rating as CsatRating, at(answered))
            }
            const counted = given.filter(({ state }) => state !== 'no-budget')
            for (const rule of ['a', 'b']) {
              const first = counted.find((one) => one.rule === rule)
              if (!first || first.at < at(from) || first.at >= at(to)) continue
              const within = (moment: number) => moment <= first.at + 7 * DAY
              const [next] = surveys
                .filter(({ sent, answered }) => at(sent) > first.at && within(at(answered)))
                .sort((a, b) => a.answered - b.answered)
              naive.push({
                treatment: first,
                cameBack: visits.some((visit) => at(visit) > first.at && within(at(visit))),
                ...(next && { nextRating: next.rating as CsatRating }),
              })
            }
          }
          const key = ({ treatment: { at, id } }: TreatmentOutcome) => `${at} ${id}`
          const found = await store.goodwill.outcomes({ from: at(from), to: at(to) }, 7)
          expect(found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toStrictEqual(
            naive.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
          )
          expect(found.map(({ treatment: each }) => each.at)).toEqual(
            found.map(({ treatment: each }) => each.at).sort((a, b) => a - b),
          )
        }),
        { numRuns: 25 },
      )
    })

    test('gives the ledgers of many customers at once', async () => {
      const store = await emptyStore()
      await write(store, 'c1', { trustEvents: [trustEvent('late', { at: START + 2 }), trustEvent('early')] })
      await write(
        store,
        'c2',
        { trustEvents: [trustEvent('bens', { customerId: 'ben', conversationId: 'c2' })] },
        START,
        'ben',
      )
      const ledgers = await store.goodwill.ledgers([
        'ben',
        'anna',
        'nobody',
        ...Array.from({ length: 700 }, (_, i) => `x${i}`),
      ])
      expect([...ledgers.keys()].sort()).toEqual(['anna', 'ben'])
      expect(ledgers.get('anna')).toStrictEqual(await store.customers.trustEvents('anna'))
    })

    test('knows who has been a customer for long and left evidence, page by page, and where they were last', async () => {
      const store = await emptyStore()
      const evidence = (customerId: string, conversationId: string, count: number) => ({
        trustEvents: Array.from({ length: count }, (_, i) =>
          trustEvent(`${customerId}${i}`, { customerId, conversationId }),
        ),
      })
      await write(store, 'c1', evidence('anna', 'c1', 3), START, 'anna')
      await write(store, 'c2', {}, START + 5, 'anna')
      await write(store, 'c3', evidence('ben', 'c3', 2), START, 'ben')
      await write(store, 'c4', evidence('cleo', 'c4', 4), START, 'cleo')
      const [anna, cleo] = [
        { customerId: 'anna', conversationId: 'c2' },
        { customerId: 'cleo', conversationId: 'c4' },
      ]
      expect(await store.goodwill.longStanding(START, 3, '', 10)).toStrictEqual([anna, cleo])
      expect(await store.goodwill.longStanding(START, 3, '', 1)).toStrictEqual([anna])
      expect(await store.goodwill.longStanding(START, 3, 'anna', 1)).toStrictEqual([cleo])
      expect(await store.goodwill.longStanding(START - 1, 3, '', 10)).toEqual([])
    })
  })
}

/** Commits to a conversation as it is, or begins it. */
async function write(
  store: Store,
  id: string,
  parts: Partial<Omit<ConversationCommit, 'conversation'>>,
  at = START,
  customerId = 'anna',
): Promise<void> {
  const read = (await store.conversations.get(id)) ?? conversation({ id, customerId })
  await committed(store, change({ ...read, updatedAt: at }, parts))
}

async function give(
  store: Store,
  given: Treatment,
  parts: Partial<ConversationCommit> = {},
  budgetCents = 100_000,
): Promise<CommitResult['kind']> {
  const { conversationId: id, customerId } = given
  const read = (await store.conversations.get(id)) ?? conversation({ id, customerId })
  const claim = { treatment: given, month: MONTH, budgetCents }
  return (await store.conversations.commit(change(read, { treatment: claim, ...parts }))).kind
}

async function rate(
  store: Store,
  conversationId: string,
  surveyId: string,
  rating: CsatRating,
  at: number,
): Promise<void> {
  const read = await store.conversations.get(conversationId)
  if (!read) throw new TypeError(`there is no conversation ${conversationId}`)
  await committed(store, change(read, { response: { surveyId, at, rating } }))
}
