import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { MessageLine, NoteLine } from './message-line.tsx'
import { lastRead, transcriptEntries } from './transcript-entries.ts'
import type { Desk } from './use-desk.ts'
import type { DeskWords } from './words/en.ts'

/** Closer to the end than this, in pixels, and the reader follows what comes. */
const FOLLOWS_WITHIN = 80

/** What was said, with the notes of colleagues in their places. Who reads further up is told of news, not moved. */
export function Transcript(props: {
  conversation: Pick<DeskConversation, 'messages' | 'notes' | 'customerReadSeq' | 'customer'>
  typing: Desk['typing']
  language: Language
  words: DeskWords
}) {
  const { conversation, typing, language, words } = props
  const { messages, notes, customerReadSeq } = conversation
  const place = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [newsBelow, setNewsBelow] = useState(false)
  const newest = `${messages.at(-1)?.id} ${notes.at(-1)?.id}`
  const readSeq = lastRead(messages, customerReadSeq)
  const lastIsMine = messages.at(-1)?.mine === true

  const goToEnd = () => place.current?.scrollTo({ top: place.current.scrollHeight })
  useLayoutEffect(() => {
    if (atEnd.current || lastIsMine) goToEnd()
    else setNewsBelow(true)
  }, [newest])
  const lookWhere = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget
    atEnd.current = scrollHeight - scrollTop - clientHeight < FOLLOWS_WITHIN
    if (atEnd.current) setNewsBelow(false)
  }

  return (
    <div class="transcript-place">
      <div
        ref={place}
        class="transcript"
        role="log"
        aria-label={words.transcript}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={lookWhere}
      >
        {transcriptEntries(messages, notes).map((entry) =>
          entry.kind === 'note' ? (
            <NoteLine key={entry.note.id} note={entry.note} language={language} words={words} />
          ) : (
            <MessageLine
              key={entry.message.id}
              message={entry.message}
              read={entry.message.seq === readSeq}
              language={language}
              words={words}
            />
          ),
        )}
      </div>
      {typing && (
        // Not announced: it would interrupt over and over.
        <p class="typing-line">{words.isTyping(typing.name ?? conversation.customer.name)}</p>
      )}
      {newsBelow && (
        <button type="button" class="button button-primary news-below" onClick={goToEnd}>
          ↓ {words.newestBelow}
        </button>
      )}
    </div>
  )
}
