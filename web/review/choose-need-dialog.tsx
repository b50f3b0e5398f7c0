import { useEffect, useRef, useState } from 'preact/hooks'
import type { CandidateView, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { NamedNeed } from '../shared/matching-needs.ts'
import { Modal } from '../shared/modal.tsx'
import { NeedChooser } from '../shared/need-chooser.tsx'
import { percent } from '../shared/numbers.ts'
import type { Meaning } from './candidate-words.ts'
import type { ReviewWords } from './words/en.ts'

/** Any need of the pack for a message. Enter takes the first that matches, a second Enter accepts. */
export function ChooseNeedDialog(props: {
  candidate: CandidateView
  needs: readonly NamedNeed[]
  language: Language
  words: ReviewWords
  onChoose: (meant: Meaning) => void
  onClose: () => void
}) {
  const { candidate, language, words } = props
  const [meant, setMeant] = useState<Meaning | undefined>(candidate.decided?.meant)
  const search = useRef<HTMLInputElement>(null)
  const save = useRef<HTMLButtonElement>(null)
  useEffect(() => search.current?.focus(), [])
  // Only an enabled button takes the focus: it is one when the choice has been drawn.
  const [entered, setEntered] = useState(0)
  useEffect(() => {
    if (entered > 0) save.current?.focus()
  }, [entered])
  const believed = (name: string) => candidate.believed.find((need) => need.name === name)?.probability
  return (
    <Modal title={words.whichNeed} onClose={props.onClose}>
      <form
        class="choose-need"
        onSubmit={(event) => {
          event.preventDefault()
          if (meant) props.onChoose(meant)
        }}
      >
        <blockquote lang={LOCALES[candidate.language]}>{candidate.text}</blockquote>
        <fieldset class="field choices" aria-label={words.whichNeed}>
          <NeedChooser
            needs={props.needs}
            language={language}
            chosen={meant?.kind === 'need' ? meant.need : undefined}
            onChoose={(need) => setMeant({ kind: 'need', need })}
            words={words}
            noteOn={({ name }) => {
              const probability = believed(name)
              return probability === undefined ? undefined : words.believedWith(percent(probability, language))
            }}
            onEntered={() => setEntered(entered + 1)}
            searchBox={search}
          >
            <label>
              <input
                type="radio"
                name="need"
                checked={meant?.kind === 'none'}
                onChange={() => setMeant({ kind: 'none' })}
              />
              {words.meant.none}
            </label>
          </NeedChooser>
        </fieldset>
        <div class="modal-actions">
          <button type="button" class="button" onClick={props.onClose}>
            {words.cancel}
          </button>
          <button ref={save} type="submit" class="button button-primary" disabled={!meant}>
            {words.acceptChosen}
          </button>
        </div>
      </form>
    </Modal>
  )
}
