import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DeskMessage, Language } from '../../bot/http/api.ts'
import { FileView } from '../shared/file-view.tsx'
import { LinkedText } from '../shared/linked-text.tsx'
import { dateTime } from '../shared/numbers.ts'
import { Understood } from './understood.tsx'
import type { DeskWords } from './words/en.ts'

export function Transcript(props: { messages: DeskMessage[]; language: Language; words: DeskWords }) {
  const { words, language } = props
  const place = useRef<HTMLDivElement>(null)
  const lastId = props.messages.at(-1)?.id
  useLayoutEffect(() => place.current?.scrollTo({ top: place.current.scrollHeight }), [lastId])
  return (
    <div
      ref={place}
      class="transcript"
      role="log"
      aria-label={words.transcript}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      {props.messages.map((message) => (
        <article key={message.id} class="message" data-from={message.from}>
          <h3>
            {message.authorName ?? words.from[message.from]}
            <time dateTime={new Date(message.at).toISOString()}>{dateTime(message.at, language, Date.now())}</time>
          </h3>
          {message.file ? (
            <FileView file={message.file} language={language} />
          ) : (
            <p class="message-text" dir="auto">
              <LinkedText text={message.text} />
            </p>
          )}
          {message.understood && <Understood understood={message.understood} language={language} words={words} />}
        </article>
      ))}
    </div>
  )
}
