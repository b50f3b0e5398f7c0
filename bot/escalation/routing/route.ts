import { type Escalation, isAgentHub, type Routing } from '../../../domain/index.ts'
import type { Policy } from '../../policy/index.ts'
import { urgency } from '../urgency.ts'
import { passedOn, runningOffer, withdrawn } from './offer.ts'
import { type StaffMember, suitableStaff } from './staff.ts'

/** Somebody who waits for a person. */
export interface Waiting {
  escalation: Escalation
  /** They have waited so long in open hours that the supervisors are called. */
  supervisorsDue: boolean
}

export interface RoutingFacts {
  /** Everybody who waits, in any order. */
  waiting: readonly Waiting[]
  /** Everybody who serves customers, there or not, in any order. */
  staff: readonly StaffMember[]
  rules: Pick<Policy['routing'], 'urgency' | 'offerSeconds' | 'offersBeforeAll'>
  /** Epoch milliseconds. */
  now: number
}

/** How the search for an agent goes on for one customer: to be noted if nobody has noted another step since. */
export interface RoutingStep {
  escalation: Escalation
  routing: Routing
}

/** How much somebody has taken so far: open conversations and offers that run. */
type Duty = StaffMember & { taken: number }

/**
 * One step of the search for agents: who is offered whom, whose offer has run out, who may be taken by everybody, and
 * for whom the supervisors are called. The most urgent customer chooses first; an offer that runs is taken from nobody.
 * Pure, and settled: after the steps were taken, the same moment asks for none.
 */
export function route({ waiting, staff, rules, now }: RoutingFacts): RoutingStep[] {
  const duties = staff.map((member): Duty => ({ ...member, taken: member.open }))
  const inTurn = waiting.toSorted((a, b) => byUrgency(a.escalation, b.escalation, rules, now))
  // Every offer that holds is counted before the first new one is made.
  const held = inTurn.map((each) => ({ ...each, routing: withoutVoidOffer(each.escalation.routing, duties, now) }))
  return held.flatMap(({ escalation, supervisorsDue, routing }) => {
    const searched = searchOn(escalation, routing, duties, rules, now)
    const called = supervisorsDue && searched.calledAt === undefined ? { ...searched, calledAt: now } : searched
    return called === escalation.routing ? [] : [{ escalation, routing: { ...called, step: called.step + 1 } }]
  })
}

function byUrgency(a: Escalation, b: Escalation, { urgency: weights }: RoutingFacts['rules'], now: number): number {
  return urgency(b, weights, now) - urgency(a, weights, now) || a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1)
}

/** Takes back an offer that has run out, or whose agent can no longer take it; one that holds counts as taken. */
function withoutVoidOffer(routing: Routing, duties: readonly Duty[], now: number): Routing {
  if (!routing.offer) return routing
  const offer = runningOffer(routing, now)
  if (!offer) return passedOn(routing)
  // An outside hub is none of our staff, and has its time all the same.
  if (isAgentHub(offer.agentId)) return routing
  const duty = duties.find(({ id }) => id === offer.agentId)
  if (!duty || !canTake(duty)) return withdrawn(routing)
  duty.taken++
  return routing
}

/**
 * The next offer, or open to everybody: for good after too many have passed, else until somebody comes to whom it can
 * be offered.
 */
function searchOn(
  escalation: Escalation,
  routing: Routing,
  duties: readonly Duty[],
  { offersBeforeAll, offerSeconds }: RoutingFacts['rules'],
  now: number,
): Routing {
  if (routing.offer) return routing
  const best = routing.passedBy.length < offersBeforeAll ? choose(escalation, routing, duties) : undefined
  if (!best) return routing.openSince === undefined ? { ...routing, openSince: now } : routing
  best.taken++
  const { openSince: _, ...closed } = routing
  return { ...closed, offer: { agentId: best.id, at: now, until: now + offerSeconds * 1000 } }
}

/** Whom this customer is offered: who knows them or was asked for by name, else who of the suitable has the least to do. */
function choose(escalation: Escalation, { passedBy }: Routing, duties: readonly Duty[]): Duty | undefined {
  const able = (duty: Duty) => canTake(duty) && !passedBy.includes(duty.id)
  return (
    duties.find((duty) => duty.id === escalation.preferredAgentId && able(duty)) ??
    suitableStaff(duties, escalation).filter(able).toSorted(byLoad)[0]
  )
}

function canTake({ present, taken, capacity }: Duty): boolean {
  return present && taken < capacity
}

/** The smaller share of what they take at once first; of equals who has accepted nobody for the longest. */
function byLoad(a: Duty, b: Duty): number {
  const share = ({ taken, capacity }: Duty) => taken / capacity
  return share(a) - share(b) || (a.lastAcceptedAt ?? 0) - (b.lastAcceptedAt ?? 0) || (a.id < b.id ? -1 : 1)
}
