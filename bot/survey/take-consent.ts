import type { Conversation, Survey, SurveyConsent } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Inbound } from '../turn/conversation-service.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { ownSurvey } from './take-response.ts'
import { SURVEY_WORDS } from './words.ts'

/**
 * "Do not ask me again", or that taken back, as a line of the conversation, and the company's word that it was heard. The
 * survey on which it was said stays open.
 * @throws CandorError SURVEY_UNKNOWN (also for somebody else's)
 */
export function takeConsent(
  conversation: Conversation,
  asked: Survey | undefined,
  inbound: Inbound & { surveyConsent: NonNullable<Inbound['surveyConsent']> },
  context: DraftContext,
): { commit: ConversationCommit; consent: SurveyConsent } {
  const { surveyId, ask } = inbound.surveyConsent
  const { language } = ownSurvey(asked, surveyId, conversation, inbound)
  const kind = ask ? 'given' : 'refused'
  const draft = new ConversationDraft(conversation, context)
  draft.receivedFrom(inbound)
  const words = SURVEY_WORDS[language]
  draft.say(
    'customer',
    { text: ask ? words.allow : words.refuse, body: { kind: 'survey-response', surveyId, consent: kind } },
    { language, authorId: inbound.customer.id, ...(inbound.clientId !== undefined && { clientId: inbound.clientId }) },
  )
  const code = ask ? 'survey-allowed' : 'survey-refused'
  draft.say(
    'system',
    { text: ask ? words.allowed : words.refused, body: { kind: 'notice', code, surveyId } },
    { language },
  )
  return { commit: draft.finish(), consent: { kind, at: context.now } }
}
