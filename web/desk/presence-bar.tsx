import type { DeskQueue, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import type { DeskWords } from './words/en.ts'

/** Whether this agent takes customers, and how many they have of how many they take. */
export function PresenceBar(props: {
  queue: Pick<DeskQueue, 'me' | 'mine'>
  language: Language
  words: DeskWords
  onAvailable: (available: boolean) => void
}) {
  const { words, language } = props
  const { available, capacity } = props.queue.me
  const open = props.queue.mine.length
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
        <span class="presence-load">{words.load(count(open, language), count(capacity, language))}</span> {note}
      </p>
    </section>
  )
}
