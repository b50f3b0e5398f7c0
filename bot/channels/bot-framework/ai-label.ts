import type { Entity } from 'botbuilder'
import type { Language, MessageBody } from '../../../domain/index.ts'
import { answerFooter } from '../footer.ts'

/** Longest abstract that Teams takes. */
const ABSTRACT_LIMIT = 160
const TITLE_LIMIT = 80

/**
 * Teams' label "AI generated" and the citation behind `[1]` in the text, in one entity: two would cancel each other.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
export function aiGenerated(body: Extract<MessageBody, { kind: 'answer' }>, language: Language): Entity {
  const { source } = body
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    additionalType: ['AIGeneratedContent'],
    ...(source && {
      citation: [
        {
          '@type': 'Claim',
          position: 1,
          appearance: {
            '@type': 'DigitalDocument',
            name: source.title.slice(0, TITLE_LIMIT),
            // Teams opens absolute addresses only.
            ...(source.url && /^https?:/.test(source.url) && { url: source.url }),
            abstract: answerFooter(body, language).slice(0, ABSTRACT_LIMIT),
          },
        },
      ],
    }),
  }
}
