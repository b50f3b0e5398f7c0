import type { Activity, Attachment } from 'botbuilder'
import type { Message } from '../../../domain/index.ts'
import { isImage } from '../../files/index.ts'
import { SURVEY_WORDS } from '../../survey/index.ts'
import { candorChannelData } from '../candor-channel-data.ts'
import { choicesOf, suggestedActions } from '../choices.ts'
import { footer } from '../footer.ts'
import { PHRASES } from '../phrases.ts'
import { spokenText } from '../spoken-text.ts'
import { allowSurveysCard, isRefusal, surveyCard } from '../survey-card.ts'
import { aiGenerated } from './ai-label.ts'
import { escapeMarkdown } from './escape-markdown.ts'

export interface BotActivityExtras {
  teams: boolean
  /** The customer's id on the channel, for buttons. */
  userId: string
  /** Name of the agent who wrote this message. */
  agentName?: string
  /** Where the message's file can be fetched by anybody who is told; absent where this server has no public address. */
  fileUrl?: string
  /** Where the message's survey can be answered by whoever is told; absent where this server has no public address. */
  surveyUrl?: string
}

/** Teams shows the first three and drops the rest without a word. */
const TEAMS_BUTTONS = 3

/**
 * A stored message as an activity to push. The text alone says everything: who of the company speaks,
 * every choice as a numbered list, where an answer comes from and how sure the bot is.
 */
export function toActivity(message: Message, extras: BotActivityExtras): Partial<Activity> {
  const { teams, userId, agentName, fileUrl, surveyUrl } = extras
  const choices = choicesOf(message)
  const attachments = attachmentsOf(message, extras)
  const below = footer(message.body, message.language)
  const cited = teams && message.body.kind === 'answer' && message.body.source !== undefined
  const words = message.body.kind === 'file' ? fileWords(message, fileUrl) : spokenText(message)
  const said = agentName === undefined ? words : `${agentName}: ${words}`
  // Teams shows citations and line breaks in Markdown only, so there what was said is escaped to stay what it is.
  const safe = (text: string) => (teams ? escapeMarkdown(text) : text)
  const text = [
    cited ? `${safe(said)} [1]` : safe(said),
    choices.map((choice, index) => `${index + 1}. ${safe(choice)}`).join(teams ? '\n\n' : '\n'),
    safe(below ?? ''),
    isDocument(message) ? (fileUrl ?? '') : '',
    isReminder(message) && surveyUrl ? SURVEY_WORDS[message.language].link(surveyUrl) : '',
  ]
  const buttons = teams ? teamsButtons(choices, message) : choices
  return {
    type: 'message',
    text: text.filter((part) => part !== '').join('\n\n'),
    textFormat: teams ? 'markdown' : 'plain',
    locale: message.language === 'zh' ? 'zh-CN' : 'en-US',
    ...(buttons.length > 0 && { suggestedActions: suggestedActions(buttons, [userId]) }),
    ...(attachments.length > 0 && { attachments }),
    ...(teams
      ? message.body.kind === 'answer' && { entities: [aiGenerated(message.body, message.language)] }
      : { channelData: { candor: candorChannelData(message, agentName) } }),
  }
}

/** A picture shows itself; what cannot be opened here is not passed off as if it could. */
function fileWords({ text, language }: Message, fileUrl: string | undefined): string {
  return fileUrl === undefined ? PHRASES[language].fileNotShown(text) : PHRASES[language].file(text)
}

/** In the first message the card says it all; a reminder may be read where cards do not show. */
function isReminder({ body }: Message): boolean {
  return body.kind === 'survey' && body.reminder === true
}

/** Bots may attach pictures; a document is a link. */
function isDocument({ body }: Message): boolean {
  return body.kind === 'file' && !isImage(body.file.mediaType)
}

function attachmentsOf({ body, language }: Message, { fileUrl, surveyUrl }: BotActivityExtras): Attachment[] {
  if (body.kind === 'survey')
    return [surveyCard(body, language, { foldsLongScales: true, ...(surveyUrl && { url: surveyUrl }) })]
  if (isRefusal(body)) return [allowSurveysCard(body.surveyId, language)]
  if (body.kind !== 'file' || fileUrl === undefined || !isImage(body.file.mediaType)) return []
  return [{ contentType: body.file.mediaType, contentUrl: fileUrl, name: body.file.name }]
}

/** The way to a person is always among the three. */
function teamsButtons(choices: string[], { body }: Message): string[] {
  if (choices.length <= TEAMS_BUTTONS) return choices
  const offersPerson = body.kind === 'clarification' && body.offersPerson
  return offersPerson ? [...choices.slice(0, TEAMS_BUTTONS - 1), ...choices.slice(-1)] : choices.slice(0, TEAMS_BUTTONS)
}
