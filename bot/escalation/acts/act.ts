import type { OwnershipResult } from '../../../domain/index.ts'
import type { ConversationCommit } from '../../../store/index.ts'

/** What an agent does to a conversation: either what is to be committed, or why it cannot be done. */
export type Act = { kind: 'done'; commit: ConversationCommit } | Extract<OwnershipResult, { kind: 'refused' }>
