import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { DeskEscalation, DeskQueue } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { type CardPlace, type CardProps, EscalationCard } from './escalation-card.tsx'
import type { QueueSections } from './queue-filter.ts'

/** More than these of one list are shown when they are asked for: nobody reads two hundred lines to choose the first. */
const SHOWN_AT_FIRST = 25

/** The lists: what this agent has open, who waits and, for supervisors, what the others have open. */
export function QueueList(
  props: CardProps & {
    queue: DeskQueue
    sections: QueueSections
    /** What stands where nobody waits. */
    whenEmpty: ComponentChildren
  },
) {
  const { queue, sections, words, language, whenEmpty, ...cardProps } = props
  const { waiting, mine, others } = sections
  const cards = { ...cardProps, words, language }
  const total = (shown: DeskEscalation[], all: number) => (
    <span class="count">
      {shown.length === all ? count(all, language) : `${count(shown.length, language)} / ${count(all, language)}`}
    </span>
  )
  return (
    <nav class="queue" aria-label={words.queue}>
      {queue.mine.length > 0 && (
        <section aria-labelledby="mine-title">
          <h2 id="mine-title">
            {words.mine} {total(mine, queue.mine.length)}
          </h2>
          <Cards {...cards} place="mine" escalations={mine} />
        </section>
      )}
      <section aria-labelledby="waiting-title">
        <h2 id="waiting-title">
          {words.waiting} {total(waiting, queue.waiting.length - sections.offered.length)}
        </h2>
        {queue.waiting.length === 0 ? whenEmpty : <Cards {...cards} place="waiting" escalations={waiting} />}
      </section>
      {queue.me.supervisor && queue.others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title">
            {words.others} {total(others, queue.others.length)}
          </h2>
          <Cards {...cards} place="others" escalations={others} />
        </section>
      )}
    </nav>
  )
}

/** What is offered to this agent, above everything else: it runs out. */
export function OfferedList({ offered, ...props }: CardProps & { offered: DeskEscalation[] }) {
  if (offered.length === 0) return null
  return (
    <section class="queue" aria-labelledby="offered-title">
      <h2 id="offered-title">{props.words.offeredToMe}</h2>
      <Cards {...props} place="offered" escalations={offered} />
    </section>
  )
}

function Cards({ escalations, ...props }: CardProps & { escalations: DeskEscalation[]; place: CardPlace }) {
  const [all, setAll] = useState(false)
  const chosenAt = escalations.findIndex(({ conversationId }) => conversationId === props.chosenId)
  const shown = all || chosenAt >= SHOWN_AT_FIRST ? escalations : escalations.slice(0, SHOWN_AT_FIRST)
  const more = escalations.length - shown.length
  if (shown.length === 0) return null
  return (
    <>
      <ul class="lines">
        {shown.map((escalation) => (
          <EscalationCard key={escalation.id} escalation={escalation} {...props} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="button show-all" onClick={() => setAll(true)}>
          {props.words.showAll(count(more, props.language))}
        </button>
      )}
    </>
  )
}
