import type { DeskMessage, DeskNote, Language } from '../../bot/http/api.ts'
import { FileView } from '../shared/file-view.tsx'
import { LinkedText } from '../shared/linked-text.tsx'
import { dateTime } from '../shared/numbers.ts'
import { Understood } from './understood.tsx'
import type { DeskWords } from './words/en.ts'

interface LineProps {
  language: Language
  words: DeskWords
}

/** One message; of a corrected one the newest text, with what it said before on demand. */
export function MessageLine(props: LineProps & { message: DeskMessage; read: boolean }) {
  const { message, language, words } = props
  const { correctedTo, understood } = message
  return (
    <article class="message" data-from={message.from} data-mine={message.mine}>
      <h3>
        {message.mine ? words.you : (message.authorName ?? words.from[message.from])}
        <At at={message.at} language={language} />
        {correctedTo !== undefined && <span class="message-edited">{words.edited}</span>}
      </h3>
      {message.file ? (
        <FileView file={message.file} language={language} />
      ) : (
        <p class="message-text" dir="auto">
          <LinkedText text={correctedTo ?? message.text} />
        </p>
      )}
      {correctedTo !== undefined && (
        <details class="message-before">
          <summary>{words.showOriginal}</summary>
          <p class="message-text" dir="auto">
            <LinkedText text={message.text} />
          </p>
        </details>
      )}
      {understood && <Understood understood={understood} language={language} words={words} />}
      {props.read && <p class="message-read">✓ {words.readByCustomer}</p>}
    </article>
  )
}

/** A word among colleagues: set apart by its words, its frame and its colour. */
export function NoteLine({ note, language, words }: LineProps & { note: DeskNote }) {
  return (
    <article class="message note-line">
      <h3>
        {words.note} · {note.authorName}
        <At at={note.at} language={language} />
        <span class="note-help">{words.noteHelp}</span>
      </h3>
      <p class="message-text" dir="auto">
        <LinkedText text={note.text} />
      </p>
    </article>
  )
}

function At({ at, language }: { at: number; language: Language }) {
  return <time dateTime={new Date(at).toISOString()}>{dateTime(at, language, Date.now())}</time>
}
