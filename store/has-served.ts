import type { CustomerStore } from './customer-store.ts'
import type { Database } from './database.ts'

/** Whether an agent accepted a handover of the customer, or has joined or taken over one of their conversations. */
export function hasServed({ db }: Database): CustomerStore['hasServed'] {
  return async (agentId, customerId) => {
    const found = await db
      .selectFrom('conversations')
      .select('conversations.id')
      .where('conversations.customer_id', '=', customerId)
      .where(({ or, exists, selectFrom }) =>
        or([
          exists(
            selectFrom('escalations')
              .select('escalations.id')
              .whereRef('escalations.conversation_id', '=', 'conversations.id')
              .where('escalations.agent_id', '=', agentId),
          ),
          exists(
            selectFrom('conversation_events as event')
              .select('event.kind')
              .whereRef('event.conversation_id', '=', 'conversations.id')
              .where('event.agent_id', '=', agentId),
          ),
        ]),
      )
      .limit(1)
      .executeTakeFirst()
    return found !== undefined
  }
}
