import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { DeskMessage, DeskPromiseProposal, Language } from '../../bot/http/api.ts'
import { AttachButton, takesFiles } from '../shared/attach-button.tsx'
import { sharedWords } from '../shared/problem-words.ts'
import type { Drafts } from './drafts.ts'
import type { FocusWish } from './focus-wish.ts'
import { PendingFiles, type SendFile, usePendingFiles } from './pending-files.tsx'
import { PromiseAhead } from './promise-ahead.tsx'
import { type Mode, ReplyModes } from './reply-modes.tsx'
import { type Insertion, useInsertion } from './use-insertion.ts'
import type { DeskWords } from './words/en.ts'

const LIMIT = 4000

/** Writes to the customer, to colleagues, or one's last message anew. Keeps what was written until it is stored. */
export function ReplyBox(props: {
  conversationId: string
  customerName: string
  /** May write to the customer; else notes alone. */
  canWrite: boolean
  /** Their own last message, if it can be corrected. */
  correctable: DeskMessage | undefined
  drafts: Drafts
  wish: FocusWish | undefined
  /** What else is to be written where the cursor stands. */
  insertion: Insertion | undefined
  language: Language
  words: DeskWords
  /** What stands above it. */
  above: ComponentChildren
  onReplies: () => void
  /** The customer may be told that an answer is being written. */
  onTyping: () => void
  /** What a text would promise if it was sent. */
  hear: (text: string) => Promise<readonly DeskPromiseProposal[]>
  onSend: (text: string, clientId: string) => Promise<boolean>
  onSendFile: SendFile
  onNote: (text: string) => Promise<boolean>
  onCorrect: (seq: number, text: string, clientId: string) => Promise<boolean>
}) {
  const { words, canWrite, correctable, drafts, wish } = props
  const [mode, setMode] = useState<Mode>({ kind: canWrite ? 'reply' : 'closed' })
  const keyOf = (of: Mode) => `${props.conversationId} ${of.kind} ${of.kind === 'correction' ? of.of.seq : ''}`
  const key = keyOf(mode)
  const draft = drafts.read(key)
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const [sending, setSending] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const files = usePendingFiles(props.onSendFile)
  useInsertion(box, props.insertion, mode.kind === 'reply', () => canWrite && setMode({ kind: 'reply' }))
  const wantsFocus = useRef(false)
  const { text } = draft
  const canSend = text.trim() !== '' && text.length <= LIMIT && !sending
  // Who loses the right to write while typing goes on in a note: what they type must not press keys of the desk.
  useLayoutEffect(() => {
    if (canWrite && mode.kind === 'closed') setMode({ kind: 'reply' })
    if (!canWrite && (mode.kind === 'reply' || mode.kind === 'correction'))
      setMode({ kind: document.activeElement === box.current ? 'note' : 'closed' })
  }, [canWrite, mode.kind])

  const choose = (wanted: Mode) => {
    if (wanted.kind === 'correction' && drafts.read(keyOf(wanted)).text === '')
      drafts.write(keyOf(wanted), wanted.of.correctedTo ?? wanted.of.text)
    setMode(wanted)
    wantsFocus.current = true
  }
  // Before the next key: what is typed then is meant for the box.
  useLayoutEffect(() => {
    if (wantsFocus.current) box.current?.focus()
    wantsFocus.current = false
  })
  const correctLast = () => correctable && choose({ kind: 'correction', of: correctable })
  const leaveCorrection = () => {
    drafts.clear(key)
    choose({ kind: 'reply' })
  }
  useLayoutEffect(() => {
    if (wish?.place === 'note') choose({ kind: 'note' })
    else if (wish?.place === 'reply' && canWrite) choose({ kind: 'reply' })
  }, [wish, canWrite])

  const store = () => {
    switch (mode.kind) {
      case 'closed':
        return false
      case 'reply':
        return props.onSend(text.trim(), draft.clientId)
      case 'note':
        return props.onNote(text.trim())
      case 'correction':
        return props.onCorrect(mode.of.seq, text.trim(), draft.clientId)
      default:
        return mode satisfies never
    }
  }
  const send = async () => {
    if (!canSend) return
    setSending(true)
    const stored = await store()
    setSending(false)
    if (!stored) return
    drafts.clear(key)
    if (mode.kind === 'correction') setMode({ kind: 'reply' })
    wantsFocus.current = true
    redraw(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: Safari's name for a key that belongs to an input method.
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    } else if (event.key === '/' && mode.kind === 'reply' && text === '') {
      event.preventDefault()
      props.onReplies()
    } else if (event.key === 'Escape') {
      if (mode.kind === 'correction') leaveCorrection()
      else box.current?.blur()
    } else if (event.key === 'ArrowUp' && mode.kind === 'reply' && text === '' && correctable) {
      event.preventDefault()
      correctLast()
    }
  }

  if (mode.kind === 'closed') {
    return (
      <div class="reply" data-mode="closed">
        {props.above}
        <button type="button" class="button button-small" onClick={() => choose({ kind: 'note' })}>
          {words.addNote}
        </button>
      </div>
    )
  }
  const looks = {
    reply: { label: words.replyTo(props.customerName), hint: words.replyPlaceholder, submit: words.send },
    note: { label: words.noteLabel, hint: words.notePlaceholder, submit: words.saveNote },
    correction: { label: words.correctLabel(props.customerName), hint: '', submit: words.saveCorrection },
  }[mode.kind]
  return (
    <form
      class="reply"
      data-mode={mode.kind}
      {...(mode.kind === 'reply' && takesFiles(files.add))}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {props.above}
      <ReplyModes
        mode={mode}
        canWrite={canWrite}
        canCorrect={correctable !== undefined && text === ''}
        words={words}
        onReply={() => choose({ kind: 'reply' })}
        onNote={() => choose({ kind: 'note' })}
        onCorrect={correctLast}
        onLeaveCorrection={leaveCorrection}
      />
      <textarea
        ref={box}
        class="input"
        rows={2}
        value={text}
        aria-label={looks.label}
        aria-invalid={text.length > LIMIT}
        placeholder={looks.hint}
        onInput={(event) => {
          drafts.write(key, event.currentTarget.value)
          if (mode.kind === 'reply') props.onTyping()
          redraw(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      {text.length > LIMIT && <p class="problem">{words.tooLong}</p>}
      {mode.kind === 'reply' && <PromiseAhead text={text} hear={props.hear} language={props.language} words={words} />}
      <PendingFiles files={files} language={props.language} words={words} />
      <div class="reply-tools">
        {mode.kind === 'reply' && (
          <>
            <AttachButton label={sharedWords[props.language].files.attach} onFiles={files.add} />
            <button type="button" class="button button-quiet" onClick={props.onReplies}>
              {words.help.replies} <kbd>/</kbd>
            </button>
          </>
        )}
        <button type="submit" class="button button-primary" disabled={!canSend}>
          {looks.submit}
        </button>
      </div>
    </form>
  )
}
