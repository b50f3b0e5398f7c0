import type { Conversation, Survey } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { surveyBody } from './send-survey.ts'
import { SURVEY_WORDS } from './words.ts'

/** Shows an open survey once more, in the language in which it was asked. */
export function remind(conversation: Conversation, survey: Survey, context: DraftContext): ConversationCommit {
  const { language } = survey
  const draft = new ConversationDraft(conversation, context)
  draft.record({ survey: { ...survey, remindedAt: context.now } })
  draft.say(
    'system',
    { text: SURVEY_WORDS[language].remind, body: { ...surveyBody(survey), reminder: true } },
    { language },
  )
  return draft.finish()
}
