import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { DeskEscalation, DeskPromise, DeskQueue, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { dateTime } from '../shared/numbers.ts'
import { BotConversations } from './bot-conversations.tsx'
import { DeskTools } from './desk-tools.tsx'
import type { FocusWish } from './focus-wish.ts'
import { PresenceBar } from './presence-bar.tsx'
import { PromiseList, type Whose } from './promise-list.tsx'
import { isFiltering, type QueueFilter, type QueueSections } from './queue-filter.ts'
import { QueueFilterForm } from './queue-filter-form.tsx'
import { OfferedList, QueueList } from './queue-list.tsx'
import { type SideView, SideViews } from './side-views.tsx'
import type { Attention } from './use-attention.ts'
import type { DeskActs } from './use-desk-acts.ts'
import { usePromiseNews } from './use-promise-news.ts'
import type { DeskPromises } from './use-promises.ts'
import { useReading } from './use-reading.ts'
import type { DeskWords } from './words/en.ts'

/** So few lines are found by looking. */
const FILTER_FROM = 8
const PROMISES_EVERY_MS = 30_000

/** The left side: one's own presence, what is offered, and then the queue, the promises or whom the bot serves. */
export function DeskSide(props: {
  api: ApiClient
  queue: DeskQueue
  sections: QueueSections
  filter: QueueFilter
  onFilter: (filter: QueueFilter) => void
  view: SideView
  onView: (view: SideView) => void
  acts: DeskActs
  attention: Attention
  promises: DeskPromises
  connected: boolean
  chosenId: string | undefined
  onChoose: (conversationId: string) => void
  onTeams: () => void
  onShortcuts: () => void
  clockOffsetMs: number
  wish: FocusWish | undefined
  /** What to do while nobody waits. */
  whenEmpty: ComponentChildren
  language: Language
  words: DeskWords
}) {
  const { api, queue, sections, filter, acts, view, words, language, clockOffsetMs, wish } = props
  const lines = [...queue.waiting, ...queue.mine, ...queue.others]
  const promisesSign = lines
    .flatMap((line) => line.promises.map(({ id, contact }) => `${id} ${contact}`))
    // Whoever opens the list sees it as it is now.
    .concat(props.promises.sign, view === 'promises' ? 'shown' : [])
    .join()
  const promises = useReading<{ promises: DeskPromise[] }>(api, '/api/desk/promises', PROMISES_EVERY_MS, promisesSign)
  const [whose, setWhose] = useState<Whose>('all')
  usePromiseNews(promises.value?.promises, queue.me.supervisor, props.attention, { language, words })
  const shown = { language, words, clockOffsetMs, onChoose: props.onChoose, chosenId: props.chosenId }
  const cards = {
    ...shown,
    supervisor: queue.me.supervisor,
    onAccept: (escalation: DeskEscalation) => void acts.accept(escalation),
    onPass: (escalation: DeskEscalation) => void acts.pass(escalation),
  }
  return (
    <>
      <PresenceBar
        queue={queue}
        language={language}
        words={words}
        onAvailable={(available) => void acts.setAvailable(available)}
      />
      <DeskTools attention={props.attention} words={words} onTeams={props.onTeams} onShortcuts={props.onShortcuts} />
      {!props.connected && <p class="note desk-offline">{words.offline}</p>}
      <OfferedList {...cards} offered={sections.offered} />
      <SideViews
        view={view}
        waiting={queue.waiting.length}
        promises={promises.value?.promises ?? []}
        language={language}
        words={words}
        wish={wish}
        onView={props.onView}
      />
      {view === 'promises' && (
        <PromiseList
          {...shown}
          reading={promises}
          whose={whose}
          onWhose={setWhose}
          promises={props.promises}
          now={queue.now}
        />
      )}
      {view === 'bot' && (
        <BotConversations {...shown} api={api} onTakeOver={(conversationId) => void acts.takeOver(conversationId)} />
      )}
      {view === 'queue' && (
        <>
          <ClosedQueues queue={queue} language={language} words={words} />
          {(lines.length >= FILTER_FROM || isFiltering(filter)) && (
            <QueueFilterForm
              filter={filter}
              queues={queue.queues}
              language={language}
              words={words}
              wish={wish}
              onFilter={props.onFilter}
            />
          )}
          {isFiltering(filter) && Object.values(sections).every((lines: DeskEscalation[]) => lines.length === 0) && (
            <p class="note">{words.noMatch}</p>
          )}
          <QueueList {...cards} queue={queue} sections={sections} whenEmpty={props.whenEmpty} />
        </>
      )}
    </>
  )
}

/** Which queues nobody is expected to serve now, and until when. */
function ClosedQueues({ queue, language, words }: { queue: DeskQueue; language: Language; words: DeskWords }) {
  return (
    <>
      {queue.queues
        .filter(({ openNow }) => !openNow)
        .map(({ name, title, opensAt }) => (
          <p key={name} class="note desk-closed">
            {opensAt === undefined
              ? words.closedQueue(title[language])
              : words.closedQueueUntil(title[language], dateTime(opensAt, language, queue.now))}
          </p>
        ))}
    </>
  )
}
