import type { Agent, Conversation, Note } from '../../../domain/index.ts'
import type { ConversationCommit } from '../../../store/index.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'

/** A word among colleagues, behind what was said last. */
export function noteBy(
  { id: agentId }: Agent,
  { id: conversationId, lastSeq }: Conversation,
  text: string,
  { now, newId }: DraftContext,
): Note {
  return { id: newId(), conversationId, afterSeq: lastSeq, at: now, agentId, text }
}

/** Keeps a note. The conversation stays as it is: nothing was said in it, and if it was quiet, it still is. */
export function keepNote(conversation: Conversation, note: Note, context: DraftContext): ConversationCommit {
  const draft = new ConversationDraft(conversation, context)
  draft.note(note)
  return { ...draft.finish(), conversation }
}
