import {
  CandorError,
  type Conversation,
  type Survey,
  type SurveyResponse,
  type TrustEvent,
} from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { ledgerEntries } from '../trust/ledger-entry.ts'
import type { Inbound } from '../turn/conversation-service.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { PHRASES } from '../turn/phrases.ts'

export interface SurveyAnswered {
  conversation: Conversation
  survey: Survey | undefined
  /** The answer given before, if any: the first one counts. */
  earlier: SurveyResponse | undefined
  ledger: readonly TrustEvent[]
}

/**
 * A customer's answer to a survey card: stored, thanked for, and evidence of trust.
 * It does not reopen the conversation. A second answer is thanked for and changes nothing.
 *
 * @throws CandorError SURVEY_UNKNOWN (also for somebody else's), SURVEY_EXPIRED, BODY_INVALID
 */
export function takeSurveyResponse(
  { conversation, survey, earlier, ledger }: SurveyAnswered,
  inbound: Inbound,
  policy: Policy,
  context: DraftContext,
): ConversationCommit {
  const answer = inbound.survey
  if (!answer || !survey || survey.customerId !== inbound.customer.id || survey.conversationId !== conversation.id) {
    throw new CandorError('SURVEY_UNKNOWN', { id: answer?.surveyId ?? '' })
  }
  if (context.now >= survey.expiresAt) {
    throw new CandorError('SURVEY_EXPIRED', { at: new Date(survey.expiresAt).toISOString() })
  }
  const rating = ratingOf(answer.rating)
  const draft = new ConversationDraft(conversation, context)
  draft.receivedFrom(inbound)
  const phrases = PHRASES[survey.language]
  draft.say(
    'customer',
    { text: phrases.surveyAnswer(rating, answer.resolved), body: { kind: 'survey-response', surveyId: survey.id } },
    { authorId: inbound.customer.id, ...(inbound.clientId !== undefined && { clientId: inbound.clientId }) },
  )
  draft.say('system', { text: phrases.surveyThanks, body: { kind: 'notice', code: 'survey-thanks' } })
  if (!earlier) {
    draft.record({
      response: {
        surveyId: survey.id,
        at: context.now,
        rating,
        ...(answer.resolved !== undefined && { resolved: answer.resolved }),
        ...(answer.comment !== undefined && answer.comment !== '' && { comment: answer.comment }),
      },
    })
    const about = { ...context, customerId: survey.customerId, conversationId: conversation.id, at: context.now }
    draft.trust(...ledgerEntries(ledger, causesOf(rating, answer.resolved), about, policy.trust))
  }
  return draft.finish()
}

function causesOf(rating: number, resolved: boolean | undefined) {
  const rated = { cause: 'survey-rating', rating } as const
  if (resolved === undefined) return [rated]
  return [rated, { cause: resolved ? ('survey-resolved' as const) : ('survey-unresolved' as const) }]
}

function ratingOf(value: number): SurveyResponse['rating'] {
  if (value === 1 || value === 2 || value === 3 || value === 4 || value === 5) return value
  throw new CandorError('BODY_INVALID', { problem: `the rating is ${value}`, mend: 'Send a whole number from 1 to 5' })
}
