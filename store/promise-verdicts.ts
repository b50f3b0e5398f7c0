import type { PromiseVerdict } from '../domain/index.ts'
import type { Database } from './database.ts'
import type { PromiseVerdictStore } from './promise-verdict-store.ts'
import type { PromiseVerdictTable } from './schema.ts'

export function promiseVerdictStore({ db, capabilities }: Database): PromiseVerdictStore {
  return {
    async putFirst(verdict) {
      const inserted = await db
        .insertInto('promise_verdicts')
        .values(verdictRow(verdict))
        .onConflict((conflict) => conflict.columns(['conversation_id', 'seq', 'position']).doNothing())
        .returning('seq')
        .executeTakeFirst()
      return inserted !== undefined
    },

    async ofConversation(conversationId) {
      const rows = await db
        .selectFrom('promise_verdicts')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('seq')
        .orderBy('position')
        .execute()
      return rows.map(verdictOf)
    },

    async sums(from, marker) {
      return await db
        .selectFrom('promise_verdicts')
        .select((eb) => [
          'language',
          'marker',
          eb.fn.countAll<number>().as('proposed'),
          eb.fn.countAll<number>().filterWhere('verdict', '!=', 'refused').as('taken'),
        ])
        .where('at', '>=', from)
        .$if(marker !== undefined, (query) => query.where('marker', '=', marker as string))
        .groupBy(['language', 'marker'])
        .orderBy('marker', (order) => order.collate(capabilities.byteOrder))
        .execute()
    },
  }
}

function verdictRow({ conversationId, agentId, ...rest }: PromiseVerdict): PromiseVerdictTable {
  return { ...rest, conversation_id: conversationId, agent_id: agentId }
}

function verdictOf({ conversation_id, agent_id, ...rest }: PromiseVerdictTable): PromiseVerdict {
  return { ...rest, conversationId: conversation_id, agentId: agent_id }
}
