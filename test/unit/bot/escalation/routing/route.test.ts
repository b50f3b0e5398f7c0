import { describe, expect, it } from 'vitest'
import { type RoutingFacts, route, type Waiting } from '../../../../../bot/escalation/routing/route.ts'
import { policy } from '../../../../support/minds.ts'
import { MINUTE, member, NINE, waiting } from './company-of.ts'

const { offerSeconds } = policy.routing
const OFFER_MS = offerSeconds * 1000

function facts(queue: Waiting[], staff: RoutingFacts['staff'], now = NINE): RoutingFacts {
  return { waiting: queue, staff, rules: policy.routing, now }
}

/** Whom each customer is offered, `all`, or nothing. */
function offers({ waiting: queue, ...rest }: RoutingFacts): Record<string, string> {
  const steps = new Map(route({ waiting: queue, ...rest }).map((step) => [step.escalation.id, step.routing]))
  return Object.fromEntries(
    queue.map(({ escalation }) => {
      const { offer, openSince } = steps.get(escalation.id) ?? escalation.routing
      return [escalation.id, offer?.agentId ?? (openSince === undefined ? 'nobody' : 'all')]
    }),
  )
}

describe('a customer who waits', () => {
  it('is offered to the agent with the smallest share of their work, for as long as the policy says', () => {
    const staff = [member('ann', { open: 2, capacity: 8 }), member('bo', { open: 1, capacity: 3 })]
    expect(route(facts([waiting('e')], staff))).toMatchObject([
      { escalation: { id: 'e' }, routing: { step: 1, offer: { agentId: 'ann', at: NINE, until: NINE + OFFER_MS } } },
    ])
  })

  it('is offered, among equals, to who has accepted nobody for the longest', () => {
    const staff = [
      member('ann', { lastAcceptedAt: NINE - MINUTE }),
      member('bo', { lastAcceptedAt: NINE - 2 * MINUTE }),
    ]
    expect(offers(facts([waiting('e')], staff))).toEqual({ e: 'bo' })
    expect(offers(facts([waiting('e')], [...staff, member('cy')]))).toEqual({ e: 'cy' })
  })

  it('is offered to who served them before, if they can, whatever others have to do', () => {
    const knownToAnn = waiting('e', { preferredAgentId: 'ann' })
    expect(offers(facts([knownToAnn], [member('ann', { open: 2 }), member('bo')]))).toEqual({ e: 'ann' })
    expect(offers(facts([knownToAnn], [member('ann', { open: 3 }), member('bo')]))).toEqual({ e: 'bo' })
    expect(offers(facts([knownToAnn], [member('ann', { present: false }), member('bo')]))).toEqual({ e: 'bo' })
  })

  it('is offered to whom a colleague asked by name, whatever they serve', () => {
    const staff = [member('ann', { languages: ['zh'], queues: ['sales'] }), member('bo')]
    expect(offers(facts([waiting('e', { preferredAgentId: 'ann' })], staff))).toEqual({ e: 'ann' })
  })

  it('is offered only to who speaks the language and serves the queue', () => {
    const staff = [
      member('ann', { languages: ['en'] }),
      member('bo', { languages: ['zh'], queues: ['sales'] }),
      member('cy', { languages: ['zh', 'en'], queues: ['returns'], open: 2 }),
    ]
    expect(offers(facts([waiting('e', { language: 'zh', queue: 'returns' })], staff))).toEqual({ e: 'cy' })
  })

  it('waits for who has the skill, and may be taken by all meanwhile', () => {
    const staff = [member('ann', { languages: ['en'] }), member('bo', { languages: ['zh'], present: false })]
    expect(offers(facts([waiting('e', { language: 'zh' })], staff))).toEqual({ e: 'all' })
  })

  it.each([
    ['the language', { language: 'zh' as const }, 'bo'],
    ['the queue', { queue: 'abroad' }, 'ann'],
    ['both together', { language: 'zh' as const, queue: 'sales' }, 'cy'],
  ])('is not kept waiting for what nobody in the company offers: %s', (_what, wanted, chosen) => {
    const english = [member('ann', { languages: ['en'], open: 1 }), member('bo', { languages: ['en'] })]
    const staff = {
      ann: [member('ann', { queues: ['general'] }), member('bo', { queues: ['sales'], open: 1 })],
      bo: english,
      cy: [member('ann', { languages: ['en'], queues: ['sales'] }), member('cy', { queues: ['returns'], open: 2 })],
    }[chosen]
    expect(offers(facts([waiting('e', wanted)], staff ?? []))).toEqual({ e: chosen })
  })

  it('is offered on when the offer runs out, and never to the same agent again', () => {
    const lapsed = waiting('e', { routing: { step: 1, passedBy: [], offer: offerTo('ann', NINE - 1) } })
    expect(route(facts([lapsed], [member('ann'), member('bo', { open: 2 })]))).toMatchObject([
      { routing: { step: 2, passedBy: ['ann'], offer: { agentId: 'bo' } } },
    ])
    expect(offers(facts([lapsed], [member('ann')]))).toEqual({ e: 'all' })
  })

  it('is open to all after two have let the offer run out, also when more could be asked', () => {
    const lapsed = waiting('e', { routing: { step: 3, passedBy: ['ann'], offer: offerTo('bo', NINE - 1) } })
    const [step] = route(facts([lapsed], [member('ann'), member('bo'), member('cy')]))
    expect(step?.routing).toEqual({ step: 4, passedBy: ['ann', 'bo'], openSince: NINE })
  })

  it.each([
    ['is gone', { present: false }],
    ['is full', { open: 3 }],
  ])('is offered to another one at once when the agent who was asked %s, and they may be asked again', (_what, now) => {
    const asked = waiting('e', { routing: { step: 1, passedBy: [], offer: offerTo('ann', NINE + 1000) } })
    const [step] = route(facts([asked], [member('ann', now), member('bo')]))
    expect(step?.routing).toMatchObject({ passedBy: [], offer: { agentId: 'bo' } })
  })

  it('calls the supervisors once when it is time, whatever else happens', () => {
    const late = waiting('e', {}, true)
    const [step] = route(facts([late], []))
    expect(step?.routing).toEqual({ step: 1, passedBy: [], openSince: NINE, calledAt: NINE })
    const again = waiting('e', { ...(step && { routing: step.routing }) }, true)
    expect(route(facts([again], [], NINE + MINUTE))).toEqual([])
  })
})

describe('several who wait', () => {
  it('choose in the order of urgency, and what an agent is offered counts as taken', () => {
    const queue = [
      waiting('calm', { priority: 0.1 }),
      waiting('urgent', { priority: 2 }),
      waiting('early', { priority: 0.1, queuedAt: NINE - 60 * MINUTE }),
    ]
    expect(offers(facts(queue, [member('ann', { capacity: 1 }), member('bo', { capacity: 1 })]))).toEqual({
      early: 'ann',
      urgent: 'bo',
      calm: 'all',
    })
  })

  it('take nobody an offer away, however urgent they are', () => {
    const offered = waiting('calm', { routing: { step: 1, passedBy: [], offer: offerTo('ann', NINE + 1000) } })
    const staff = [member('ann', { capacity: 1 })]
    expect(offers(facts([offered, waiting('urgent', { priority: 9 })], staff))).toEqual({ calm: 'ann', urgent: 'all' })
  })
})

// What users of other desks complain about.
describe('when agents come back', () => {
  it('those who wait are offered to them, one for each place they have', () => {
    const waited = ['a', 'b', 'c'].map((id, index) =>
      waiting(id, { queuedAt: NINE - MINUTE + index, routing: { step: 1, passedBy: [], openSince: NINE - MINUTE } }),
    )
    expect(offers(facts(waited, [member('ann', { open: 1 })]))).toEqual({ a: 'ann', b: 'ann', c: 'all' })
  })

  it('whom too many have passed stays open to all of them', () => {
    const passed = waiting('e', { routing: { step: 4, passedBy: ['bo', 'cy'], openSince: NINE - MINUTE } })
    expect(route(facts([passed], [member('ann')]))).toEqual([])
  })
})

describe('many who come at once', () => {
  it('are spread by what each agent takes: nobody gets two while another of the same size has none', () => {
    const queue = Array.from({ length: 12 }, (_, index) => waiting(`e${index}`))
    const staff = [
      member('ann', { capacity: 4 }),
      member('bo', { capacity: 4 }),
      member('cy', { capacity: 4 }),
      member('di', { capacity: 8 }),
    ]
    const counts = Object.groupBy(Object.values(offers(facts(queue, staff))), (agentId) => agentId)
    expect(Object.fromEntries(Object.entries(counts).map(([id, given]) => [id, given?.length]))).toEqual({
      ann: 3,
      bo: 3,
      cy: 2,
      di: 4,
    })
  })
})

function offerTo(agentId: string, until: number) {
  return { agentId, at: until - OFFER_MS, until }
}
