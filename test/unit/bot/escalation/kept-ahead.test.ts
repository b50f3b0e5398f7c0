import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Agent, CandorError, DAY_MS, type Escalation, type Treatment } from '../../../../domain/index.ts'
import { change, committed, conversation } from '../../../contract/store/sample.ts'
import { policy } from '../../../support/minds.ts'
import { type DeskUnderTest, openDesk } from './desk-under-test.ts'

const { days, urgency } = policy.goodwill.priority

type Step =
  | { kind: 'ask' | 'accept' | 'toColleague' | 'toQueue' | 'agentGone' | 'return' | 'resolve' }
  | { kind: 'wait'; days: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('ask', 'accept', 'accept', 'toColleague', 'toQueue', 'agentGone', 'return', 'resolve'),
    }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 5, days) }) },
)

async function giveAhead({ store, clock }: DeskUnderTest): Promise<Treatment> {
  const treatment: Treatment = {
    id: 'gift',
    customerId: 'dl_cy',
    conversationId: 'before',
    number: 1,
    cause: 'promise:p',
    reason: 'promise-broken',
    rule: 'ahead',
    gift: 'priority',
    state: 'given',
    at: clock.now(),
    costCents: 0,
    trustBefore: 0.5,
  }
  const claim = { treatment, month: '2026-11', budgetCents: 0 }
  await committed(store, change(conversation({ id: 'before', customerId: 'dl_cy' }), { treatment: claim }))
  return treatment
}

/** Does it if it can be done. */
async function take(desk: DeskUnderTest, staff: readonly Agent[], { kind, ...more }: Step): Promise<void> {
  const open = (await desk.escalations()).find(({ endedAt }) => endedAt === undefined)
  const mine = staff.find(({ id }) => id === open?.agentId)
  const other = staff.find(({ id }) => id !== mine?.id)
  desk.clock.advance('days' in more ? more.days * DAY_MS : 1)
  try {
    if (kind === 'ask') await desk.write('human please')
    if (kind === 'accept' && open && other) await desk.conversations.accept(open.id, other)
    if (!open || !mine || !other) return
    if (kind === 'toColleague') await desk.conversations.transfer('c', mine, { to: { agentId: other.id } })
    if (kind === 'toQueue') await desk.conversations.transfer('c', mine, { to: { queue: 'refunds' } })
    if (kind === 'agentGone') await desk.conversations.giveBack(open)
    if (kind === 'return') await desk.conversations.returnToBot('c', mine)
    if (kind === 'resolve') await desk.conversations.resolve('c', mine, { outcome: 'resolved' })
  } catch (problem) {
    if (!(problem instanceof CandorError)) throw problem
  }
}

async function escalationsAfter(steps: readonly Step[], isGiven: boolean) {
  const desk = await openDesk()
  try {
    const staff = [await desk.agent('ann'), await desk.agent('bo')]
    if (isGiven) await giveAhead(desk)
    const givenAt = desk.clock.now()
    for (const each of steps) await take(desk, staff, each)
    return { all: await desk.escalations(), givenAt, gifts: await desk.store.goodwill.ofCustomer('dl_cy') }
  } finally {
    await desk.stop()
  }
}

/** Passed on, it is the same handover. */
function begunAt(one: Escalation, all: readonly Escalation[]): number {
  const before = all.find(({ id }) => id === one.follows)
  return before ? begunAt(before, all) : one.queuedAt
}

describe('a customer who is ahead by goodwill', () => {
  it('stays ahead, by as much, when passed on, sent back and back again, in that conversation while the gift stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const script: Step[] = [...steps, { kind: 'ask' }]
        const { all, givenAt, gifts } = await escalationsAfter(script, true)
        const without = await escalationsAfter(script, false)
        expect(all).toHaveLength(without.all.length)
        for (const [i, one] of all.entries()) {
          const gained = one.priority - (without.all[i]?.priority ?? 0)
          expect(gained).toBeCloseTo(begunAt(one, all) - givenAt <= days * DAY_MS ? urgency : 0, 9)
        }
        const [first] = all
        const isUsed = first !== undefined && first.queuedAt - givenAt <= days * DAY_MS
        expect(gifts.map(({ usedAt }) => usedAt)).toEqual([isUsed ? first.queuedAt : undefined])
      }),
      { numRuns: 60 },
    )
  })

  it('is ahead by one gift alone, and has the other for another conversation', async () => {
    const desk = await openDesk()
    const ann = await desk.agent('ann')
    await giveAhead(desk)
    await desk.write('human please')
    await desk.accept(ann)
    await desk.conversations.returnToBot('c', ann)
    const second = await giveSecond(desk)
    await desk.write('human please')
    const gifts = await desk.store.goodwill.ofCustomer('dl_cy')
    expect(gifts.map(({ id, usedAt }) => [id, usedAt !== undefined])).toEqual([
      ['gift', true],
      [second.id, false],
    ])
    await desk.stop()
  })
})

async function giveSecond({ store, clock }: DeskUnderTest): Promise<Treatment> {
  const [first] = await store.goodwill.ofCustomer('dl_cy')
  if (!first) throw new TypeError('there is no first gift')
  const { usedAt: _, ...gift } = first
  const treatment = { ...gift, id: 'second', number: 2, cause: 'promise:q', at: clock.now() }
  const read = await store.conversations.get('before')
  if (!read) throw new TypeError('there is no conversation')
  await committed(store, change(read, { treatment: { treatment, month: '2026-11', budgetCents: 0 } }))
  return treatment
}
