import { useState } from 'preact/hooks'
import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { Modal } from '../shared/modal.tsx'
import { NeedChooser } from '../shared/need-chooser.tsx'
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
  const believed = conversation.escalation?.need?.[language]
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
          <NeedChooser
            needs={conversation.needs}
            language={language}
            chosen={trueNeed}
            onChoose={setTrueNeed}
            words={words}
            noteOn={({ title }) => (title[language] === believed ? words.botThought : undefined)}
          >
            <label>
              <input
                type="radio"
                name="need"
                checked={trueNeed === undefined}
                onChange={() => setTrueNeed(undefined)}
              />
              {words.leaveOpen}
            </label>
          </NeedChooser>
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
