import type { Survey } from '../../domain/index.ts'
import type { ConversationDraft, DraftContext } from '../turn/draft.ts'
import { PHRASES } from '../turn/phrases.ts'

/**
 * Asks how it went. Whom the answer is about is fixed here, whatever happens to the conversation later.
 * @param expiresAfterMs how long it can be answered
 */
export function sendSurvey(
  draft: ConversationDraft,
  about: Survey['about'],
  need: string | undefined,
  expiresAfterMs: number,
  context: DraftContext,
): void {
  const { id: conversationId, customerId, channel, language } = draft.conversation
  const survey: Survey = {
    id: context.newId(),
    conversationId,
    customerId,
    channel,
    language,
    sentAt: context.now,
    expiresAt: context.now + expiresAfterMs,
    about,
    ...(need !== undefined && { need }),
  }
  draft.record({ survey })
  draft.say('system', { text: PHRASES[language].survey, body: { kind: 'survey', surveyId: survey.id } })
}
