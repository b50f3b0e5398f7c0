import { useEffect, useState } from 'preact/hooks'
import type { DeskConversation, DeskHelp } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import type { Insertion } from './use-insertion.ts'

export interface Help {
  /** Of this conversation; what was read before stays while it is read again. */
  read: DeskHelp | undefined
  /** It could not be read the last time: no reason to disturb anybody's work. */
  failed: boolean
  insertion: Insertion | undefined
  insert(text: string): void
  repliesOpen: boolean
  showReplies(open: boolean): void
}

/** What helps answer the shown conversation: read when it is opened, and when the customer has written. */
export function useHelp(api: ApiClient, { id, messages }: Pick<DeskConversation, 'id' | 'messages'>): Help {
  const [state, setState] = useState<{ id: string; read?: DeskHelp; failed: boolean }>({ id, failed: false })
  const [insertion, setInsertion] = useState<Insertion>()
  const [repliesOpen, showReplies] = useState(false)
  const lastSeq = messages.findLast(({ from }) => from === 'customer')?.seq

  // A new message of the customer is the reason to read again.
  useEffect(() => {
    let stale = false
    void api.get<DeskHelp>(`/api/desk/conversations/${encodeURIComponent(id)}/help`).then((result) => {
      if (stale) return
      if (result.ok) setState({ id, read: result.value, failed: false })
      else setState((before) => (before.id === id ? { ...before, failed: true } : { id, failed: true }))
    })
    return () => {
      stale = true
    }
  }, [api, id, lastSeq])
  useEffect(() => showReplies(false), [id])

  const current = state.id === id ? state : undefined
  return {
    read: current?.read,
    failed: current?.failed ?? false,
    insertion,
    insert: (text) => setInsertion({ text }),
    repliesOpen,
    showReplies,
  }
}
