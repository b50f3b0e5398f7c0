import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language, Meant, NextCheck } from '../../bot/http/api.ts'
import { NeedChooser } from '../shared/need-chooser.tsx'
import { CustomerWords } from './customer-words.tsx'
import type { CheckWords } from './words/en.ts'

/** What a person says the message is about. Enter chooses, a second Enter saves: a slip of the hand is not evidence. */
export function Verdict(props: {
  check: Extract<NextCheck, { kind: 'check' }>
  language: Language
  words: CheckWords
  onJudge: (meant: Meant) => Promise<void>
}) {
  const { check, language, words } = props
  const [meant, setMeant] = useState<Meant>()
  const [isSaving, setSaving] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const save = useRef<HTMLButtonElement>(null)
  useEffect(() => search.current?.focus({ preventScroll: true }), [])
  // Only an enabled button takes the focus: it is one when the choice has been drawn.
  const [entered, setEntered] = useState(0)
  useEffect(() => {
    if (entered > 0) save.current?.focus()
  }, [entered])

  const other = (kind: 'none' | 'unclear') => (
    <label>
      <input type="radio" name="need" checked={meant?.kind === kind} onChange={() => setMeant({ kind })} />
      {words.meant[kind]}
    </label>
  )
  return (
    <form
      class="verdict"
      onSubmit={(event) => {
        event.preventDefault()
        if (!meant || isSaving) return
        setSaving(true)
        void props.onJudge(meant).finally(() => setSaving(false))
      }}
    >
      <CustomerWords check={check} language={language} words={words} />
      <fieldset class="field choices">
        <legend>{words.question}</legend>
        <p class="note">{words.questionHelp}</p>
        <NeedChooser
          needs={check.needs}
          language={language}
          chosen={meant?.kind === 'need' ? meant.need : undefined}
          onChoose={(need) => setMeant({ kind: 'need', need })}
          words={words}
          onEntered={() => setEntered(entered + 1)}
          searchBox={search}
        >
          {other('none')}
          {other('unclear')}
        </NeedChooser>
      </fieldset>
      <div class="verdict-end">
        <button ref={save} type="submit" class="button button-primary" disabled={!meant}>
          {words.save}
        </button>
        <p class="note">{words.whyNoSkip}</p>
      </div>
    </form>
  )
}
