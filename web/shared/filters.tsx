import { PRESET_DAYS, type Range, type RangeChoice } from './range.ts'
import type { ReportWords } from './words/report-en.ts'

const CHANNELS = ['web', 'teams', 'botframework'] as const

export function Filters(props: {
  words: ReportWords
  choice: RangeChoice
  /** What the choice comes to, for the two date boxes. */
  range: Range | undefined
  today: string
  channel: string
  onChoice: (choice: RangeChoice) => void
  onChannel: (channel: string) => void
}) {
  const { words, choice } = props
  const shown = choice.kind === 'custom' ? choice : (props.range ?? { from: '', to: '' })
  return (
    <form class="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <div class="presets">
        {PRESET_DAYS.map((days) => (
          <button
            key={days}
            type="button"
            class="button"
            aria-pressed={choice.kind === 'preset' && choice.days === days}
            onClick={() => props.onChoice({ kind: 'preset', days })}
          >
            {words.presets[days]}
          </button>
        ))}
      </div>
      <div class="filter">
        <label for="from">{words.from}</label>
        <input
          id="from"
          class="input"
          type="date"
          value={shown.from}
          max={props.today}
          onInput={(event) => props.onChoice({ kind: 'custom', from: event.currentTarget.value, to: shown.to })}
        />
      </div>
      <div class="filter">
        <label for="to">{words.to}</label>
        <input
          id="to"
          class="input"
          type="date"
          value={shown.to}
          max={props.today}
          onInput={(event) => props.onChoice({ kind: 'custom', from: shown.from, to: event.currentTarget.value })}
        />
      </div>
      <div class="filter">
        <label for="channel">{words.channel}</label>
        <select
          id="channel"
          class="input"
          value={props.channel}
          onChange={(event) => props.onChannel(event.currentTarget.value)}
        >
          <option value="">{words.allChannels}</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {words.channels[channel]}
            </option>
          ))}
        </select>
      </div>
    </form>
  )
}
