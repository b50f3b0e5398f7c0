import { isDeepStrictEqual } from 'node:util'
import {
  CandorError,
  type Conversation,
  type Survey,
  type SurveyResponse,
  type TrustEvent,
} from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Inbound } from '../turn/conversation-service.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { answerInWords } from './answer-in-words.ts'
import { answersOf, responseOf } from './answers-of.ts'
import { itemsOf } from './forms.ts'
import { readAnswers } from './read-answers.ts'
import { responseEvidence } from './response-evidence.ts'
import { SURVEY_WORDS } from './words.ts'

export interface SurveyAnswered {
  conversation: Conversation
  survey: Survey | undefined
  /** The answer given before, if any. */
  earlier: SurveyResponse | undefined
  ledger: readonly TrustEvent[]
}

/**
 * A customer's answer to a survey: stored, thanked for, and evidence of trust. Until the survey expires another answer stands
 * in for it, in the record and in the ledger; the same answer again changes nothing. It does not reopen the conversation.
 *
 * @throws CandorError SURVEY_UNKNOWN (also for somebody else's), SURVEY_EXPIRED, BODY_INVALID
 */
export function takeSurveyResponse(
  { conversation, survey: asked, earlier, ledger }: SurveyAnswered,
  inbound: Inbound,
  policy: Policy,
  context: DraftContext,
): ConversationCommit {
  const { surveyId = '', ...filledIn } = inbound.survey ?? {}
  const survey = ownSurvey(asked, surveyId, conversation, inbound)
  if (context.now >= survey.expiresAt) {
    throw new CandorError('SURVEY_EXPIRED', { at: new Date(survey.expiresAt).toISOString() })
  }
  const items = itemsOf(survey)
  const before = earlier && answersOf(survey, earlier)
  const answers = readAnswers(items, filledIn, before, survey.language)
  const isNew = !isDeepStrictEqual(answers, before)

  const draft = new ConversationDraft(conversation, context)
  draft.receivedFrom(inbound)
  const { language } = survey
  const words = SURVEY_WORDS[language]
  draft.say(
    'customer',
    { text: answerInWords(items, answers, language), body: { kind: 'survey-response', surveyId, answers } },
    { language, authorId: inbound.customer.id, ...(inbound.clientId !== undefined && { clientId: inbound.clientId }) },
  )
  const text = before && isNew ? words.changed : words.thanks
  draft.say('system', { text, body: { kind: 'notice', code: 'survey-thanks' } }, { language })
  if (isNew) {
    const response = responseOf(survey, answers, context.now)
    draft.record({ response: { ...response, ...(earlier && { firstAt: earlier.firstAt ?? earlier.at }) } })
    draft.trust(...responseEvidence(survey, response, earlier, ledger, policy.trust, context))
  }
  return draft.finish()
}

/** @throws CandorError SURVEY_UNKNOWN */
export function ownSurvey(
  survey: Survey | undefined,
  id: string,
  conversation: Pick<Conversation, 'id'>,
  { customer }: Pick<Inbound, 'customer'>,
): Survey {
  if (survey && survey.customerId === customer.id && survey.conversationId === conversation.id) return survey
  throw new CandorError('SURVEY_UNKNOWN', { id })
}
