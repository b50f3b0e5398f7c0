import { useState } from 'preact/hooks'
import type { DeskConversation, DeskQueue, Language } from '../../bot/http/api.ts'
import { Modal } from '../shared/modal.tsx'
import { count } from '../shared/numbers.ts'
import { type Transfer, type TransferColleague, transferColleagues } from './transfer-targets.ts'
import type { DeskWords } from './words/en.ts'

const LIMIT = 4000

/** To a colleague, with what they have to do and whether they are there, or to a queue; with a word for whoever takes it. */
export function TransferDialog(props: {
  queue: DeskQueue
  conversation: DeskConversation
  language: Language
  words: DeskWords
  onTransfer: (transfer: Transfer, toName: string) => void
  onClose: () => void
}) {
  const { queue, conversation, words, language } = props
  const colleagues = transferColleagues(queue, conversation.language)
  const targets = [
    ...colleagues.map(({ agentId, name }) => ({ key: `agent ${agentId}`, name, to: { agentId } })),
    ...queue.queues.map(({ name, title }) => ({ key: `queue ${name}`, name: title[language], to: { queue: name } })),
  ]
  const [chosenKey, setChosenKey] = useState<string>()
  const [comment, setComment] = useState('')
  const chosen = targets.find(({ key }) => key === chosenKey)
  const choice = (key: string) => ({
    type: 'radio' as const,
    name: 'target',
    required: true,
    checked: chosenKey === key,
    onChange: () => setChosenKey(key),
  })
  return (
    <Modal title={words.transferTitle} onClose={props.onClose}>
      <form
        class="transfer"
        onSubmit={(event) => {
          event.preventDefault()
          const word = comment.trim()
          if (chosen) props.onTransfer({ to: chosen.to, ...(word !== '' && { comment: word }) }, chosen.name)
        }}
      >
        <fieldset class="field choices">
          <legend>{words.transferColleagues}</legend>
          {colleagues.length === 0 && <p class="note">{words.noColleagues}</p>}
          <div class="target-list">
            {colleagues.map((colleague) => (
              <label key={colleague.agentId}>
                <input {...choice(`agent ${colleague.agentId}`)} />
                <span>
                  {colleague.name}
                  <span class="note"> · {colleagueWords(colleague, conversation.language, language, words)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset class="field choices">
          <legend>{words.transferQueues}</legend>
          {queue.queues.map(({ name, title, waiting, openNow }) => (
            <label key={name}>
              <input {...choice(`queue ${name}`)} />
              <span>
                {title[language]}
                <span class="note">
                  {' '}
                  · {words.queueWaiting(count(waiting, language))}
                  {!openNow && ` · ${words.queueClosed}`}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="transfer-comment">{words.comment}</label>
          <textarea
            id="transfer-comment"
            rows={2}
            maxLength={LIMIT}
            aria-describedby="transfer-comment-help"
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <p id="transfer-comment-help" class="note">
            {words.commentHelp}
          </p>
        </div>
        <div class="modal-actions">
          <button type="button" class="button" onClick={props.onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={!chosen}>
            {words.confirmTransfer}
          </button>
        </div>
      </form>
    </Modal>
  )
}

/** Whether they are there, how much they have to do, and what speaks against them. */
function colleagueWords(
  { atDesk, available, open, capacity, otherLanguage }: TransferColleague,
  customers: Language,
  language: Language,
  words: DeskWords,
): string {
  return [
    atDesk ? (available ? words.atDesk : words.awayBreak) : words.away,
    words.loadOf(count(open, language), count(capacity, language)),
    open >= capacity && words.full,
    otherLanguage && words.otherLanguage(words.language[customers]),
  ]
    .filter((part) => part !== false)
    .join(' · ')
}
