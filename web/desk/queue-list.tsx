import type { ComponentChildren } from 'preact'
import type { DeskEscalation, DeskQueue } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { type CardPlace, type CardProps, EscalationCard } from './escalation-card.tsx'
import { type FocusWish, useWishedFocus } from './focus-wish.ts'
import type { QueueSections } from './queue-filter.ts'

/** The lists: what is offered to this agent, who waits, what they have open and, for supervisors, what the others have. */
export function QueueList(
  props: CardProps & {
    queue: DeskQueue
    sections: QueueSections
    /** What stands where nobody waits. */
    whenEmpty: ComponentChildren
    wish: FocusWish | undefined
  },
) {
  const { queue, sections, words, language, whenEmpty, wish, ...cardProps } = props
  const { offered, waiting, mine, others } = sections
  const heading = useWishedFocus<HTMLHeadingElement>(wish, 'queue')
  const cards = { ...cardProps, words, language }
  const total = (shown: DeskEscalation[], all: number) => (
    <span class="count">
      {shown.length === all ? count(all, language) : `${count(shown.length, language)} / ${count(all, language)}`}
    </span>
  )
  return (
    <nav class="queue" aria-label={words.queue}>
      {offered.length > 0 && (
        <section aria-labelledby="offered-title">
          <h2 id="offered-title">
            {words.offeredToMe} {total(offered, offered.length)}
          </h2>
          <Cards {...cards} place="offered" escalations={offered} />
        </section>
      )}
      <section aria-labelledby="waiting-title">
        <h2 id="waiting-title" ref={heading} tabIndex={-1}>
          {words.waiting} {total(waiting, queue.waiting.length - offered.length)}
        </h2>
        {queue.waiting.length === 0 ? whenEmpty : <Cards {...cards} place="waiting" escalations={waiting} />}
      </section>
      <section aria-labelledby="mine-title">
        <h2 id="mine-title">
          {words.mine} {total(mine, queue.mine.length)}
        </h2>
        {queue.mine.length === 0 && <p class="note empty">{words.emptyMine}</p>}
        <Cards {...cards} place="mine" escalations={mine} />
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

function Cards({ escalations, ...props }: CardProps & { escalations: DeskEscalation[]; place: CardPlace }) {
  if (escalations.length === 0) return null
  return (
    <ul>
      {escalations.map((escalation) => (
        <EscalationCard key={escalation.id} escalation={escalation} {...props} />
      ))}
    </ul>
  )
}
