import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { AttachButton, takesFiles } from '../shared/attach-button.tsx'
import { newClientId } from '../shared/client-id.ts'
import { sharedWords } from '../shared/problem-words.ts'
import { PendingFiles, type SendFile, usePendingFiles } from './pending-files.tsx'
import { type Insertion, useInsertion } from './use-insertion.ts'
import type { DeskWords } from './words/en.ts'

const LIMIT = 4000

/** Keeps what was written until it is stored; the same text tried again goes out under the same id. */
export function ReplyBox(props: {
  language: Language
  words: DeskWords
  customerName: string
  /** Counts up when the box should take the focus. */
  focusRequest: number
  /** What else is to be written where the cursor stands. */
  insertion: Insertion | undefined
  onReplies: () => void
  onSend: (text: string, clientId: string) => Promise<boolean>
  onSendFile: SendFile
}) {
  const { words } = props
  const files = usePendingFiles(props.onSendFile)
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const clientId = useRef(newClientId())
  const box = useRef<HTMLTextAreaElement>(null)
  const canSend = text.trim() !== '' && text.length <= LIMIT && !sending

  useInsertion(box, props.insertion)
  useEffect(() => {
    if (props.focusRequest > 0) box.current?.focus()
  }, [props.focusRequest])

  const send = async () => {
    if (!canSend) return
    setSending(true)
    const stored = await props.onSend(text.trim(), clientId.current)
    setSending(false)
    if (!stored) return
    clientId.current = newClientId()
    setText('')
    box.current?.focus()
  }

  return (
    <form
      class="reply"
      {...takesFiles(files.add)}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <textarea
        ref={box}
        class="input"
        rows={2}
        value={text}
        aria-label={words.replyTo(props.customerName)}
        aria-invalid={text.length > LIMIT}
        placeholder={words.replyPlaceholder}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === '/' && text === '' && !event.isComposing) {
            event.preventDefault()
            props.onReplies()
          }
          // 229: Safari's name for a key that belongs to an input method.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          void send()
        }}
      />
      {text.length > LIMIT && <p class="problem">{words.tooLong}</p>}
      <PendingFiles files={files} language={props.language} words={words} />
      <div class="reply-tools">
        <AttachButton label={sharedWords[props.language].files.attach} onFiles={files.add} />
        <button type="button" class="button button-quiet" onClick={props.onReplies}>
          {words.help.replies} <kbd>/</kbd>
        </button>
        <button type="submit" class="button button-primary" disabled={!canSend}>
          {words.send}
        </button>
      </div>
    </form>
  )
}
