import type { Agent, Presence } from '../domain/index.ts'

export interface PeopleStore {
  /** @throws CandorError AGENT_EXISTS */
  add(agent: Agent, passwordHash?: string): Promise<void>
  get(id: string): Promise<Agent | undefined>
  /** E-mails are compared in lower case. */
  byEmail(email: string): Promise<{ agent: Agent; passwordHash?: string } | undefined>
  list(): Promise<Agent[]>
  setCapacity(agentId: string, capacity: number): Promise<void>
  setSkills(agentId: string, skills: Pick<Agent, 'languages' | 'queues'>): Promise<void>
  /** Everybody who was ever at the desk. */
  presences(): Promise<Presence[]>
  /** Inserted, or replaced for the same agent. */
  setPresence(presence: Presence): Promise<void>
  setPassword(agentId: string, passwordHash: string): Promise<void>
  /** Tokens are stored as hashes only. */
  createSession(session: { tokenHash: string; agentId: string; createdAt: number; expiresAt: number }): Promise<void>
  sessionAgent(tokenHash: string, now: number): Promise<Agent | undefined>
  endSession(tokenHash: string): Promise<void>
  createSignInLink(link: { tokenHash: string; agentId: string; expiresAt: number }): Promise<void>
  /** The agent, once: a second use gives nothing. Two at once: exactly one gets it. */
  useSignInLink(tokenHash: string, now: number): Promise<Agent | undefined>
}
