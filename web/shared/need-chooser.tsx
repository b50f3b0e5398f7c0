import type { ComponentChildren, Ref } from 'preact'
import { useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { matchingNeeds, type NamedNeed } from './matching-needs.ts'

/** One of the needs, found by typing: Enter takes the first that matches. Radio buttons, so that arrows and screen readers know them. */
export function NeedChooser(props: {
  needs: readonly NamedNeed[]
  language: Language
  chosen: string | undefined
  onChoose: (name: string) => void
  words: { searchNeeds: string; noNeedFound: string }
  /** What stands beside a need. */
  noteOn?: (need: NamedNeed) => string | undefined
  /** Called after Enter has taken a need. */
  onEntered?: () => void
  searchBox?: Ref<HTMLInputElement>
  /** Choices before the needs, with the name of the radio buttons: `need`. */
  children?: ComponentChildren
}) {
  const { language, chosen, words } = props
  const [sought, setSought] = useState('')
  const needs = matchingNeeds(props.needs, sought, chosen)
  const takeFirst = (event: KeyboardEvent) => {
    // The Enter that ends a Chinese composition is not meant for the page.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || sought.trim() === '') return
    event.preventDefault()
    const [first] = matchingNeeds(props.needs, sought, undefined)
    if (!first) return
    props.onChoose(first.name)
    props.onEntered?.()
  }
  return (
    <>
      <input
        ref={props.searchBox ?? null}
        type="search"
        class="input"
        aria-label={words.searchNeeds}
        placeholder={words.searchNeeds}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
        onKeyDown={takeFirst}
      />
      <div class="need-list">
        {props.children}
        {needs.map((need) => {
          const note = props.noteOn?.(need)
          return (
            <label key={need.name}>
              <input
                type="radio"
                name="need"
                checked={chosen === need.name}
                onChange={() => props.onChoose(need.name)}
              />
              <span>
                {need.title[language]}
                {note && <span class="note"> · {note}</span>}
              </span>
            </label>
          )
        })}
        {needs.length === 0 && <p class="note">{words.noNeedFound}</p>}
      </div>
    </>
  )
}
