import type { DeskMessage } from '../../bot/http/api.ts'
import type { DeskWords } from './words/en.ts'

/** What is being written, and so who will read it. Each has a draft of its own: no text moves from one to another. */
export type Mode = { kind: 'closed' } | { kind: 'reply' } | { kind: 'note' } | { kind: 'correction'; of: DeskMessage }

/** Chooses who will read what is written; while a message is corrected, the way out of that. */
export function ReplyModes(props: {
  mode: Mode
  canWrite: boolean
  canCorrect: boolean
  words: DeskWords
  onReply: () => void
  onNote: () => void
  onCorrect: () => void
  onLeaveCorrection: () => void
}) {
  const { mode, words } = props
  if (mode.kind === 'correction') {
    return (
      <div class="reply-modes">
        <p class="reply-correcting">{words.correcting}</p>
        <button type="button" class="button button-quiet button-small" onClick={props.onLeaveCorrection}>
          {words.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    )
  }
  return (
    <fieldset class="reply-modes" aria-label={words.writeWhat}>
      {props.canWrite && (
        <button type="button" class="reply-mode" aria-pressed={mode.kind === 'reply'} onClick={props.onReply}>
          {words.toCustomer}
        </button>
      )}
      <button type="button" class="reply-mode" aria-pressed={mode.kind === 'note'} onClick={props.onNote}>
        {words.note}
      </button>
      {mode.kind === 'reply' && props.canCorrect && (
        <button type="button" class="button button-quiet button-small reply-edit" onClick={props.onCorrect}>
          {words.editLast} <kbd>↑</kbd>
        </button>
      )}
    </fieldset>
  )
}
