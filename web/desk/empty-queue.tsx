import type { DeskQueue } from '../../bot/http/api.ts'
import type { DeskWords } from './words/en.ts'

/** Nobody waits: what to do meanwhile, and how one hears that it has changed. */
export function EmptyQueue(props: {
  me: Pick<DeskQueue['me'], 'available' | 'takesOffers'>
  soundOn: boolean
  words: DeskWords
  onAvailable: () => void
  onSound: () => void
  onWithBot: () => void
}) {
  const { soundOn, words } = props
  const { available, takesOffers } = props.me
  const { emptySteps } = words
  return (
    <section class="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">{words.emptyTitle}</h2>
      <ul>
        <li>
          {!takesOffers ? emptySteps.looksAfter : available ? emptySteps.available : emptySteps.onBreak}
          {takesOffers && !available && <Step label={words.comeBack} onClick={props.onAvailable} />}
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
