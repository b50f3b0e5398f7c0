import { HOUR_MS, localize, type Survey } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'
import type { ConversationDraft, DraftContext } from '../turn/draft.ts'
import { itemsOf } from './forms.ts'
import { surveyDraw } from './survey-draw.ts'
import type { SurveyFacts } from './survey-facts.ts'
import { npsSince, type Resolution, surveyToSend } from './survey-to-send.ts'
import { SURVEY_WORDS } from './words.ts'

/**
 * Asks how it went, if the customer is to be asked, and notes why not if they are not. Whom the answer is about is fixed
 * here, whatever happens to the conversation later.
 * @param draft with the resolution already made
 */
export function sendSurvey(
  draft: ConversationDraft,
  about: Survey['about'],
  resolution: Omit<Resolution, 'at'>,
  facts: SurveyFacts,
  policy: Policy['survey'],
  context: DraftContext,
): void {
  const { id: conversationId, customerId, channel, language, settledSeq, state } = draft.conversation
  const { now } = context
  const decision = surveyToSend({ ...resolution, at: now }, facts, policy, surveyDraw(conversationId, settledSeq))
  if (decision.kind === 'none') {
    draft.notAsked(decision.because)
    return
  }
  const { form, items } = decision
  const { need } = resolution
  const survey: Survey = {
    id: context.newId(),
    conversationId,
    customerId,
    channel,
    language,
    sentAt: now,
    expiresAt: now + policy.expiresHours * HOUR_MS,
    form,
    about,
    customerMessages: facts.customerMessages + draft.customerMessages,
    ...(items && { items }),
    ...(need !== undefined && { need }),
    ...(state.gap && { gap: state.gap.value }),
  }
  draft.record({ survey, ...(form === 'nps' && { notAskedSince: { form, since: npsSince(now, policy) } }) })
  draft.say('system', { text: questionOf(survey), body: surveyBody(survey) })
}

/** The message that asks. Its text alone must make sense. */
export function surveyBody({ id: surveyId, form, items, expiresAt }: Survey) {
  return { kind: 'survey', surveyId, form, expiresAt, ...(items && { items }) } as const
}

function questionOf({ form, items, language }: Survey): string {
  const words = SURVEY_WORDS[language]
  if (form === 'csat' || form === 'nps' || form === 'ces') return words[form]
  const [first] = itemsOf({ form, ...(items && { items }) })
  return [words.own, first && localize(first.text, language)].filter(Boolean).join(language === 'zh' ? '' : ' ')
}
