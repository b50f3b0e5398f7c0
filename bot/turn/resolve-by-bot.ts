import { HOUR_MS, type ResolvedBy } from '../../domain/index.ts'
import { sendSurvey } from '../survey/send-survey.ts'
import type { ConversationDraft, DraftContext } from './draft.ts'
import type { Mind } from './mind.ts'

/** Closes a conversation that the bot owns, and asks how it went if the bot has answered anything. */
export function resolveByBot(
  draft: ConversationDraft,
  mind: Mind,
  by: Exclude<ResolvedBy['kind'], 'agent'>,
  context: DraftContext,
): void {
  const { answered } = draft.conversation.state
  draft.move({ kind: 'resolved', by: { kind: by }, seq: draft.nextSeq - 1 })
  if (!answered) return
  const expiresAfterMs = mind.policy.survey.expiresHours * HOUR_MS
  sendSurvey(draft, { kind: 'bot', modelId: mind.modelId }, answered.need, expiresAfterMs, context)
}
