import { useRef, useState } from 'preact/hooks'
import type { DeskConversation, DeskEscalation, DeskMessage, Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem, ApiResult } from '../shared/api-client.ts'
import { problemWords } from '../shared/problem-words.ts'
import type { Place } from './focus-wish.ts'
import type { SendFile } from './pending-files.tsx'
import type { Verdict } from './resolve-dialog.tsx'
import type { Transfer } from './transfer-targets.ts'
import type { Desk } from './use-desk.ts'
import type { DeskWords } from './words/en.ts'

/** What the desk says of the last act. */
export interface Said {
  tone: 'note' | 'problem'
  text: string
}

export interface DeskActs {
  said: Said | undefined
  say(said: Said): void
  accept(escalation: Pick<DeskEscalation, 'id' | 'conversationId'>): Promise<void>
  pass(escalation: Pick<DeskEscalation, 'id'>): Promise<void>
  takeOver(conversationId: string): Promise<void>
  join(): Promise<void>
  leave(): Promise<void>
  transfer(transfer: Transfer, toName: string): Promise<void>
  returnToBot(): Promise<void>
  resolve(verdict: Verdict): Promise<void>
  setAvailable(available: boolean): Promise<void>
  /** The message as it is stored; undefined when it is not. */
  send(text: string, clientId: string): Promise<DeskMessage | undefined>
  correct(seq: number, text: string, clientId: string): Promise<boolean>
  addNote(text: string): Promise<boolean>
  sendFile: SendFile
}

/** Everything an agent does at the desk: one request each, then what came of it in words, and the focus where work goes on. */
export function useDeskActs(props: {
  api: ApiClient
  desk: Desk
  choose: (conversationId: string) => void
  wish: (place: Place) => void
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: DeskWords
}): DeskActs {
  const { api, desk, words } = props
  const [said, setSaid] = useState<Said>()
  // A second click would lose against the first, or hit the next in the list, which has moved up.
  const busy = useRef(false)

  async function post<Value>(path: string, body: unknown): Promise<ApiResult<Value>> {
    setSaid(undefined)
    const result = await api.post<Value>(`/api/desk/${path}`, body)
    if (!result.ok) {
      setSaid({ tone: 'problem', text: problemWords(result.problem, props.language) })
      props.onProblem(result.problem)
    }
    desk.refresh()
    return result
  }

  /** One at a time, for what must not happen twice. */
  async function once(act: () => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    await act().finally(() => {
      busy.current = false
    })
  }

  const conversationPath = (action: string, id = desk.conversation?.id ?? '') =>
    `conversations/${encodeURIComponent(id)}/${action}`
  const escalationPath = (id: string, action: string) => `escalations/${encodeURIComponent(id)}/${action}`

  /** An act on the shown conversation that is told in a sentence. */
  const act = (action: string, body: unknown, told: string, place: Place) =>
    once(async () => {
      const result = await post(conversationPath(action), body)
      if (!result.ok) return
      setSaid({ tone: 'note', text: told })
      props.wish(place)
    })

  /** The shown one is ours now. */
  const enter = (conversation: DeskConversation) => {
    props.choose(conversation.id)
    desk.show(conversation)
    props.wish('reply')
  }

  return {
    said,
    say: setSaid,
    accept: ({ id }) =>
      once(async () => {
        const result = await post<DeskConversation>(escalationPath(id, 'accept'), {})
        if (result.ok) enter(result.value)
      }),
    pass: ({ id }) =>
      once(async () => {
        const result = await post(escalationPath(id, 'pass'), {})
        if (!result.ok) return
        setSaid({ tone: 'note', text: words.passed })
        props.wish('queue')
      }),
    takeOver: (id) =>
      once(async () => {
        const result = await post<DeskConversation>(conversationPath('take-over', id), {})
        if (!result.ok) return
        enter(result.value)
        setSaid({ tone: 'note', text: words.tookOver })
      }),
    join: () => act('join', {}, words.joinedSaid, 'reply'),
    leave: () => act('leave', {}, words.leftSaid, 'conversation'),
    transfer: (transfer, toName) => act('transfer', transfer, words.transferred(toName), 'conversation'),
    returnToBot: () => act('return', {}, words.returned, 'conversation'),
    resolve: (verdict) => act('resolve', verdict, words.resolved, 'conversation'),
    setAvailable: (available) =>
      once(async () => {
        const result = await post('presence', { available })
        if (result.ok) setSaid({ tone: 'note', text: available ? words.nowAvailable : words.nowOnBreak })
      }),
    send: async (text, clientId) => {
      const result = await post<{ message: DeskMessage }>(conversationPath('messages'), { text, clientId })
      return result.ok ? result.value.message : undefined
    },
    correct: async (seq, text, clientId) => {
      const result = await post(conversationPath(`messages/${seq}/correct`), { text, clientId })
      if (result.ok) setSaid({ tone: 'note', text: words.corrected })
      return result.ok
    },
    sendFile: async (file, clientId) => {
      const result = await api.upload(`/api/desk/${conversationPath('files')}`, file, clientId)
      desk.refresh()
      if (result.ok) return undefined
      props.onProblem(result.problem)
      return result.problem
    },
    addNote: async (text) => {
      const result = await post(conversationPath('notes'), { text })
      if (result.ok) setSaid({ tone: 'note', text: words.noteSaved })
      return result.ok
    },
  }
}
