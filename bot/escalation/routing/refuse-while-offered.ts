import { type Agent, CandorError, type Escalation } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { offerToOther } from './offer.ts'

/** @throws CandorError OFFERED_TO_OTHER while it is offered to another agent, and supervisors are not needed */
export async function refuseWhileOffered(
  people: Pick<Store['people'], 'get'>,
  escalation: Escalation,
  agent: Agent,
  now: number,
): Promise<void> {
  const offer = offerToOther(escalation, agent, now)
  if (!offer || escalation.acceptedAt !== undefined) return
  const other = await people.get(offer.agentId)
  const seconds = Math.ceil((offer.until - now) / 1000)
  throw new CandorError('OFFERED_TO_OTHER', { by: other?.name ?? 'somebody else', seconds })
}
