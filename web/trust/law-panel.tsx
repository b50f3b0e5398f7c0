import { useId } from 'preact/hooks'
import type { FittedLaw, Language, TrustDynamics } from '../../bot/http/api.ts'
import { percent as inPercent } from '../shared/numbers.ts'
import { forecastSentence, lawSentences } from './law-sentences.ts'
import type { TrustWords } from './words/en.ts'

/** What the weeks tell of the law, in words, and what would be if transparency were kept at another level. */
export function LawPanel(props: {
  report: TrustDynamics
  percent: number | undefined
  onPercent: (percent: number | undefined) => void
  language: Language
  words: TrustWords
}) {
  const { report, language, words } = props
  const { law } = report
  const titleId = useId()
  return (
    <section class="panel trust-law" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.dynamics.lawHeading}</h2>
      {lawSentences(law, language, words.dynamics).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {law.kind === 'fitted' && law.link === 'follows' && <WhatIf {...props} law={law} />}
    </section>
  )
}

function WhatIf(props: {
  law: FittedLaw
  percent: number | undefined
  onPercent: (percent: number | undefined) => void
  language: Language
  words: TrustWords
}) {
  const { law, percent, onPercent, language } = props
  const words = props.words.dynamics
  const sliderId = useId()
  const noteId = useId()
  const shown = percent ?? Math.round(law.index.mean * 100)
  const choose = (text: string) => {
    const value = Number(text)
    if (text !== '' && Number.isFinite(value)) onPercent(Math.min(100, Math.max(0, Math.round(value))))
  }
  const isBeyond = percent !== undefined && (percent / 100 < law.index.least || percent / 100 > law.index.most)
  const { whatIf } = law
  return (
    <fieldset class="what-if">
      <legend>{words.whatIf}</legend>
      <div class="what-if-choice">
        <label class="visually-hidden" for={sliderId}>
          {words.whatIfSlider}
        </label>
        <input
          id={sliderId}
          type="range"
          min="0"
          max="100"
          step="1"
          value={shown}
          aria-valuetext={inPercent(shown / 100, language)}
          aria-describedby={noteId}
          onInput={(event) => choose(event.currentTarget.value)}
        />
        <label>
          <span class="visually-hidden">{words.whatIfNumber}</span>
          <input
            class="input"
            type="number"
            min="0"
            max="100"
            step="1"
            value={shown}
            onChange={(event) => choose(event.currentTarget.value)}
          />{' '}
          %
        </label>
        <button type="button" class="button" disabled={percent === undefined} onClick={() => onPercent(undefined)}>
          {words.noWhatIf}
        </button>
      </div>
      <p id={noteId} class="note">
        {words.seen(inPercent(law.index.least, language), inPercent(law.index.most, language))}
        {isBeyond && ` ${words.beyond}`}
      </p>
      <p role="status">
        {whatIf &&
          forecastSentence(words.whatIfTold(inPercent(whatIf.transparency, language)), whatIf.weeks, language, words)}
      </p>
    </fieldset>
  )
}
