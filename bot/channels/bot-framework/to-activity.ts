import type { Activity } from 'botbuilder'
import type { Message } from '../../../domain/index.ts'
import { answerFooter } from '../answer-footer.ts'
import { candorChannelData } from '../candor-channel-data.ts'
import { choicesOf, suggestedActions } from '../choices.ts'
import { spokenText } from '../spoken-text.ts'
import { surveyCard } from '../survey-card.ts'
import { aiGenerated } from './ai-label.ts'
import { escapeMarkdown } from './escape-markdown.ts'

export interface BotActivityExtras {
  teams: boolean
  /** The customer's id on the channel, for buttons. */
  userId: string
  /** Name of the agent who wrote this message. */
  agentName?: string
}

/** Teams shows the first three and drops the rest without a word. */
const TEAMS_BUTTONS = 3

/**
 * A stored message as an activity to push. The text alone says everything: who of the company speaks,
 * every choice as a numbered list, where an answer comes from and how sure the bot is.
 */
export function toActivity(message: Message, { teams, userId, agentName }: BotActivityExtras): Partial<Activity> {
  const choices = choicesOf(message)
  const footer = answerFooter(message.body, message.language)
  const cited = teams && message.body.kind === 'answer' && message.body.source !== undefined
  const spoken = spokenText(message)
  const said = agentName === undefined ? spoken : `${agentName}: ${spoken}`
  // Teams shows citations and line breaks in Markdown only, so there what was said is escaped to stay what it is.
  const safe = (text: string) => (teams ? escapeMarkdown(text) : text)
  const text = [
    cited ? `${safe(said)} [1]` : safe(said),
    choices.map((choice, index) => `${index + 1}. ${safe(choice)}`).join(teams ? '\n\n' : '\n'),
    safe(footer ?? ''),
  ]
  const buttons = teams ? teamsButtons(choices, message) : choices
  return {
    type: 'message',
    text: text.filter((part) => part !== '').join('\n\n'),
    textFormat: teams ? 'markdown' : 'plain',
    locale: message.language === 'zh' ? 'zh-CN' : 'en-US',
    ...(buttons.length > 0 && { suggestedActions: suggestedActions(buttons, [userId]) }),
    ...(message.body.kind === 'survey' && { attachments: [surveyCard(message.body.surveyId, message.language)] }),
    ...(teams
      ? message.body.kind === 'answer' && { entities: [aiGenerated(message.body, message.language)] }
      : { channelData: { candor: candorChannelData(message, agentName) } }),
  }
}

/** The way to a person is always among the three. */
function teamsButtons(choices: string[], { body }: Message): string[] {
  if (choices.length <= TEAMS_BUTTONS) return choices
  const offersPerson = body.kind === 'clarification' && body.offersPerson
  return offersPerson ? [...choices.slice(0, TEAMS_BUTTONS - 1), ...choices.slice(-1)] : choices.slice(0, TEAMS_BUTTONS)
}
