import type { DeskWords } from './words/en.ts'

/** Nobody waits: what to do meanwhile, and how one hears that it has changed. */
export function EmptyQueue(props: {
  available: boolean
  soundOn: boolean
  words: DeskWords
  onAvailable: () => void
  onSound: () => void
  onWithBot: () => void
}) {
  const { available, soundOn, words } = props
  const { emptySteps } = words
  return (
    <section class="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">{words.emptyTitle}</h2>
      <ul>
        <li>
          {available ? emptySteps.available : emptySteps.onBreak}
          {!available && <Step label={words.comeBack} onClick={props.onAvailable} />}
        </li>
        <li>
          {soundOn ? emptySteps.soundOn : emptySteps.soundOff}
          {!soundOn && <Step label={emptySteps.soundButton} onClick={props.onSound} />}
        </li>
        <li>
          {emptySteps.withBot}
          <Step label={emptySteps.withBotButton} onClick={props.onWithBot} />
        </li>
        <li>{emptySteps.tryIt}</li>
      </ul>
    </section>
  )
}

function Step(props: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="button button-small" onClick={props.onClick}>
      {props.label}
    </button>
  )
}
