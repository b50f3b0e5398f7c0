import { type Agent, type Escalation, isSupervisor, type KnowledgePack } from '../../../domain/index.ts'
import { urgency } from '../../escalation/urgency.ts'
import type { Policy } from '../../policy/index.ts'
import type { DeskEscalation, DeskQueue } from '../api.ts'
import { deskTeam } from './desk-team.ts'
import { deskEscalation } from './desk-view.ts'
import type { QueueSnapshot } from './queue-snapshot.ts'
import { queueStates } from './queue-states.ts'

/** A supervisor does not look through more conversations of others. */
const OTHERS_LIMIT = 200

/** The queue as one of the staff sees it. */
export function deskQueue(
  snapshot: QueueSnapshot,
  viewer: Agent,
  pack: KnowledgePack,
  policy: Pick<Policy, 'queues' | 'hours' | 'routing'>,
  now: number,
): DeskQueue {
  const { waiting, open, people, presences } = snapshot
  const agents = new Map(people.map((agent) => [agent.id, agent]))
  const line = (escalation: Escalation): DeskEscalation => {
    const { conversationId } = escalation
    const glance = snapshot.glances.get(conversationId)
    const readSeq = snapshot.agentRead.get(conversationId) ?? 0
    const urgent = urgency(escalation, policy.routing.urgency, now)
    const { promises, gifts } = snapshot
    const facts = { escalation, glance, readSeq, agents, urgency: urgent, promises, gifts, now }
    return deskEscalation(facts, viewer, pack)
  }
  const others = isSupervisor(viewer) ? open.filter(({ agentId }) => agentId !== viewer.id) : []
  return {
    now,
    ...deskTeam({ viewer, people, presences, open, now }),
    waiting: waiting.map(line).sort((a, b) => b.urgency - a.urgency || a.queuedAt - b.queuedAt),
    mine: open.filter(({ agentId }) => agentId === viewer.id).map(line),
    others: others.slice(0, OTHERS_LIMIT).map(line),
    queues: queueStates({ policy, companyTimeZone: pack.timeZone, waiting, now }),
  }
}
