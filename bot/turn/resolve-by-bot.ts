import type { ResolvedBy } from '../../domain/index.ts'
import { leftBotInAnger, type SurveyFacts, sendSurvey } from '../survey/index.ts'
import type { ConversationDraft, DraftContext } from './draft.ts'
import type { Mind } from './mind.ts'

/** Closes a conversation that the bot owns, and asks how it went if the bot has answered anything. */
export function resolveByBot(
  draft: ConversationDraft,
  { modelId, policy }: Mind,
  by: Exclude<ResolvedBy['kind'], 'agent'>,
  facts: SurveyFacts,
  context: DraftContext,
): void {
  const { state } = draft.conversation
  draft.move({ kind: 'resolved', by: { kind: by }, seq: draft.nextSeq - 1 })
  const { need, seq } = state.answered ?? {}
  const answer = need !== undefined && { answer: { need, ...(seq !== undefined && { seq }) } }
  const resolution = {
    isSpam: false,
    wasServed: need !== undefined,
    isAngryExit: leftBotInAnger(state, by === 'idle', policy.survey.angryBelow),
    ...(need !== undefined && { need }),
  }
  sendSurvey(draft, { kind: 'bot', modelId, ...answer }, resolution, facts, policy.survey, context)
}
