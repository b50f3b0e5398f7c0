import { useState } from 'preact/hooks'
import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { Modal } from '../shared/modal.tsx'
import { matchingNeeds } from './matching-needs.ts'
import type { DeskWords } from './words/en.ts'

export interface Verdict {
  outcome: 'resolved' | 'unresolved' | 'spam'
  trueNeed?: string
}

const OUTCOMES: Verdict['outcome'][] = ['resolved', 'unresolved', 'spam']

export function ResolveDialog(props: {
  conversation: DeskConversation
  language: Language
  words: DeskWords
  onResolve: (verdict: Verdict) => void
  onClose: () => void
}) {
  const { words, language, conversation } = props
  const [outcome, setOutcome] = useState<Verdict['outcome']>('resolved')
  const [trueNeed, setTrueNeed] = useState<string>()
  const [sought, setSought] = useState('')
  const believed = conversation.escalation?.need?.[language]
  const needs = matchingNeeds(conversation.needs, sought, trueNeed)
  return (
    <Modal title={words.resolveTitle} onClose={props.onClose}>
      <form
        class="resolve"
        onSubmit={(event) => {
          event.preventDefault()
          props.onResolve({ outcome, ...(trueNeed !== undefined && { trueNeed }) })
        }}
      >
        <fieldset class="field choices">
          <legend>{words.outcome}</legend>
          {OUTCOMES.map((choice) => (
            <label key={choice}>
              <input type="radio" name="outcome" checked={outcome === choice} onChange={() => setOutcome(choice)} />
              {words.outcomes[choice]}
            </label>
          ))}
        </fieldset>
        <fieldset class="field choices">
          <legend>{words.trueNeed}</legend>
          <p class="note">{words.trueNeedHelp}</p>
          <input
            type="search"
            class="input"
            aria-label={words.searchNeeds}
            placeholder={words.searchNeeds}
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
          <div class="need-list">
            <label>
              <input
                type="radio"
                name="need"
                checked={trueNeed === undefined}
                onChange={() => setTrueNeed(undefined)}
              />
              {words.leaveOpen}
            </label>
            {needs.map((need) => (
              <label key={need.name}>
                <input
                  type="radio"
                  name="need"
                  checked={trueNeed === need.name}
                  onChange={() => setTrueNeed(need.name)}
                />
                <span>
                  {need.title[language]}
                  {need.title[language] === believed && <span class="note"> · {words.botThought}</span>}
                </span>
              </label>
            ))}
            {needs.length === 0 && <p class="note">{words.noNeedFound}</p>}
          </div>
        </fieldset>
        <div class="modal-actions">
          <button type="button" class="button" onClick={props.onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button button-primary">
            {words.confirmResolve}
          </button>
        </div>
      </form>
    </Modal>
  )
}
