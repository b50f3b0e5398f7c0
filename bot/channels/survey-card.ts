import type { Attachment } from 'botbuilder'
import type { Language } from '../../domain/index.ts'
import { PHRASES } from './phrases.ts'

/** Longest comment a survey takes, in UTF-16 units. */
export const COMMENT_LIMIT = 1000

/**
 * The survey as an Adaptive Card 1.3: rating 1-5, resolved yes or no, a comment.
 * Submitting it posts a message whose `value` is what `parseSurveyValue` reads.
 */
export function surveyCard(surveyId: string, language: Language): Attachment {
  const words = PHRASES[language].survey
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.3',
      lang: language,
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'rating',
          style: 'expanded',
          label: words.rating,
          isRequired: true,
          errorMessage: words.ratingMissing,
          choices: words.ratings.map((title, index) => ({ title, value: String(index + 1) })),
        },
        {
          type: 'Input.ChoiceSet',
          id: 'resolved',
          style: 'expanded',
          label: words.resolved,
          choices: [
            { title: words.yes, value: 'yes' },
            { title: words.no, value: 'no' },
          ],
        },
        {
          type: 'Input.Text',
          id: 'comment',
          isMultiline: true,
          maxLength: COMMENT_LIMIT,
          label: words.comment,
          placeholder: words.commentHint,
        },
      ],
      actions: [{ type: 'Action.Submit', title: words.send, data: { candor: 'survey', surveyId } }],
    },
  }
}
