import { useState } from 'preact/hooks'
import type { Range } from '../shared/range.ts'
import type { WhatIfWords } from './words/en.ts'

/** The policy to try, the days to try it on, and the way back to the policy in force, which loses nothing either. */
export function PolicyEditor(props: {
  words: WhatIfWords
  text: string
  inForce: string
  range: Range
  today: string
  isInvalid: boolean
  isComparing: boolean
  onText: (text: string | undefined) => void
  onRange: (range: Range) => void
  onCompare: () => void
}) {
  const { words, text, inForce, range, today } = props
  const [putAside, setPutAside] = useState<string>()
  const isChanged = text !== inForce
  const isRange = range.from !== '' && range.to !== '' && range.from <= range.to

  return (
    <form
      class="policy-editor"
      aria-label={words.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isRange) props.onCompare()
      }}
    >
      <div class="field">
        <label for="policy">{words.policy}</label>
        <textarea
          id="policy"
          spellcheck={false}
          autocomplete="off"
          aria-invalid={props.isInvalid}
          {...(props.isInvalid && { 'aria-describedby': 'what-if-status' })}
          value={text}
          onInput={(event) => {
            setPutAside(undefined)
            props.onText(event.currentTarget.value)
          }}
        />
      </div>
      <div class="policy-actions">
        <div class="period">
          <label for="from">{words.from}</label>
          <input
            id="from"
            class="input"
            type="date"
            value={range.from}
            max={today}
            onInput={(event) => props.onRange({ ...range, from: event.currentTarget.value })}
          />
        </div>
        <div class="period">
          <label for="to">{words.to}</label>
          <input
            id="to"
            class="input"
            type="date"
            value={range.to}
            max={today}
            onInput={(event) => props.onRange({ ...range, to: event.currentTarget.value })}
          />
        </div>
        <button type="submit" class="button button-primary" disabled={props.isComparing || !isRange}>
          {words.compare}
        </button>
        {isChanged && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setPutAside(text)
              props.onText(undefined)
            }}
          >
            {words.backToInForce}
          </button>
        )}
        {!isChanged && putAside !== undefined && (
          <button type="button" class="button" onClick={() => props.onText(putAside)}>
            {words.backToMine}
          </button>
        )}
      </div>
      {!isRange && <p class="problem">{words.wrongRange}</p>}
    </form>
  )
}
