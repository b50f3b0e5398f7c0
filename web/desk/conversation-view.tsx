import type { DeskConversation, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { ConversationHead } from './conversation-head.tsx'
import type { Drafts } from './drafts.ts'
import type { FocusWish } from './focus-wish.ts'
import { HelpPanel } from './help-panel.tsx'
import { Known } from './known.tsx'
import type { Act } from './possible-acts.ts'
import { PromiseProposals } from './promise-proposals.tsx'
import { ReplyBox } from './reply-box.tsx'
import { ReplyHelp } from './reply-help.tsx'
import { Transcript } from './transcript.tsx'
import { correctable } from './transcript-entries.ts'
import type { Desk } from './use-desk.ts'
import type { DeskActs } from './use-desk-acts.ts'
import { useHelp } from './use-help.ts'
import type { DeskPromises } from './use-promises.ts'
import type { DeskWords } from './words/en.ts'

/** One conversation: who and what can be done on top, what is known beside it, what was said, and where to write. */
export function ConversationView(props: {
  api: ApiClient
  conversation: DeskConversation
  possible: ReadonlySet<Act>
  acts: DeskActs
  promises: DeskPromises
  drafts: Drafts
  typing: Desk['typing']
  onTyping: () => void
  wish: FocusWish | undefined
  language: Language
  words: DeskWords
  onBack: () => void
  onAct: (act: Exclude<Act, 'write'>) => void
}) {
  const { api, conversation, possible, acts, language, words, wish } = props
  const help = useHelp(api, conversation)
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <ConversationHead
        conversation={conversation}
        acts={possible}
        language={language}
        words={words}
        wish={wish}
        onBack={props.onBack}
        onAct={props.onAct}
      />
      <Known
        key={`known-${conversation.id}`}
        conversation={conversation}
        promises={props.promises}
        language={language}
        words={words}
      >
        <HelpPanel canInsert={possible.has('write')} help={help} language={language} words={words} />
      </Known>
      <Transcript
        key={`said-${conversation.id}`}
        conversation={conversation}
        typing={props.typing}
        language={language}
        words={words}
      />
      {possible.has('write') && (
        <ReplyHelp api={api} conversation={conversation} help={help} language={language} words={words} />
      )}
      <ReplyBox
        key={`reply-${conversation.id}`}
        conversationId={conversation.id}
        customerName={conversation.customer.name}
        canWrite={possible.has('write')}
        correctable={correctable(conversation.messages)}
        drafts={props.drafts}
        wish={wish}
        insertion={help.insertion}
        language={language}
        words={words}
        above={
          <PromiseProposals
            conversationId={conversation.id}
            promises={props.promises}
            language={language}
            words={words}
          />
        }
        hear={(text) => props.promises.hear(conversation.id, text)}
        onReplies={() => help.showReplies(true)}
        onTyping={props.onTyping}
        onSend={async (text, clientId) => {
          const sent = await acts.send(text, clientId)
          if (sent) props.promises.lookFor(conversation.id, sent.seq, text)
          return sent !== undefined
        }}
        onSendFile={acts.sendFile}
        onNote={acts.addNote}
        onCorrect={acts.correct}
      />
    </section>
  )
}
