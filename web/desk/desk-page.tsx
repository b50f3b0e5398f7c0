import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { sharedWords } from '../shared/problem-words.ts'
import { ShortcutsDialog } from '../shared/shortcuts-dialog.tsx'
import { useMedia } from '../shared/use-media.ts'
import { useShortcuts } from '../shared/use-shortcuts.ts'
import { ConversationView } from './conversation-view.tsx'
import { DeskSide } from './desk-side.tsx'
import { createDrafts } from './drafts.ts'
import { EmptyQueue } from './empty-queue.tsx'
import { useFocusWish } from './focus-wish.ts'
import { type Act, possibleActs } from './possible-acts.ts'
import { PromiseDialog } from './promise-dialog.tsx'
import { inOrder, NO_FILTER, queueSections } from './queue-filter.ts'
import { ResolveDialog } from './resolve-dialog.tsx'
import { type Shortcut, shortcutGroups } from './shortcuts.ts'
import type { SideView } from './side-views.tsx'
import { TeamsLinkDialog } from './teams-link-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useAttention } from './use-attention.ts'
import { useChosenConversation } from './use-chosen-conversation.ts'
import { useDesk } from './use-desk.ts'
import { useDeskActs } from './use-desk-acts.ts'
import { useDeskPromises } from './use-promises.ts'
import type { DeskWords } from './words/en.ts'

export function DeskPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: DeskWords
}) {
  const { api, language, words } = props
  const [chosenId, choose] = useChosenConversation()
  const [wish, wishFocus] = useFocusWish()
  const desk = useDesk(api, chosenId, props.onProblem)
  const { queue, conversation } = desk
  const acts = useDeskActs({ ...props, desk, choose, wish: wishFocus })
  const attention = useAttention({
    queue,
    shownId: chosenId,
    words,
    onOpen: choose,
    onRefused: (text) => acts.say({ tone: 'problem', text }),
  })
  const promises = useDeskPromises({ api, acts, onDone: desk.refresh, language, words })
  const [dialog, setDialog] = useState<'resolve' | 'transfer' | 'teams' | 'shortcuts'>()
  const [filter, setFilter] = useState(NO_FILTER)
  const [view, setView] = useState<SideView>('queue')
  const wide = useMedia('(min-width: 861px)')
  const drafts = useMemo(createDrafts, [])
  const sections = useMemo(() => queue && queueSections(queue, filter), [queue, filter])
  const possible: ReadonlySet<Act> = conversation
    ? possibleActs(conversation, queue?.me.supervisor === true)
    : new Set<Act>()

  const waiting = queue?.waiting.length ?? 0
  useEffect(() => {
    document.title = waiting > 0 ? words.titleWaiting(waiting) : words.title
  }, [waiting, words])

  const act = (wanted: Exclude<Act, 'write'>) => {
    if (!conversation || !possible.has(wanted)) return
    const { id, escalation } = conversation
    switch (wanted) {
      case 'accept':
        return escalation && void acts.accept(escalation)
      case 'pass':
        return escalation && void acts.pass(escalation)
      case 'take-over':
        return void acts.takeOver(id)
      case 'join':
        return void acts.join()
      case 'leave':
        return void acts.leave()
      case 'return':
        return void acts.returnToBot()
      case 'transfer':
      case 'resolve':
        return setDialog(wanted)
      default:
        return wanted satisfies never
    }
  }
  const step = (by: 1 | -1) => {
    const ids = sections ? inOrder(sections) : []
    const at = ids.indexOf(chosenId ?? '')
    const next = at < 0 ? ids[by === 1 ? 0 : ids.length - 1] : ids[at + by]
    if (next === undefined) return
    choose(next)
    wishFocus('conversation')
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    f: () => {
      setView('queue')
      wishFocus('filter')
    },
    w: () => setView(view === 'bot' ? 'queue' : 'bot'),
    d: () => setView(view === 'promises' ? 'queue' : 'promises'),
    m: () => conversation && promises.ask({ kind: 'make', conversationId: conversation.id, what: '' }),
    a: () => act('accept'),
    x: () => act('pass'),
    o: () => act('take-over'),
    i: () => act(possible.has('leave') ? 'leave' : 'join'),
    r: () => wishFocus('reply'),
    n: () => wishFocus('note'),
    t: () => act('transfer'),
    b: () => act('return'),
    e: () => act('resolve'),
    p: () => queue?.me.takesOffers && void acts.setAvailable(!queue.me.available),
    s: () => attention.setSound(!attention.soundOn),
    '?': () => setDialog('shortcuts'),
  } satisfies Record<Shortcut, () => void>)
  const open = (id: string) => {
    choose(id)
    // The list goes out of sight, and the focus would go with it.
    if (!wide) wishFocus('conversation')
  }
  const back = () => {
    choose(undefined)
    wishFocus('queue')
  }
  const nothingToDo = queue && chosenId === undefined && queue.waiting.length + queue.mine.length === 0
  const pleaseWait = queue && chosenId === undefined ? undefined : sharedWords[language].loading
  const whatToDo = queue && (
    <EmptyQueue
      me={queue.me}
      soundOn={attention.soundOn}
      words={words}
      onAvailable={() => void acts.setAvailable(true)}
      onSound={() => attention.setSound(true)}
      onWithBot={() => setView('bot')}
    />
  )
  const closeDialog = () => setDialog(undefined)

  return (
    <main class="desk" data-pane={chosenId === undefined ? 'queue' : 'conversation'}>
      <h1 class="visually-hidden">{words.title}</h1>
      <p class="visually-hidden" role="status">
        {attention.announcement}
      </p>
      <div class="desk-side">
        {queue && sections ? (
          <DeskSide
            api={api}
            queue={queue}
            sections={sections}
            filter={filter}
            onFilter={setFilter}
            acts={acts}
            attention={attention}
            promises={promises}
            connected={desk.connected}
            view={view}
            onView={setView}
            chosenId={chosenId}
            onChoose={open}
            onTeams={() => setDialog('teams')}
            onShortcuts={() => setDialog('shortcuts')}
            clockOffsetMs={desk.clockOffsetMs}
            wish={wish}
            whenEmpty={
              <div class="empty">
                <p>{words.emptyQueue}</p>
                {!wide && whatToDo}
              </div>
            }
            language={language}
            words={words}
          />
        ) : (
          <p class="note empty">{sharedWords[language].loading}</p>
        )}
      </div>
      <div class="desk-main">
        <div class="desk-said" role="status">
          {acts.said && <p class={acts.said.tone === 'problem' ? 'problem' : 'said'}>{acts.said.text}</p>}
        </div>
        {conversation ? (
          <ConversationView
            api={api}
            conversation={conversation}
            possible={possible}
            acts={acts}
            promises={promises}
            drafts={drafts}
            typing={desk.typing}
            onTyping={desk.sendTyping}
            wish={wish}
            language={language}
            words={words}
            onBack={back}
            onAct={act}
          />
        ) : (
          wide && (nothingToDo ? whatToDo : <p class="note empty">{pleaseWait ?? words.chooseOne}</p>)
        )}
      </div>
      {dialog === 'resolve' && conversation && (
        <ResolveDialog
          conversation={conversation}
          language={language}
          words={words}
          onResolve={(verdict) => {
            closeDialog()
            void acts.resolve(verdict)
          }}
          onClose={closeDialog}
        />
      )}
      {dialog === 'transfer' && conversation && queue && (
        <TransferDialog
          queue={queue}
          conversation={conversation}
          language={language}
          words={words}
          onTransfer={(transfer, toName) => {
            closeDialog()
            void acts.transfer(transfer, toName)
          }}
          onClose={closeDialog}
        />
      )}
      {promises.wish && <PromiseDialog wish={promises.wish} promises={promises} language={language} words={words} />}
      {dialog === 'teams' && <TeamsLinkDialog api={api} language={language} words={words} onClose={closeDialog} />}
      {dialog === 'shortcuts' && (
        <ShortcutsDialog
          title={words.shortcuts}
          groups={shortcutGroups(words)}
          closeLabel={sharedWords[language].close}
          onClose={closeDialog}
        />
      )}
    </main>
  )
}
