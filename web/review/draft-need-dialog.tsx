import { useEffect, useRef, useState } from 'preact/hooks'
import type { BacklogItem, Language, NeedTitle, PackChange } from '../../bot/http/api.ts'
import type { ApiProblem } from '../shared/api-client.ts'
import { LOCALES } from '../shared/language.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { Modal } from '../shared/modal.tsx'
import { count } from '../shared/numbers.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import type { Range } from '../shared/range.ts'
import { isNeedName, proposedName } from './need-name.ts'
import { PackChanged } from './pack-changed.tsx'
import type { ReviewWords } from './words/en.ts'

const LANGUAGES: readonly Language[] = ['en', 'zh']

/** Name and titles of a need to be, filled in so far as they are known; then what was written into the pack. */
export function DraftNeedDialog(
  props: Shown<ReviewWords> & {
    item: BacklogItem
    days: Range
    channel: string
    onDrafted: () => void
    onClose: () => void
  },
) {
  const { item, language, words, channel } = props
  const [name, setName] = useState(proposedName(item.name))
  const [title, setTitle] = useState<NeedTitle>({ en: item.name, zh: item.name })
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [change, setChange] = useState<PackChange>()
  const close = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone.
  useEffect(() => close.current?.focus(), [change])
  const isComplete = isNeedName(name) && LANGUAGES.every((each) => title[each].trim() !== '')

  const save = async () => {
    if (isSaving || !isComplete) return
    setSaving(true)
    const titles = { en: title.en.trim(), zh: title.zh.trim() }
    const body = { cluster: item.cluster, ...props.days, ...(channel !== '' && { channel }), name, title: titles }
    const result = await props.api.post<PackChange>('/api/review/backlog', body)
    setSaving(false)
    if (result.ok) {
      setProblem(undefined)
      setChange(result.value)
      return props.onDrafted()
    }
    setProblem(result.problem)
    props.onProblem(result.problem)
  }

  if (change)
    return (
      <Modal title={words.needMade} onClose={props.onClose}>
        <PackChanged id="pack-changed" change={change} words={words} />
        <p>{words.beingTrained}</p>
        <p>{words.answerMissing}</p>
        <div class="modal-actions">
          <button
            ref={close}
            type="button"
            class="button button-primary"
            aria-describedby="pack-changed"
            onClick={props.onClose}
          >
            {sharedWords[language].close}
          </button>
        </div>
      </Modal>
    )
  return (
    <Modal title={words.makeNeed} onClose={props.onClose}>
      <form
        class="draft-need"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p>{words.draftLead(count(item.examples.length, language), item.examples.length === 1)}</p>
        {LANGUAGES.map((each) => (
          <div key={each} class="field">
            <label for={`title-${each}`}>{words.titleIn[each]}</label>
            <input
              id={`title-${each}`}
              lang={LOCALES[each]}
              value={title[each]}
              required
              maxLength={80}
              onInput={(event) => setTitle({ ...title, [each]: event.currentTarget.value })}
            />
          </div>
        ))}
        <p class="note">{words.titleHelp}</p>
        <div class="field">
          <label for="need-name">{words.needName}</label>
          <input
            id="need-name"
            value={name}
            required
            maxLength={60}
            autocapitalize="off"
            spellcheck={false}
            aria-describedby="need-name-help"
            aria-invalid={name !== '' && !isNeedName(name)}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <p class="note" id="need-name-help">
          {words.needNameHelp}
        </p>
        <div role="status">
          {isSaving && <p class="note">{words.saving}</p>}
          {problem && <p class="problem">{problemWords(problem, language)}</p>}
        </div>
        <div class="modal-actions">
          <button type="button" class="button" onClick={props.onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={!isComplete}>
            {words.makeNeed}
          </button>
        </div>
      </form>
    </Modal>
  )
}
