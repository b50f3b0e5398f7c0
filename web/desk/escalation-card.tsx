import type { DeskEscalation, DeskPromise, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, dateTime } from '../shared/numbers.ts'
import { escalationReasonWords } from '../shared/reason-words.ts'
import { Elapsed, Remaining } from './elapsed.tsx'
import { GapLine } from './gap-line.tsx'
import type { DeskWords } from './words/en.ts'

/** In which list it stands. */
export type CardPlace = 'offered' | 'waiting' | 'mine' | 'others'

export interface CardProps {
  language: Language
  words: DeskWords
  chosenId: string | undefined
  clockOffsetMs: number
  /** May take what is offered to somebody else. */
  supervisor: boolean
  onChoose: (conversationId: string) => void
  onAccept: (escalation: DeskEscalation) => void
  onPass: (escalation: DeskEscalation) => void
}

/** One conversation in a list: who, since when, what they wrote last, what it is about, and what can be done at once. */
export function EscalationCard(props: CardProps & { escalation: DeskEscalation; place: CardPlace }) {
  const { escalation, place, words, language } = props
  const { offer, customerName } = escalation
  const isChosen = escalation.conversationId === props.chosenId
  const time = { language, clockOffsetMs: props.clockOffsetMs }
  const canAccept = place === 'offered' || (place === 'waiting' && (!offer || props.supervisor))
  return (
    <li class="escalation" data-chosen={isChosen} data-place={place} data-testid="escalation">
      <button
        type="button"
        class="escalation-open"
        aria-current={isChosen}
        onClick={() => props.onChoose(escalation.conversationId)}
      >
        <span class="escalation-head">
          <strong class="escalation-name">{customerName}</strong>
          <span class="escalation-time">
            {place === 'mine' || place === 'others' ? (
              <Elapsed {...time} since={escalation.acceptedAt ?? escalation.queuedAt}>
                {words.since}
              </Elapsed>
            ) : (
              <Elapsed {...time} since={escalation.queuedAt}>
                {words.waits}
              </Elapsed>
            )}
          </span>
        </span>
        <span class="escalation-text" dir="auto" lang={LOCALES[escalation.language]}>
          {escalation.lastText}
        </span>
        <span class="tags">
          <Marks {...props} />
          {escalation.reasons.map((reason) => (
            <span key={reason} class="tag tag-reason">
              {escalationReasonWords(reason, language)}
            </span>
          ))}
          <span class="tag">{words.language[escalation.language]}</span>
          <span class="tag">{words.channel[escalation.channel] ?? escalation.channel}</span>
        </span>
        <GapLine need={escalation.need} gap={escalation.gap} language={language} words={words} />
      </button>
      {canAccept && (
        <div class="escalation-foot">
          {place === 'offered' && (
            <button
              type="button"
              class="button button-small"
              aria-label={`${words.pass}: ${customerName}`}
              onClick={() => props.onPass(escalation)}
            >
              {words.pass}
            </button>
          )}
          <button
            type="button"
            class="button button-primary button-small"
            aria-label={`${words.accept}: ${customerName}`}
            onClick={() => props.onAccept(escalation)}
          >
            {words.accept}
          </button>
        </div>
      )}
    </li>
  )
}

/** What sets it apart, in words: how long the offer stands, who has it, what is new, who is waiting for whom. */
function Marks(props: CardProps & { escalation: DeskEscalation; place: CardPlace }) {
  const { escalation, place, words, language } = props
  const { offer, unansweredSince, agentName } = escalation
  const time = { language, clockOffsetMs: props.clockOffsetMs }
  const [promise] = escalation.promises
  const [gift] = escalation.gifts ?? []
  const due = ({ dueAt }: DeskPromise) => dateTime(dueAt, language, Date.now() + props.clockOffsetMs)
  const unread = escalation.lastSeq - escalation.readSeq
  return (
    <>
      {escalation.supervisorsCalled && place !== 'mine' && (
        <span class="tag tag-called">{words.supervisorsCalled}</span>
      )}
      {place === 'offered' && offer && (
        <span class="tag tag-turn">
          <Remaining {...time} until={offer.until} over={words.anyMoment}>
            {words.secondsLeft}
          </Remaining>
        </span>
      )}
      {place === 'waiting' && offer && <span class="tag tag-offer">{words.offeredTo(offer.agentName)}</span>}
      {place === 'others' && agentName !== undefined && <span class="tag tag-offer">{words.withAgent(agentName)}</span>}
      {place === 'mine' && unread > 0 && <span class="tag tag-new">{words.newMessages(count(unread, language))}</span>}
      {(place === 'mine' || place === 'others') && unansweredSince !== undefined && (
        <span class="tag tag-turn">
          <Elapsed {...time} since={unansweredSince}>
            {place === 'mine' ? words.waitsForYou : words.waitsForAgent}
          </Elapsed>
        </span>
      )}
      {promise && (
        <span class={promise.overdue ? 'tag tag-called' : 'tag'}>
          {promise.overdue ? words.promiseOverdue(due(promise)) : words.promiseDue(due(promise))}
        </span>
      )}
      {gift && (
        <span class="tag">{words.gift[gift.gift](dateTime(gift.at, language, Date.now() + props.clockOffsetMs))}</span>
      )}
      {escalation.followsOn && <span class="tag">{words.followsOn}</span>}
    </>
  )
}
