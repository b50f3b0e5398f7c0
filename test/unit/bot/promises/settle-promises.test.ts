import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Settlement, settlementOf, settlePromises } from '../../../../bot/promises/settle-promises.ts'
import { type CompanyPromise, isToBeKept, promiseState, type TrustEvent } from '../../../../domain/index.ts'
import { change, conversation, escalation, message, opened, promise, START } from '../../../contract/store/sample.ts'
import { policy } from '../../../support/minds.ts'

const DUE = 1_000

interface Step {
  afterMs: number
  /** Absent: somebody only looks at the clock. */
  settlement?: Settlement
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record(
    {
      afterMs: fc.integer({ min: 1, max: 600 }),
      settlement: fc.constantFrom<Settlement>('answered', 'left', 'withdrawn'),
    },
    { requiredKeys: ['afterMs'] },
  ),
  { maxLength: 6 },
)

/** What happens to one promise, each step a commit of its own. */
function live(all: readonly Step[]): { end: CompanyPromise; ledger: TrustEvent[]; now: number } {
  let end = promise('p', { madeAt: 0, dueAt: DUE })
  let now = 0
  const ledger: TrustEvent[] = []
  for (const { afterMs, settlement } of all) {
    now += afterMs
    const context = { now, newId: () => `row-${ledger.length}` }
    const done = settlePromises(change(conversation()), settlement, [end], ledger, policy.trust, context)
    end = done.promises?.[0] ?? end
    ledger.push(...done.trustEvents)
  }
  return { end, ledger, now }
}

/** The same by the book: the first thing that settles it counts, and what came before it only told the time. */
function judge(all: readonly Step[]): { cause: string | undefined; state: string } {
  let now = 0
  let late = false
  for (const { afterMs, settlement } of all) {
    now += afterMs
    late ||= now > DUE
    if (settlement === 'answered') return late ? { cause: 'broken', state: 'late' } : { cause: 'kept', state: 'kept' }
    if (settlement === 'left') return { cause: 'broken', state: 'broken' }
    if (settlement === 'withdrawn')
      return late ? { cause: 'broken', state: 'broken' } : { cause: undefined, state: 'withdrawn' }
  }
  return { cause: late ? 'broken' : undefined, state: late ? 'overdue' : 'open' }
}

describe('what becomes of a promise', () => {
  it('is in the ledger once, kept or broken, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { end, ledger, now } = live(all)
        const { cause, state } = judge(all)
        expect(ledger.map((row) => row.cause)).toEqual(cause === undefined ? [] : [`promise-${cause}`])
        expect(promiseState(end, now)).toBe(state)
        expect(end.brokenAt !== undefined).toBe(cause === 'broken')
      }),
    )
  })

  it('never changes once it is kept or ended', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const { end } = live(before)
        fc.pre(!isToBeKept(end))
        expect(live([...before, ...after]).end).toEqual(end)
      }),
    )
  })

  it('adds to what the commit holds already', () => {
    const made = promise('new', { dueAt: DUE })
    const commit = change(conversation(), { promises: [made] })
    const context = { now: 1, newId: () => 'row' }
    const done = settlePromises(commit, 'answered', [promise('p', { dueAt: DUE })], [], policy.trust, context)
    expect(done.promises?.map(({ id, keptAt }) => [id, keptAt])).toEqual([
      ['new', undefined],
      ['p', 1],
    ])
  })
})

describe('what a commit means for promises', () => {
  const file = { id: 'f', name: 'a.png', mediaType: 'image/png', bytes: 9 }
  const resolved = (by: 'bot' | 'idle' | 'agent') => ({ kind: 'resolved' as const, at: START, by, escalationId: 'e1' })
  const verdict = (outcome: 'resolved' | 'unresolved' | 'spam') => ({
    events: [resolved('agent')],
    escalations: [escalation('e0', { outcome: 'transferred' }), escalation('e1', { outcome })],
  })

  it.each([
    ['an agent’s words', { messages: [message('m', { from: 'agent' })] }, 'answered'],
    ['an agent’s file', { messages: [message('m', { from: 'agent', body: { kind: 'file', file } })] }, 'answered'],
    ['what an agent corrects', { messages: [message('m', { from: 'agent', body: { kind: 'correction', of: 1 } })] }],
    ['what the customer writes', { messages: [message('m')], events: [opened] }],
    ['what the bot says', { messages: [message('m', { from: 'bot' })] }],
    ['that an agent has come', { messages: [message('m', { from: 'system' })] }],
    ['the end with the bot', { events: [resolved('bot')] }, 'withdrawn'],
    ['the end of a quiet conversation', { events: [resolved('idle')] }, 'withdrawn'],
    ['the end as resolved', verdict('resolved'), 'answered'],
    ['the end as not resolved', verdict('unresolved'), 'left'],
    ['the end as spam', verdict('spam'), 'withdrawn'],
  ] as [string, Parameters<typeof change>[1], Settlement?][])('%s', (_, parts, meaning) => {
    expect(settlementOf(change(conversation(), parts))).toBe(meaning)
  })
})
