import { type Selectable, sql } from 'kysely'
import type { AgentChat, AgentChatStore, AgentThread, ThreadNow } from './agent-chat-store.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { Schema } from './schema.ts'

export function agentChatStore({ db }: Database): AgentChatStore {
  /** Where a thread is one only: by its escalation and its chat. */
  const one = ({ escalationId, chatKey }: Pick<AgentThread, 'escalationId' | 'chatKey'>) =>
    ({ escalation_id: escalationId, chat_key: chatKey }) as const

  /** Threads with what their escalations say. */
  const threadsNow = () =>
    db
      .selectFrom('agent_threads as thread')
      .innerJoin('escalations as escalation', 'escalation.id', 'thread.escalation_id')
      .innerJoin('conversations as conversation', 'conversation.id', 'thread.conversation_id')
      .selectAll('thread')
      .select('conversation.last_seq')
      .select((eb) =>
        eb
          .case()
          .when('escalation.ended_at', 'is not', null)
          .then(sql.lit('ended' as const))
          .when('escalation.accepted_at', 'is', null)
          .then(sql.lit('waiting' as const))
          .when('escalation.agent_id', '=', eb.ref('thread.agent_id'))
          .then(sql.lit('open' as const))
          .else(sql.lit('taken' as const))
          .end()
          .as('wanted'),
      )

  return {
    async createLink({ codeHash, agentId, expiresAt }, now) {
      // A good moment to sweep: codes are made rarely, and the expired ones serve nobody.
      await db.deleteFrom('agent_chat_links').where('expires_at', '<=', now).execute()
      await db
        .insertInto('agent_chat_links')
        .values({ code_hash: codeHash, agent_id: agentId, expires_at: expiresAt })
        .execute()
    },

    async useLink(codeHash, now) {
      // Deleting it is using it: of two at once, one finds no row.
      const used = await db
        .deleteFrom('agent_chat_links')
        .where('code_hash', '=', codeHash)
        .returning(['agent_id', 'expires_at'])
        .executeTakeFirst()
      return used && used.expires_at > now ? used.agent_id : undefined
    },

    async put(chat) {
      const { key, ...row } = chatRow(chat)
      if (chat.kind === 'personal') {
        await db
          .deleteFrom('agent_chats')
          .where('kind', '=', 'personal')
          .where((eb) => eb.or([eb('agent_id', '=', chat.agentId), eb('user_id', '=', chat.userId)]))
          // Whoever else worked in this chat took their threads with them.
          .where((eb) => eb.or([eb('key', '!=', key), eb('agent_id', '!=', chat.agentId)]))
          .execute()
      }
      await db
        .insertInto('agent_chats')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute()
    },

    async get(key) {
      const row = await db.selectFrom('agent_chats').selectAll().where('key', '=', key).executeTakeFirst()
      return row && chatOf(row)
    },

    async personalOf(userId) {
      const row = await db
        .selectFrom('agent_chats')
        .selectAll()
        .where('user_id', '=', userId)
        .where('kind', '=', 'personal')
        .executeTakeFirst()
      return row && chatOf(row)
    },

    async list() {
      const rows = await db.selectFrom('agent_chats').selectAll().orderBy('linked_at').orderBy('key').execute()
      return rows.map(chatOf)
    },

    async remove(key) {
      await db.deleteFrom('agent_chats').where('key', '=', key).execute()
    },

    async choose(key, conversationId, at) {
      await db
        .updateTable('agent_chats')
        .set({ chosen_conversation_id: conversationId, chosen_at: at })
        .where('key', '=', key)
        .execute()
    },

    async begin({ conversationId, agentId, ...id }) {
      await db
        .insertInto('agent_threads')
        .values({
          ...one(id),
          conversation_id: conversationId,
          thread_key: null,
          agent_id: agentId ?? null,
          card_activity_id: null,
          shown: 'new',
          delivered_seq: 0,
          attempts: 0,
          next_at: 0,
        })
        .onConflict((conflict) => conflict.columns(['escalation_id', 'chat_key']).doNothing())
        .execute()
    },

    async live() {
      const rows = await db
        .selectFrom('agent_threads')
        .selectAll()
        .where('shown', '!=', sql.lit('ended' as const))
        .execute()
      return rows.map(threadOf)
    },

    async thread({ escalationId, chatKey }) {
      const row = await threadsNow()
        .where('thread.escalation_id', '=', escalationId)
        .where('thread.chat_key', '=', chatKey)
        .executeTakeFirst()
      return row && threadNowOf(row)
    },

    async threadAt(threadKey) {
      const row = await db
        .selectFrom('agent_threads')
        .innerJoin('escalations', 'escalations.id', 'agent_threads.escalation_id')
        .selectAll('agent_threads')
        .where('thread_key', '=', threadKey)
        .orderBy('escalations.queued_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && threadOf(row)
    },

    async setThreadAgent(id, agentId) {
      await db
        .updateTable('agent_threads')
        .set({ agent_id: agentId })
        .where('escalation_id', '=', id.escalationId)
        .where('chat_key', '=', id.chatKey)
        .execute()
    },

    async due(now, limit) {
      const candidates = threadsNow()
        .where('thread.shown', '!=', sql.lit('ended' as const))
        .where('thread.next_at', '<=', now)
      const rows = await db
        .selectFrom(candidates.as('candidate'))
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('shown', '!=', eb.ref('wanted')),
            eb.and([eb('wanted', '=', 'open'), eb('last_seq', '>', eb.ref('delivered_seq'))]),
          ]),
        )
        .orderBy('next_at')
        .orderBy('escalation_id')
        .orderBy('chat_key')
        .limit(limit)
        .execute()
      return rows.map(threadNowOf)
    },

    async claim({ escalationId, chatKey }, now, until) {
      const claimed = await db
        .updateTable('agent_threads')
        .set({ next_at: until })
        .where('escalation_id', '=', escalationId)
        .where('chat_key', '=', chatKey)
        .where('next_at', '<=', now)
        .returning('escalation_id')
        .executeTakeFirst()
      return claimed !== undefined
    },

    async progress({ escalationId, chatKey }, { threadKey, cardActivityId, shown, deliveredSeq, attempts, nextAt }) {
      await db
        .updateTable('agent_threads')
        .set({
          next_at: nextAt ?? 0,
          ...(threadKey !== undefined && { thread_key: threadKey }),
          ...(cardActivityId !== undefined && { card_activity_id: cardActivityId }),
          ...(shown !== undefined && { shown }),
          ...(deliveredSeq !== undefined && { delivered_seq: deliveredSeq }),
          ...(attempts !== undefined && { attempts }),
        })
        .where('escalation_id', '=', escalationId)
        .where('chat_key', '=', chatKey)
        .execute()
    },
  }
}

function chatRow(chat: AgentChat): Schema['agent_chats'] {
  return {
    key: chat.key,
    kind: chat.kind,
    agent_id: chat.agentId,
    user_id: chat.userId,
    reference: chat.reference,
    linked_at: chat.linkedAt,
    chosen_conversation_id: chat.chosen?.conversationId ?? null,
    chosen_at: chat.chosen?.at ?? null,
  }
}

function chatOf(row: Selectable<Schema['agent_chats']>): AgentChat {
  const { chosen_conversation_id: conversationId, chosen_at: at } = row
  return {
    key: row.key,
    kind: row.kind,
    agentId: row.agent_id,
    userId: row.user_id,
    reference: row.reference,
    linkedAt: row.linked_at,
    ...(conversationId !== null && at !== null && { chosen: { conversationId, at } }),
  }
}

function threadNowOf({
  wanted,
  last_seq: _,
  ...row
}: Selectable<Schema['agent_threads']> & { wanted: ThreadNow['wanted']; last_seq: number }): ThreadNow {
  return { thread: threadOf(row), wanted }
}

function threadOf(row: Selectable<Schema['agent_threads']>): AgentThread {
  return dropNulls({
    escalationId: row.escalation_id,
    chatKey: row.chat_key,
    conversationId: row.conversation_id,
    threadKey: row.thread_key,
    agentId: row.agent_id,
    cardActivityId: row.card_activity_id,
    shown: row.shown,
    deliveredSeq: row.delivered_seq,
    attempts: row.attempts,
  })
}
