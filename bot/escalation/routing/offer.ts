import { type Agent, type Escalation, isSupervisor, type Routing } from '../../../domain/index.ts'

type Offer = NonNullable<Routing['offer']>

/** The offer that nobody else may overtake at this moment, if any. */
export function runningOffer({ offer }: Routing, now: number): Offer | undefined {
  return offer && now < offer.until ? offer : undefined
}

/** The offer that keeps an agent from accepting: to another one, and running. Supervisors are kept by none. */
export function offerToOther(
  { routing }: Pick<Escalation, 'routing'>,
  agent: Pick<Agent, 'id' | 'role'>,
  now: number,
): Offer | undefined {
  const offer = runningOffer(routing, now)
  return offer && offer.agentId !== agent.id && !isSupervisor(agent) ? offer : undefined
}

/** The search after the agent has let the offer go: it is not offered to them again. */
export function passedOn({ offer, ...routing }: Routing): Routing {
  return offer ? { ...routing, passedBy: [...routing.passedBy, offer.agentId] } : routing
}

/** The search without the offer, which was taken or is void: its agent has not passed the customer on. */
export function withdrawn({ offer: _, ...routing }: Routing): Routing {
  return routing
}
