import { MINUTE_MS } from './clock.ts'
import type { Routing } from './escalation.ts'
import type { Agent } from './people.ts'

/**
 * An outside agent hub stands where an agent of ours would: its customers are offered to it and owned by it, and as long
 * as they are, neither the bot nor our own agents speak.
 */
const PREFIX = 'hub:'

/** What a hub may take to accept a customer. Afterwards they are offered to our own agents: nobody gets lost in it. */
const HUB_ACCEPTS_WITHIN_MS = 30 * MINUTE_MS

/** The hub behind a Bot Framework channel, as an agent. @param name what customers are told */
export function agentHub(channelId: string, name = ''): Agent {
  return {
    id: `${PREFIX}${channelId}`,
    email: '',
    name,
    role: 'agent',
    languages: [],
    queues: [],
    capacity: Number.MAX_SAFE_INTEGER,
    createdAt: 0,
  }
}

export function isAgentHub(agentId: string): boolean {
  return agentId.startsWith(PREFIX)
}

/** The search for an agent of a customer who goes to a hub. */
export function offeredToHub(hubId: string, now: number): Routing {
  return { step: 0, passedBy: [], offer: { agentId: hubId, at: now, until: now + HUB_ACCEPTS_WITHIN_MS } }
}
