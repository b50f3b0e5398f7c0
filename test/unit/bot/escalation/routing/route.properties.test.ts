import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type RoutingFacts,
  type RoutingStep,
  route,
  type Waiting,
} from '../../../../../bot/escalation/routing/route.ts'
import type { StaffMember } from '../../../../../bot/escalation/routing/staff.ts'
import type { Routing } from '../../../../../domain/index.ts'
import { policy } from '../../../../support/minds.ts'
import { MINUTE, member, NINE, waiting } from './company-of.ts'

const AGENTS = ['ann', 'bo', 'cy', 'di']
const QUEUES = ['general', 'returns', 'sales']
const language = fc.constantFrom('en' as const, 'zh' as const)

const anyMember = (id: string): fc.Arbitrary<StaffMember> =>
  fc
    .record({
      languages: fc.uniqueArray(language),
      queues: fc.uniqueArray(fc.constantFrom(...QUEUES), { maxLength: 2 }),
      capacity: fc.integer({ min: 1, max: 3 }),
      present: fc.boolean(),
      open: fc.integer({ min: 0, max: 3 }),
      lastAcceptedAt: fc.integer({ min: NINE - 5 * MINUTE, max: NINE }),
    })
    .map((parts) => member(id, parts))

/** Any state the search can be in, also ones that another node or an older policy has left behind. */
const anyRouting: fc.Arbitrary<Routing> = fc
  .record({
    step: fc.nat(9),
    passedBy: fc.uniqueArray(fc.constantFrom(...AGENTS), { maxLength: 3 }),
    found: fc.constantFrom('nothing', 'offer', 'open'),
    asked: fc.constantFrom(...AGENTS, 'gone'),
    leftMs: fc.integer({ min: -MINUTE, max: MINUTE }),
    called: fc.boolean(),
  })
  .map(({ step, passedBy, found, asked, leftMs, called }) => ({
    step,
    passedBy: passedBy.filter((id) => id !== asked),
    ...(found === 'offer' && { offer: { agentId: asked, at: NINE - MINUTE, until: NINE + leftMs } }),
    ...(found === 'open' && { openSince: NINE - MINUTE }),
    ...(called && { calledAt: NINE - MINUTE }),
  }))

const anyWaiting = (id: string): fc.Arbitrary<Waiting> =>
  fc
    .record({
      language,
      queue: fc.constantFrom(...QUEUES, 'abroad'),
      priority: fc.double({ min: 0, max: 3, noNaN: true }),
      queuedAt: fc.integer({ min: NINE - 30 * MINUTE, max: NINE }),
      preferred: fc.option(fc.constantFrom(...AGENTS), { nil: undefined }),
      routing: anyRouting,
      due: fc.boolean(),
    })
    .map(({ preferred, due, ...parts }) =>
      waiting(id, { ...parts, ...(preferred !== undefined && { preferredAgentId: preferred }) }, due),
    )

const anyFacts: fc.Arbitrary<RoutingFacts> = fc
  .tuple(
    fc.array(fc.nat(), { maxLength: 8 }).chain((ids) => fc.tuple(...ids.map((_, index) => anyWaiting(`e${index}`)))),
    fc.tuple(...AGENTS.map(anyMember)),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([queue, everybody, hired]) => ({
    waiting: queue,
    staff: everybody.slice(0, hired),
    rules: policy.routing,
    now: NINE,
  }))

/** The world after the steps were noted. */
function settled(facts: RoutingFacts, steps: readonly RoutingStep[]): RoutingFacts {
  const routingOf = new Map(steps.map(({ escalation, routing }) => [escalation.id, routing]))
  return {
    ...facts,
    waiting: facts.waiting.map(({ escalation, supervisorsDue }) => ({
      supervisorsDue,
      escalation: { ...escalation, routing: routingOf.get(escalation.id) ?? escalation.routing },
    })),
  }
}

/** Judges anew, from the rule as it is told: everybody who speaks and serves, unless nobody does. */
function isSuitable(one: StaffMember, { escalation }: Waiting, staff: readonly StaffMember[]): boolean {
  const speaks = (who: StaffMember) => who.languages.length === 0 || who.languages.includes(escalation.language)
  const serves = (who: StaffMember) => who.queues.length === 0 || who.queues.includes(escalation.queue)
  if (staff.some((who) => speaks(who) && serves(who))) return speaks(one) && serves(one)
  if (staff.some(speaks)) return speaks(one)
  return staff.some(serves) ? serves(one) : true
}

const load = (facts: RoutingFacts, id: string) =>
  (facts.staff.find((one) => one.id === id)?.open ?? 0) +
  facts.waiting.filter(({ escalation }) => escalation.routing.offer?.agentId === id).length

const hasRoom = (facts: RoutingFacts, one: StaffMember) => one.present && load(facts, one.id) < one.capacity

describe('whoever waits and whoever is there', () => {
  it('nobody is offered more than they take, what they have open counted', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const then = settled(facts, route(facts))
        for (const { id, capacity, open } of then.staff) {
          expect(load(then, id)).toBeLessThanOrEqual(Math.max(capacity, open))
        }
      }),
    )
  })

  it('each who waits has one offer that runs, or may be taken by all, and supervisors know when it is time', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { escalation, supervisorsDue } of settled(facts, route(facts)).waiting) {
          const { offer, openSince, calledAt } = escalation.routing
          expect([offer !== undefined, openSince !== undefined].filter(Boolean)).toHaveLength(1)
          if (offer) expect(offer.until).toBeGreaterThan(facts.now)
          if (supervisorsDue) expect(calledAt).toBeDefined()
        }
      }),
    )
  })

  it('the same moment asks for nothing more once the steps are noted', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(route(settled(facts, route(facts)))).toEqual([])
      }),
    )
  })

  it('the order in which they are read changes nothing', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        waiting: fc.shuffledSubarray([...facts.waiting], { minLength: facts.waiting.length }),
        staff: fc.shuffledSubarray([...facts.staff], { minLength: facts.staff.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ facts, ...other }) => {
        expect(route({ ...facts, ...other })).toEqual(route(facts))
      }),
    )
  })

  it('a new offer goes to somebody there who has not passed, and to nobody without the skill unless they were asked for by name', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { escalation, routing } of route(facts)) {
          const { offer, passedBy } = routing
          if (!offer || offer === escalation.routing.offer) continue
          const asked = facts.staff.find(({ id }) => id === offer.agentId)
          expect(asked?.present).toBe(true)
          expect(passedBy).not.toContain(offer.agentId)
          expect(
            offer.agentId === escalation.preferredAgentId ||
              (asked && isSuitable(asked, { escalation, supervisorsDue: false }, facts.staff)),
          ).toBe(true)
        }
      }),
    )
  })

  it('nobody is left to all while somebody suitable is free, unless too many have passed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const then = settled(facts, route(facts))
        for (const each of then.waiting) {
          const { passedBy, offer } = each.escalation.routing
          if (offer || passedBy.length >= facts.rules.offersBeforeAll) continue
          const free = then.staff.filter(
            (one) => hasRoom(then, one) && isSuitable(one, each, then.staff) && !passedBy.includes(one.id),
          )
          expect(free).toEqual([])
        }
      }),
    )
  })

  it('who has passed stays passed, steps count on by one, and supervisors once called stay called', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { escalation, routing } of route(facts)) {
          expect(routing.step).toBe(escalation.routing.step + 1)
          expect(routing.passedBy.slice(0, escalation.routing.passedBy.length)).toEqual(escalation.routing.passedBy)
          expect(new Set(routing.passedBy).size).toBe(routing.passedBy.length)
          if (escalation.routing.calledAt !== undefined) expect(routing.calledAt).toBe(escalation.routing.calledAt)
        }
      }),
    )
  })
})
