import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DeskConversation, DeskEscalation, Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { ConversationView } from './conversation-view.tsx'
import { QueueList } from './queue-list.tsx'
import { ResolveDialog, type Verdict } from './resolve-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { useArrivalSound } from './use-arrival-sound.ts'
import { useChosenConversation } from './use-chosen-conversation.ts'
import { useDesk } from './use-desk.ts'
import { useShortcuts } from './use-shortcuts.ts'
import type { DeskWords } from './words/en.ts'

type Said = { tone: 'note' | 'problem'; text: string }

export function DeskPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: DeskWords
}) {
  const { api, language, words } = props
  const [chosenId, choose] = useChosenConversation()
  const desk = useDesk(api, chosenId, props.onProblem)
  const { queue, conversation } = desk
  const [said, setSaid] = useState<Said>()
  const [dialog, setDialog] = useState<'resolve' | 'shortcuts'>()
  const [focusRequest, setFocusRequest] = useState(0)
  const waitingIds = useMemo(() => queue?.waiting.map((escalation) => escalation.id), [queue])
  const [soundOn, setSoundOn] = useArrivalSound(waitingIds)

  const waiting = queue?.waiting.length ?? 0
  useEffect(() => {
    document.title = waiting > 0 ? words.titleWaiting(waiting) : words.title
  }, [waiting, words])

  const tellProblem = (problem: ApiProblem) => {
    setSaid({ tone: 'problem', text: problemWords(problem, language) })
    props.onProblem(problem)
    desk.refresh()
  }

  // A second click would lose against the first, or hit the next in the list, which has moved up.
  const accepting = useRef(false)
  const accept = async (escalation: Pick<DeskEscalation, 'id' | 'conversationId'>) => {
    if (accepting.current) return
    accepting.current = true
    setSaid(undefined)
    const result = await api.post<DeskConversation>(
      `/api/desk/escalations/${encodeURIComponent(escalation.id)}/accept`,
      {},
    )
    accepting.current = false
    if (!result.ok) return tellProblem(result.problem)
    choose(escalation.conversationId)
    desk.show(result.value)
    desk.refresh()
    setFocusRequest((request) => request + 1)
  }

  const act = async (action: 'messages' | 'return' | 'resolve', body: unknown): Promise<boolean> => {
    if (!conversation) return false
    setSaid(undefined)
    const result = await api.post(`/api/desk/conversations/${encodeURIComponent(conversation.id)}/${action}`, body)
    if (result.ok) desk.refresh()
    else tellProblem(result.problem)
    return result.ok
  }

  const sendFile = async (conversationId: string, file: File, clientId: string) => {
    const path = `/api/desk/conversations/${encodeURIComponent(conversationId)}/files`
    const result = await api.upload(path, file, clientId)
    desk.refresh()
    if (result.ok) return undefined
    props.onProblem(result.problem)
    return result.problem
  }

  const resolve = async (verdict: Verdict) => {
    setDialog(undefined)
    if (await act('resolve', verdict)) setSaid({ tone: 'note', text: words.resolved })
  }
  const returnToBot = async () => {
    if (await act('return', {})) setSaid({ tone: 'note', text: words.returned })
  }

  const step = (by: 1 | -1) => {
    const ids = queue ? [...queue.waiting, ...queue.mine].map((escalation) => escalation.conversationId) : []
    const at = ids.indexOf(chosenId ?? '')
    const next = at < 0 ? ids[by === 1 ? 0 : ids.length - 1] : ids[at + by]
    if (next !== undefined) choose(next)
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    a: () => {
      const escalation = conversation?.escalation
      if (conversation?.owner === 'queued' && escalation) void accept(escalation)
    },
    r: () => setFocusRequest((request) => request + 1),
    e: () => conversation?.mine && setDialog('resolve'),
    '?': () => setDialog('shortcuts'),
  })

  return (
    <main class="desk" data-pane={chosenId === undefined ? 'queue' : 'conversation'}>
      <h1 class="visually-hidden">{words.title}</h1>
      <div class="desk-side">
        <div class="desk-tools">
          <button type="button" class="button button-quiet" aria-pressed={soundOn} onClick={() => setSoundOn(!soundOn)}>
            {soundOn ? words.soundOn : words.soundOff}
          </button>
          <button type="button" class="button button-quiet" onClick={() => setDialog('shortcuts')}>
            {words.shortcuts} <kbd>?</kbd>
          </button>
        </div>
        {!desk.connected && queue && <p class="note desk-offline">{words.offline}</p>}
        {queue ? (
          <QueueList
            queue={queue}
            language={language}
            words={words}
            chosenId={chosenId}
            clockOffsetMs={desk.clockOffsetMs}
            onChoose={choose}
            onAccept={(escalation) => void accept(escalation)}
          />
        ) : (
          <p class="note empty">{sharedWords[language].loading}</p>
        )}
      </div>
      <div class="desk-main">
        <div role="status">{said && <p class={said.tone === 'problem' ? 'problem' : 'said'}>{said.text}</p>}</div>
        {conversation ? (
          <ConversationView
            api={api}
            conversation={conversation}
            language={language}
            words={words}
            focusRequest={focusRequest}
            onBack={() => choose(undefined)}
            onAccept={() => conversation.escalation && void accept(conversation.escalation)}
            onSend={(text, clientId) => act('messages', { text, clientId })}
            onSendFile={(file, clientId) => sendFile(conversation.id, file, clientId)}
            onResolve={() => setDialog('resolve')}
            onReturn={() => void returnToBot()}
          />
        ) : (
          <p class="note empty">{chosenId === undefined ? words.chooseOne : sharedWords[language].loading}</p>
        )}
      </div>
      {dialog === 'resolve' && conversation && (
        <ResolveDialog
          conversation={conversation}
          language={language}
          words={words}
          onResolve={(verdict) => void resolve(verdict)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'shortcuts' && (
        <ShortcutsDialog words={words} closeLabel={sharedWords[language].close} onClose={() => setDialog(undefined)} />
      )}
    </main>
  )
}
