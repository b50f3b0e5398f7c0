import type { Note } from '../domain/index.ts'
import type { Database } from './database.ts'
import type { NoteTable } from './schema.ts'
import type { NoteStore } from './store.ts'

export function noteStore({ db }: Database): NoteStore {
  return {
    async ofConversation(conversationId) {
      const rows = await db
        .selectFrom('notes')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(noteOf)
    },
  }
}

export function noteRow({ id, conversationId, afterSeq, at, agentId, text }: Note): NoteTable {
  return { id, conversation_id: conversationId, after_seq: afterSeq, at, agent_id: agentId, text }
}

function noteOf({ id, conversation_id, after_seq, at, agent_id, text }: NoteTable): Note {
  return { id, conversationId: conversation_id, afterSeq: after_seq, at, agentId: agent_id, text }
}
