import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Capabilities } from '../database.ts'
import { createAudit, createModels, createPeople, createSettings } from './0001-company.ts'
import {
  createConversationEvents,
  createConversations,
  createCustomers,
  createOutbox,
  createTurns,
} from './0001-conversations.ts'
import { createEscalations, createSurveys, createTrustEvents } from './0001-outcomes.ts'
import { numberedTable } from './numbered-table.ts'

/**
 * Types that mean the same on both databases: `bigint` for times and counts, `text` for texts and JSON,
 * `double precision`, and `bytea` (which SQLite, free about types, keeps as the blob it is given).
 */
export function firstSchema(capabilities: Capabilities): Migration {
  const numbered = numberedTable(capabilities)
  return {
    async up(db: Kysely<unknown>) {
      await createCustomers(db)
      await createConversations(db)
      await createTurns(db)
      await createConversationEvents(db, numbered)
      await createOutbox(db)
      await createEscalations(db)
      await createSurveys(db)
      await createTrustEvents(db, numbered)
      await createPeople(db)
      await createModels(db)
      await createSettings(db)
      await createAudit(db, numbered)
    },
  }
}
