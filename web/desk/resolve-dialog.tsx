import { useState } from 'preact/hooks'
import type { DeskConversation, DeskMeant, Language } from '../../bot/http/api.ts'
import { Modal } from '../shared/modal.tsx'
import { NeedChooser } from '../shared/need-chooser.tsx'
import type { DeskWords } from './words/en.ts'

export interface Verdict {
  outcome: 'resolved' | 'unresolved' | 'spam'
  meant?: DeskMeant
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
  const [meant, setMeant] = useState<DeskMeant>()
  const believed = conversation.escalation?.need?.[language]
  const answered = conversation.answered?.[language]
  const instead = (label: string, says: Exclude<DeskMeant, { kind: 'need' }> | undefined) => (
    <label>
      <input type="radio" name="need" checked={meant?.kind === says?.kind} onChange={() => setMeant(says)} />
      {label}
    </label>
  )
  return (
    <Modal title={words.resolveTitle} onClose={props.onClose}>
      <form
        class="resolve"
        onSubmit={(event) => {
          event.preventDefault()
          props.onResolve({ outcome, ...(meant && { meant }) })
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
            chosen={meant?.kind === 'need' ? meant.need : undefined}
            onChoose={(need) => setMeant({ kind: 'need', need })}
            words={words}
            noteOn={({ title }) => (title[language] === believed ? words.botThought : undefined)}
          >
            {instead(words.leaveOpen, undefined)}
            {instead(words.noNeedYet, { kind: 'none' })}
            {answered !== undefined && instead(words.answerWrong(answered), { kind: 'answer-wrong' })}
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
