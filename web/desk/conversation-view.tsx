import type { DeskConversation, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { percent } from '../shared/numbers.ts'
import { escalationReasonWords } from '../shared/reason-words.ts'
import { GapMeter } from './gap-meter.tsx'
import { HelpPanel } from './help-panel.tsx'
import type { SendFile } from './pending-files.tsx'
import { ReplyBox } from './reply-box.tsx'
import { ReplyHelp } from './reply-help.tsx'
import { Transcript } from './transcript.tsx'
import { useHelp } from './use-help.ts'
import { Why } from './why.tsx'
import type { DeskWords } from './words/en.ts'

export function ConversationView(props: {
  api: ApiClient
  conversation: DeskConversation
  language: Language
  words: DeskWords
  focusRequest: number
  onBack: () => void
  onAccept: () => void
  onSend: (text: string, clientId: string) => Promise<boolean>
  onSendFile: SendFile
  onResolve: () => void
  onReturn: () => void
}) {
  const { conversation, language, words } = props
  const { escalation, customer } = conversation
  const help = useHelp(props.api, conversation)
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <header class="conversation-head">
        <button type="button" class="button button-quiet back" onClick={props.onBack}>
          ← {words.back}
        </button>
        <div class="conversation-title">
          <h2 id="conversation-title">{customer.name}</h2>
          <p class="note">
            {ownerWords(conversation, words)} {words.language[conversation.language]} ·{' '}
            {words.channel[conversation.channel] ?? conversation.channel}
          </p>
        </div>
        <div class="conversation-actions">
          {conversation.owner === 'queued' && (
            <button type="button" class="button button-primary" onClick={props.onAccept}>
              {words.acceptLong}
            </button>
          )}
          {conversation.mine && (
            <>
              <button type="button" class="button" onClick={props.onReturn}>
                {words.returnToBot}
              </button>
              <button type="button" class="button button-primary" onClick={props.onResolve}>
                {words.resolve}
              </button>
            </>
          )}
        </div>
      </header>
      <p class="inline-need">{conversation.inOneLine[language]}</p>
      <div class="facts">
        <dl class="pairs">
          <div>
            <dt>{words.trust}</dt>
            <dd>{trustWords(customer.trust, language, words)}</dd>
          </div>
          {escalation?.need && (
            <div>
              <dt>{words.believedNeed}</dt>
              <dd>
                {escalation.need[language]}{' '}
                <span class="note">
                  ({escalation.reasons.map((reason) => escalationReasonWords(reason, language)).join(' · ')})
                </span>
              </dd>
            </div>
          )}
          {Object.entries(conversation.details).map(([name, value]) => (
            <div key={name}>
              <dt>{words.entity[name] ?? name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {escalation && (
          <GapMeter gap={escalation.gap} reasons={escalation.gapReasons} language={language} words={words} />
        )}
      </div>
      <Why key={`why-${conversation.id}`} conversation={conversation} language={language} words={words} />
      <HelpPanel folded conversation={conversation} help={help} language={language} words={words} />
      <Transcript key={conversation.id} messages={conversation.messages} language={language} words={words} />
      {conversation.mine && (
        <ReplyHelp api={props.api} conversation={conversation} help={help} language={language} words={words} />
      )}
      {conversation.mine && (
        <ReplyBox
          key={`reply-${conversation.id}`}
          language={language}
          words={words}
          customerName={customer.name}
          focusRequest={props.focusRequest}
          insertion={help.insertion}
          onReplies={() => help.showReplies(true)}
          onSend={props.onSend}
          onSendFile={props.onSendFile}
        />
      )}
    </section>
  )
}

function ownerWords(conversation: DeskConversation, words: DeskWords): string {
  if (conversation.mine) return words.owner.mine
  if (conversation.owner === 'agent') return words.owner.agentOther(conversation.agentName ?? words.from.agent)
  return words.owner[conversation.owner]
}

function trustWords(trust: DeskConversation['customer']['trust'], language: Language, words: DeskWords): string {
  if (trust.n === 0) return words.trustNone
  const { score, low, high } = trust
  return words.trustValue(percent(score, language), percent(low, language), percent(high, language), trust.n)
}
