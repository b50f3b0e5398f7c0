import type { Activity, Attachment } from 'botbuilder'
import type { Message } from '../../../domain/index.ts'
import { candorChannelData } from '../candor-channel-data.ts'
import { choicesOf, suggestedActions } from '../choices.ts'
import { footer } from '../footer.ts'
import { spokenText } from '../spoken-text.ts'
import { allowSurveysCard, isRefusal, surveyCard } from '../survey-card.ts'

export interface ActivityExtras {
  /** The customer's id, as in the token. */
  userId: string
  /** How the bot is called in the chat. */
  botName: string
  /** Name of the agent who wrote this message. */
  agentName?: string
  /** True when the client draws `channelData.candor`; any other gets source and confidence in the text. */
  knowsCandor: boolean
  /** Where the message's file is fetched. */
  fileUrl?: string
}

const BOT_ID = 'candor'
const LOCALES = { en: 'en-US', zh: 'zh-CN' } as const

/**
 * A stored message as a Direct Line 3.0 activity. The customer's own messages are echoed with their `clientActivityID`,
 * by which clients replace the bubble they drew while sending.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export function toActivity(message: Message, extras: ActivityExtras): Partial<Activity> {
  const own = message.from === 'customer'
  const choices = choicesOf(message)
  const attachments = attachmentsOf(message, extras.fileUrl)
  const text = extras.knowsCandor ? message.text : spokenText(message)
  const below = extras.knowsCandor ? undefined : footer(message.body, message.language)
  return {
    type: 'message',
    id: message.id,
    timestamp: new Date(message.at),
    channelId: 'directline',
    from: own
      ? { id: extras.userId, name: '', role: 'user' }
      : { id: BOT_ID, name: extras.agentName ?? extras.botName, role: 'bot' },
    conversation: { id: message.conversationId, isGroup: false, conversationType: 'personal', name: '' },
    text: below ? `${text}\n\n${below}` : text,
    // What people write is shown as it is: never Markdown, never HTML.
    textFormat: 'plain',
    locale: LOCALES[message.language],
    ...(choices.length > 0 && { suggestedActions: suggestedActions(choices, [extras.userId]) }),
    ...(attachments.length > 0 && { attachments }),
    channelData: {
      ...(own && message.clientId !== undefined && { clientActivityID: message.clientId }),
      candor: candorChannelData(message, extras.agentName),
    },
  }
}

function attachmentsOf({ body, language }: Message, fileUrl: string | undefined): Attachment[] {
  if (body.kind === 'survey') return [surveyCard(body, language, { foldsLongScales: false })]
  if (isRefusal(body)) return [allowSurveysCard(body.surveyId, language)]
  if (body.kind !== 'file' || fileUrl === undefined) return []
  return [{ contentType: body.file.mediaType, contentUrl: fileUrl, name: body.file.name }]
}
