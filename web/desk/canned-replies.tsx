import { useEffect, useRef, useState } from 'preact/hooks'
import type { CannedReply, DeskConversation, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { LOCALES } from '../shared/language.ts'
import { Modal } from '../shared/modal.tsx'
import { fillReply } from './fill-reply.ts'
import { matchingReplies } from './matching-replies.ts'
import type { HelpWords } from './words/help-en.ts'

/** Finds a reply of the pack by typing; Enter or a click puts it into the answer, in the customer's language. */
export function CannedReplies(props: {
  api: ApiClient
  conversation: DeskConversation
  language: Language
  words: HelpWords
  onInsert: (text: string) => void
  onClose: () => void
}) {
  const { api, conversation, language, words } = props
  const [replies, setReplies] = useState<CannedReply[] | 'failed'>()
  const [sought, setSought] = useState('')
  const places = useRef<HTMLElement>(null)
  useEffect(() => {
    let closed = false
    void api.get<{ replies: CannedReply[] }>('/api/desk/replies').then((result) => {
      if (!closed) setReplies(result.ok ? result.value.replies : 'failed')
    })
    return () => {
      closed = true
    }
  }, [api])

  const all = Array.isArray(replies) ? replies : []
  const found = matchingReplies(all, sought)
  const insert = (reply: CannedReply | undefined) => {
    if (!reply) return
    props.onClose()
    props.onInsert(fillReply(reply.text[conversation.language], conversation))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that ends a Chinese composition is not meant for the page.
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') step(places.current, 1)
    else if (event.key === 'ArrowUp') step(places.current, -1)
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) insert(found[0])
    else return
    event.preventDefault()
  }
  const said =
    replies === undefined
      ? words.loading
      : replies === 'failed'
        ? words.failed
        : all.length === 0
          ? words.noReplies
          : found.length === 0
            ? words.noReplyFound
            : words.found(found.length)
  return (
    <Modal title={words.replies} onClose={props.onClose}>
      <search class="replies" ref={places} onKeyDown={onKeyDown}>
        <input
          type="search"
          class="input"
          aria-label={words.replySearch}
          placeholder={words.replySearch}
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        <p class="note" role="status">
          {said}
        </p>
        <ul>
          {found.map((reply, place) => (
            <li key={reply.name}>
              <button type="button" class="canned-reply" onClick={() => insert(reply)}>
                <strong>
                  {reply.title[language]} {place === 0 && <kbd>Enter</kbd>}
                </strong>
                <span lang={LOCALES[conversation.language]}>
                  {fillReply(reply.text[conversation.language], conversation)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </search>
      <p class="note">{words.replyHint}</p>
    </Modal>
  )
}

/** Moves the focus among the search box and the replies. */
function step(places: HTMLElement | null, by: 1 | -1): void {
  const all = Array.from(places?.querySelectorAll<HTMLElement>('input, button') ?? [])
  all[all.findIndex((place) => place.matches(':focus')) + by]?.focus()
}
