import type { Attention } from './use-attention.ts'
import type { DeskWords } from './words/en.ts'

/** What calls the agent when they look elsewhere, another place to work from, and the list of keys. */
export function DeskTools(props: {
  attention: Attention
  words: DeskWords
  onTeams: () => void
  onShortcuts: () => void
}) {
  const { attention, words } = props
  return (
    <div class="desk-tools">
      <button
        type="button"
        class="button button-quiet"
        aria-pressed={attention.soundOn}
        onClick={() => attention.setSound(!attention.soundOn)}
      >
        {attention.soundOn ? words.soundOn : words.soundOff}
      </button>
      <button
        type="button"
        class="button button-quiet"
        aria-pressed={attention.notificationsOn}
        onClick={() => void attention.setNotifications(!attention.notificationsOn)}
      >
        {attention.notificationsOn ? words.notificationsOn : words.notificationsOff}
      </button>
      <button type="button" class="button button-quiet" onClick={props.onTeams}>
        {words.teams.button}
      </button>
      <button type="button" class="button button-quiet shortcuts-button" onClick={props.onShortcuts}>
        {words.keys} <kbd>?</kbd>
      </button>
    </div>
  )
}
