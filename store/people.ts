import type { Selectable } from 'kysely'
import { type Agent, CandorError } from '../domain/index.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './people-store.ts'
import type { Schema } from './schema.ts'

export function peopleStore({ db }: Database): PeopleStore {
  async function get(id: string): Promise<Agent | undefined> {
    const row = await db.selectFrom('agents').selectAll().where('id', '=', id).executeTakeFirst()
    return row && agentOf(row)
  }

  return {
    get,

    async add(agent, passwordHash) {
      const added = await db
        .insertInto('agents')
        .values({
          id: agent.id,
          email: agent.email,
          email_key: agent.email.toLowerCase(),
          name: agent.name,
          role: agent.role,
          languages: JSON.stringify(agent.languages),
          queues: JSON.stringify(agent.queues),
          capacity: agent.capacity,
          password_hash: passwordHash ?? null,
          created_at: agent.createdAt,
        })
        .onConflict((conflict) => conflict.column('email_key').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!added) throw new CandorError('AGENT_EXISTS', { email: agent.email })
    },

    async byEmail(email) {
      const row = await db
        .selectFrom('agents')
        .selectAll()
        .where('email_key', '=', email.toLowerCase())
        .executeTakeFirst()
      if (!row) return undefined
      const agent = agentOf(row)
      return row.password_hash === null ? { agent } : { agent, passwordHash: row.password_hash }
    },

    async list() {
      const rows = await db.selectFrom('agents').selectAll().orderBy('created_at').orderBy('email_key').execute()
      return rows.map(agentOf)
    },

    async setCapacity(agentId, capacity) {
      await db.updateTable('agents').set({ capacity }).where('id', '=', agentId).execute()
    },

    async setSkills(agentId, { languages, queues }) {
      const skills = { languages: JSON.stringify(languages), queues: JSON.stringify(queues) }
      await db.updateTable('agents').set(skills).where('id', '=', agentId).execute()
    },

    async presences() {
      const rows = await db.selectFrom('presences').selectAll().orderBy('agent_id').execute()
      return rows.map((row) => ({
        agentId: row.agent_id,
        available: row.available === 1,
        until: row.until,
        since: row.since,
      }))
    },

    async setPresence({ agentId, available, until, since }) {
      const row = { available: available ? (1 as const) : (0 as const), until, since }
      await db
        .insertInto('presences')
        .values({ agent_id: agentId, ...row })
        .onConflict((conflict) => conflict.column('agent_id').doUpdateSet(row))
        .execute()
    },

    async setPassword(agentId, passwordHash) {
      await db.updateTable('agents').set({ password_hash: passwordHash }).where('id', '=', agentId).execute()
    },

    async createSession({ tokenHash, agentId, createdAt, expiresAt }) {
      // A good moment to sweep: sessions are made rarely, and the expired ones serve nobody.
      await db.deleteFrom('sessions').where('expires_at', '<=', createdAt).execute()
      await db
        .insertInto('sessions')
        .values({ token_hash: tokenHash, agent_id: agentId, created_at: createdAt, expires_at: expiresAt })
        .execute()
    },

    async sessionAgent(tokenHash, now) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('agents', 'agents.id', 'sessions.agent_id')
        .selectAll('agents')
        .where('sessions.token_hash', '=', tokenHash)
        .where('sessions.expires_at', '>', now)
        .executeTakeFirst()
      return row && agentOf(row)
    },

    async endSession(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
    },

    async createSignInLink({ tokenHash, agentId, expiresAt }) {
      await db
        .insertInto('sign_in_links')
        .values({ token_hash: tokenHash, agent_id: agentId, expires_at: expiresAt })
        .execute()
    },

    async useSignInLink(tokenHash, now) {
      // Deleting it is using it: of two at once, one finds no row.
      const used = await db
        .deleteFrom('sign_in_links')
        .where('token_hash', '=', tokenHash)
        .returning(['agent_id', 'expires_at'])
        .executeTakeFirst()
      return used && used.expires_at > now ? await get(used.agent_id) : undefined
    },
  }
}

function agentOf(row: Selectable<Schema['agents']>): Agent {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    languages: JSON.parse(row.languages) as Agent['languages'],
    queues: JSON.parse(row.queues) as Agent['queues'],
    capacity: row.capacity,
    createdAt: row.created_at,
  }
}
