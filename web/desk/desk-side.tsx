import type { DeskEscalation, DeskQueue, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { dateTime } from '../shared/numbers.ts'
import { BotConversations } from './bot-conversations.tsx'
import { DeskTools } from './desk-tools.tsx'
import { EmptyQueue } from './empty-queue.tsx'
import type { FocusWish } from './focus-wish.ts'
import { PresenceBar } from './presence-bar.tsx'
import { PromiseList } from './promise-list.tsx'
import { isFiltering, type QueueFilter, type QueueSections } from './queue-filter.ts'
import { QueueFilterForm } from './queue-filter-form.tsx'
import { QueueList } from './queue-list.tsx'
import type { Attention } from './use-attention.ts'
import type { DeskActs } from './use-desk-acts.ts'
import type { DeskWords } from './words/en.ts'

/** The left side: one's own presence, who needs somebody, whom the bot serves, what was promised. */
export function DeskSide(props: {
  api: ApiClient
  queue: DeskQueue
  sections: QueueSections
  filter: QueueFilter
  onFilter: (filter: QueueFilter) => void
  acts: DeskActs
  attention: Attention
  connected: boolean
  botListOpen: boolean
  onBotList: (open: boolean) => void
  chosenId: string | undefined
  onChoose: (conversationId: string) => void
  onShortcuts: () => void
  clockOffsetMs: number
  wish: FocusWish | undefined
  language: Language
  words: DeskWords
}) {
  const { api, queue, sections, filter, acts, attention, words, language, clockOffsetMs } = props
  const { me } = queue
  const shown = { language, words, clockOffsetMs, onChoose: props.onChoose }
  const anyLine = queue.waiting.length + queue.mine.length + queue.others.length > 0
  const anyShown = Object.values(sections).some((lines: DeskEscalation[]) => lines.length > 0)
  return (
    <>
      <PresenceBar
        queue={queue}
        language={language}
        words={words}
        onAvailable={(available) => void acts.setAvailable(available)}
      />
      <DeskTools attention={attention} words={words} onShortcuts={props.onShortcuts} />
      {!props.connected && <p class="note desk-offline">{words.offline}</p>}
      {queue.queues
        .filter(({ openNow }) => !openNow)
        .map(({ name, title, opensAt }) => (
          <p key={name} class="note desk-closed">
            {opensAt === undefined
              ? words.closedQueue(title[language])
              : words.closedQueueUntil(title[language], dateTime(opensAt, language, queue.now))}
          </p>
        ))}
      {anyLine && (
        <QueueFilterForm
          filter={filter}
          queues={queue.queues}
          language={language}
          words={words}
          wish={props.wish}
          onFilter={props.onFilter}
        />
      )}
      {isFiltering(filter) && anyLine && !anyShown && <p class="note">{words.noMatch}</p>}
      <QueueList
        {...shown}
        queue={queue}
        sections={sections}
        chosenId={props.chosenId}
        supervisor={me.supervisor}
        wish={props.wish}
        onAccept={(escalation) => void acts.accept(escalation)}
        onPass={(escalation) => void acts.pass(escalation)}
        whenEmpty={
          <EmptyQueue
            available={me.available}
            soundOn={attention.soundOn}
            words={words}
            onAvailable={() => void acts.setAvailable(true)}
            onSound={() => attention.setSound(true)}
            onWithBot={() => props.onBotList(true)}
          />
        }
      />
      <PromiseList {...shown} api={api} />
      <BotConversations
        {...shown}
        api={api}
        open={props.botListOpen}
        onOpen={props.onBotList}
        chosenId={props.chosenId}
        onTakeOver={(conversationId) => void acts.takeOver(conversationId)}
      />
    </>
  )
}
