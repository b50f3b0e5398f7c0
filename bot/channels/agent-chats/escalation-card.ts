import type { Attachment } from 'botbuilder'
import {
  bothLanguages,
  type Conversation,
  type Escalation,
  type KnowledgePack,
  type Language,
  type Message,
} from '../../../domain/index.ts'
import type { AgentChat, ThreadNow } from '../../../store/index.ts'
import { ANSWER_WRONG, type CardAction, NO_NEED } from './card-action.ts'
import { REASON_WORDS } from './reason-words.ts'
import { WORDS } from './words.ts'

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'

export interface CardFacts {
  state: ThreadNow['wanted']
  chat: Pick<AgentChat, 'kind'>
  escalation: Escalation
  conversation: Conversation
  customerName: string
  /** Who has accepted it; '' while nobody has. */
  agentName: string
  /** The newest ones, in order. */
  messages: readonly Message[]
}

/** Reasons and lines that are taken in at a glance. */
const TOP_REASONS = 3
const LAST_LINES = 4
const LINE_LENGTH = 300

/**
 * An escalation as an Adaptive Card 1.5, in the agent's language. What a customer wrote stands in text runs, which know
 * no Markdown: it is shown as it was written, and none of it becomes a link.
 */
export function escalationCard(facts: CardFacts, language: Language, pack: Pick<KnowledgePack, 'needs'>): Attachment {
  const words = WORDS[language].card
  const { state, escalation, conversation, customerName, agentName } = facts
  const title = {
    waiting: words.waiting(customerName),
    open: words.open(customerName, agentName),
    taken: words.taken(customerName, agentName),
    ended: words.ended(customerName),
  }[state]
  const believed = escalation.noNeed ? undefined : escalation.need
  const need = pack.needs.find(({ name }) => name === (escalation.trueNeed ?? believed))
  const needs = need ? bothLanguages(need.title)[language] : words.needUnknown
  const who = `${customerName} · ${words.language[conversation.language]} · ${words.channel[conversation.channel]}`
  const brief = state === 'taken' || state === 'ended'
  return {
    contentType: ADAPTIVE_CARD,
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      body: [
        heading(title),
        ...(state === 'ended' && escalation.outcome ? [line(words.outcomes[escalation.outcome], agentName)] : []),
        line(words.customer, who),
        line(words.need, needs),
        ...(brief ? [] : whatIsKnown(facts, language)),
      ],
      actions: actionsOf(facts, language, pack),
    },
  }
}

function whatIsKnown({ escalation, conversation, customerName, messages }: CardFacts, language: Language): object[] {
  const words = WORDS[language].card
  const reasons = REASON_WORDS[language]
  const { gap, gapReasons } = escalation
  const why = gapReasons
    .filter(({ contribution }) => contribution > 0)
    .slice(0, TOP_REASONS)
    .map(({ code }) => reasons.gap[code])
  const details = Object.entries(conversation.state.details).map(([name, value]) => `${name}: ${value}`)
  const speaker = { customer: customerName, bot: words.bot, agent: words.colleague, system: words.bot }
  const said = messages.filter(({ from }) => from !== 'system').slice(-LAST_LINES)
  return [
    line(words.why, escalation.reasons.map((reason) => reasons.escalation[reason]).join(' · ')),
    line(words.gap, [`${Math.round(gap * 100)} %`, ...why].join(' · ')),
    ...(details.length > 0 ? [line(words.details, details.join(' · '))] : []),
    { ...heading(words.said), separator: true },
    ...said.map(({ from, text }) => line(speaker[from], text.slice(0, LINE_LENGTH))),
  ]
}

function actionsOf(
  { state, chat, escalation, conversation }: CardFacts,
  language: Language,
  { needs }: Pick<KnowledgePack, 'needs'>,
): object[] {
  const words = WORDS[language].card
  const button = (title: string, act: CardAction['act']) => execute(title, { act, escalationId: escalation.id })
  const transcript = button(words.transcript, 'transcript')
  switch (state) {
    case 'waiting':
      return [button(words.accept, 'accept'), transcript]
    case 'open':
      return [
        ...(chat.kind === 'personal' ? [button(words.write, 'write')] : []),
        transcript,
        {
          type: 'Action.ShowCard',
          title: words.resolve,
          card: {
            type: 'AdaptiveCard',
            version: '1.5',
            body: [
              {
                type: 'Input.ChoiceSet',
                id: 'outcome',
                label: words.outcome,
                style: 'expanded',
                value: 'resolved',
                choices: (['resolved', 'unresolved', 'spam'] as const).map((value) => ({
                  title: words.outcomes[value],
                  value,
                })),
              },
              {
                type: 'Input.ChoiceSet',
                id: 'trueNeed',
                label: words.trueNeed,
                placeholder: words.trueNeedHint,
                style: 'compact',
                choices: [
                  { title: words.noNeed, value: NO_NEED },
                  ...(conversation.state.answered ? [{ title: words.answerWrong, value: ANSWER_WRONG }] : []),
                  ...needs.map(({ name, title }) => ({ title: bothLanguages(title)[language], value: name })),
                ],
              },
            ],
            actions: [button(words.resolve, 'resolve')],
          },
        },
      ]
    case 'taken':
    case 'ended':
      return [transcript]
    default:
      return state satisfies never
  }
}

/** A client too old for `Action.Execute` (cards before 1.4) sends the same data as a message. */
function execute(title: string, action: Pick<CardAction, 'act' | 'escalationId'>): object {
  const data = { candor: 'agent', ...action }
  return { type: 'Action.Execute', title, verb: action.act, data, fallback: { type: 'Action.Submit', title, data } }
}

function heading(text: string): object {
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, weight: 'Bolder', size: 'Medium' }],
  }
}

function line(label: string, text: string): object {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [
      { type: 'TextRun', text: label, weight: 'Bolder' },
      { type: 'TextRun', text: `  ${text}` },
    ],
  }
}
