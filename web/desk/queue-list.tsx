import type { DeskEscalation, DeskQueue, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { duration } from '../shared/numbers.ts'
import { escalationReasonWords } from '../shared/reason-words.ts'
import { GapMeter } from './gap-meter.tsx'
import { useNow } from './use-now.ts'
import type { DeskWords } from './words/en.ts'

interface ListProps {
  language: Language
  words: DeskWords
  chosenId: string | undefined
  clockOffsetMs: number
  onChoose: (conversationId: string) => void
  onAccept: (escalation: DeskEscalation) => void
}

export function QueueList(props: ListProps & { queue: DeskQueue }) {
  const { queue, words } = props
  const now = useNow() + props.clockOffsetMs
  return (
    <nav class="queue" aria-label={words.queue}>
      <section aria-labelledby="waiting-title">
        <h2 id="waiting-title">
          {words.waiting} <span class="count">{queue.waiting.length}</span>
        </h2>
        {queue.waiting.length === 0 && (
          <div class="empty">
            <p>{words.emptyQueue}</p>
            <p class="note">{words.emptyQueueHint}</p>
          </div>
        )}
        <Escalations {...props} now={now} escalations={queue.waiting} canAccept />
      </section>
      <section aria-labelledby="mine-title">
        <h2 id="mine-title">
          {words.mine} <span class="count">{queue.mine.length}</span>
        </h2>
        {queue.mine.length === 0 && <p class="note empty">{words.emptyMine}</p>}
        <Escalations {...props} now={now} escalations={queue.mine} canAccept={false} />
      </section>
    </nav>
  )
}

function Escalations(props: ListProps & { escalations: DeskEscalation[]; canAccept: boolean; now: number }) {
  const { words, language } = props
  return (
    <ul>
      {props.escalations.map((escalation) => {
        const since = escalation.acceptedAt ?? escalation.queuedAt
        const time = duration(props.now - since, language)
        return (
          <li
            key={escalation.id}
            class="escalation"
            data-chosen={escalation.conversationId === props.chosenId}
            data-testid="escalation"
          >
            <button
              type="button"
              class="escalation-open"
              aria-current={escalation.conversationId === props.chosenId}
              onClick={() => props.onChoose(escalation.conversationId)}
            >
              <span class="escalation-head">
                <strong>{escalation.customerName}</strong>
                <span class="escalation-time">{props.canAccept ? words.waits(time) : words.since(time)}</span>
              </span>
              <span class="escalation-text" dir="auto" lang={LOCALES[escalation.language]}>
                {escalation.lastText}
              </span>
              <span class="tags">
                {escalation.reasons.map((reason) => (
                  <span key={reason} class="tag tag-reason">
                    {escalationReasonWords(reason, language)}
                  </span>
                ))}
                <span class="tag">{words.language[escalation.language]}</span>
                <span class="tag">{words.channel[escalation.channel] ?? escalation.channel}</span>
                {!props.canAccept && escalation.unansweredSince !== undefined && (
                  <span class="tag tag-turn">{words.yourTurn}</span>
                )}
              </span>
            </button>
            <div class="escalation-foot">
              <GapMeter gap={escalation.gap} reasons={escalation.gapReasons} language={language} words={words} />
              {props.canAccept && (
                <button
                  type="button"
                  class="button button-primary"
                  aria-label={`${words.accept}: ${escalation.customerName}`}
                  onClick={() => props.onAccept(escalation)}
                >
                  {words.accept}
                </button>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
