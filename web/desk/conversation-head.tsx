import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { escalationReasonWords } from '../shared/reason-words.ts'
import { type FocusWish, useWishedFocus } from './focus-wish.ts'
import type { Act } from './possible-acts.ts'
import type { DeskWords } from './words/en.ts'

/** Who it is, what they need in one line, who speaks now, and what can be done. */
export function ConversationHead(props: {
  conversation: DeskConversation
  acts: ReadonlySet<Act>
  language: Language
  words: DeskWords
  wish: FocusWish | undefined
  onBack: () => void
  onAct: (act: Exclude<Act, 'write'>) => void
}) {
  const { conversation, acts, language, words } = props
  const title = useWishedFocus<HTMLHeadingElement>(props.wish, 'conversation')
  const labels: [Exclude<Act, 'write'>, string][] = [
    ['pass', words.pass],
    ['accept', words.acceptLong],
    ['leave', words.leave],
    ['join', words.join],
    ['take-over', words.takeOver],
    ['transfer', words.transfer],
    ['return', words.returnToBot],
    ['resolve', words.resolve],
  ]
  const shown = labels.filter(([act]) => acts.has(act))
  return (
    <header class="conversation-head">
      <button type="button" class="button button-quiet back" onClick={props.onBack}>
        ← {words.back}
      </button>
      <div class="conversation-title">
        <h2 id="conversation-title" ref={title} tabIndex={-1}>
          {conversation.customer.name}
        </h2>
        <p class="need-line">{needWords(conversation, language)}</p>
        <p class="speaks" data-owner={conversation.mine ? 'me' : conversation.owner}>
          <span class="speaks-now">{speaksWords(conversation, words)}</span>{' '}
          <span class="tag tag-language">{words.writesIn(words.language[conversation.language])}</span>{' '}
          <span class="tag">{words.channel[conversation.channel] ?? conversation.channel}</span>
        </p>
      </div>
      {shown.length > 0 && (
        <fieldset class="conversation-actions" aria-label={words.actions}>
          {shown.map(([act, label], i) => (
            <button
              key={act}
              type="button"
              class={i === shown.length - 1 ? 'button button-primary' : 'button'}
              onClick={() => props.onAct(act)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
    </header>
  )
}

/** What the customer needs, as far as it is known, and why a person is wanted. */
function needWords({ escalation, inOneLine }: DeskConversation, language: Language): string {
  const reasons = escalation?.reasons.map((reason) => escalationReasonWords(reason, language)).join(' · ')
  return reasons ? `${inOneLine[language]} (${reasons})` : inOneLine[language]
}

/** Who answers the customer at this moment: always exactly one, or nobody. */
function speaksWords(conversation: DeskConversation, { speaks, from }: DeskWords): string {
  const { owner, mine, joined, supervisorName, agentName = from.agent, escalation } = conversation
  if (mine) return supervisorName === undefined ? speaks.mine : speaks.mineWith(supervisorName)
  if (owner === 'queued') {
    if (!escalation?.offer) return speaks.queued
    return escalation.offer.mine ? speaks.offeredToMe : speaks.offeredTo(escalation.offer.agentName)
  }
  if (owner !== 'agent') return speaks[owner]
  if (joined) return speaks.joined(agentName)
  return supervisorName === undefined ? speaks.other(agentName) : speaks.otherWith(agentName, supervisorName)
}
