import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { AttachButton, takesFiles } from '../shared/attach-button.tsx'
import { count } from '../shared/numbers.ts'
import { sharedWords } from '../shared/problem-words.ts'
import type { ChatWords } from './words/en.ts'

/** The server takes no more; counted as it counts, in UTF-16 units. */
const LIMIT = 4000
const COUNT_FROM = 3500

export function Composer(props: {
  language: Language
  words: ChatWords
  /** Nothing was written yet: say what happens to it. */
  isFirst: boolean
  offersPerson: boolean
  onTyping: () => void
  onSend: (text: string) => void
  onFiles: (files: File[]) => void
}) {
  const { words, language } = props
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const over = text.length - LIMIT
  const canSend = text.trim() !== '' && over <= 0

  useEffect(() => box.current?.focus({ preventScroll: true }), [])

  const send = () => {
    if (!canSend) return
    props.onSend(text.trim())
    setText('')
    box.current?.focus()
  }

  return (
    <form
      class="composer"
      aria-label={words.composer}
      {...takesFiles(props.onFiles)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {props.isFirst && (
        <p class="note" id="consent">
          {words.consent}{' '}
          <a href="/transparency" target="_blank" rel="noopener">
            {words.transparency}
          </a>
        </p>
      )}
      {props.offersPerson && (
        <button
          type="button"
          class="button button-quiet aside talk-to-person"
          onClick={() => props.onSend(words.talkToPersonText)}
        >
          {words.talkToPerson}
        </button>
      )}
      <div class="composer-row">
        <AttachButton label={sharedWords[language].files.attach} onFiles={props.onFiles} />
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={words.writeLabel}
          aria-describedby={props.isFirst ? 'consent counter' : 'counter'}
          aria-invalid={over > 0}
          placeholder={words.writePlaceholder}
          onInput={(event) => {
            setText(event.currentTarget.value)
            props.onTyping()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
            event.preventDefault()
            send()
          }}
        />
        <button type="submit" class="button button-primary send" disabled={!canSend}>
          {words.send}
        </button>
      </div>
      <p id="counter" class={over > 0 ? 'problem counter' : 'note counter'} aria-live="polite">
        {over > 0
          ? words.tooLong(count(over, language))
          : text.length >= COUNT_FROM && words.counter(count(text.length, language), count(LIMIT, language))}
      </p>
    </form>
  )
}

/** Enter that picks a word in a Chinese input method must not send. Safari ends the composition first: hence 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}
