import type { DeskQueue, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import type { DeskWords } from './words/en.ts'

/** Whether this agent takes customers, and how many they have of how many they take. A manager, offered nobody, has no breaks. */
export function PresenceBar(props: {
  queue: Pick<DeskQueue, 'me' | 'mine'>
  language: Language
  words: DeskWords
  onAvailable: (available: boolean) => void
}) {
  const { words, language } = props
  const { available, capacity, takesOffers } = props.queue.me
  const open = props.queue.mine.length
  const load = <span class="presence-load">{words.load(count(open, language), count(capacity, language))}</span>
  if (!takesOffers) {
    return (
      <section class="presence" aria-label={words.presence} data-available={true}>
        <p class="presence-state">{words.looksAfter}</p>
        <p class="note">
          {load} {words.looksAfterNote}
        </p>
      </section>
    )
  }
  const note = !available ? words.onBreakNote : open >= capacity ? words.fullNote : words.availableNote
  return (
    <section class="presence" aria-label={words.presence} data-available={available}>
      <div class="presence-line">
        <p class="presence-state">{available ? words.available : words.onBreak}</p>
        <button type="button" class="button button-small" onClick={() => props.onAvailable(!available)}>
          {available ? words.takeBreak : words.comeBack}
        </button>
      </div>
      <p class="note">
        {load} {note}
      </p>
    </section>
  )
}
