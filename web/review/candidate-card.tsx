import type { Ref } from 'preact'
import type { CandidateAct, CandidateView, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { NamedNeed } from '../shared/matching-needs.ts'
import { count, dateTime, percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import { gainReasons, meaningTitle, sayer, writtenBy } from './candidate-words.ts'
import { BELIEVED_KEYS } from './review-keys.ts'
import type { ReviewWords } from './words/en.ts'

interface CardProps {
  candidate: CandidateView
  needs: readonly NamedNeed[]
  language: Language
  words: ReviewWords
  onAct: (act: CandidateAct) => void
}

/** One message with everything that helps to decide on it, and what can be decided. */
export function CandidateCard(props: CardProps & { place: Ref<HTMLElement>; onChoose: () => void }) {
  const { candidate, language, words } = props
  const { gain } = candidate
  return (
    <article class="panel candidate" aria-labelledby="candidate-text" ref={props.place} tabIndex={-1}>
      <p class="tags">
        {candidate.origins.map((origin) => (
          <span key={origin} class="tag tag-reason">
            {words.origin[origin]}
          </span>
        ))}
        <span class="tag">{words.languages[candidate.language]}</span>
        <span class="tag">{writtenBy(candidate, language, words)}</span>
        <span class="tag">{words.lastSeen(dateTime(candidate.lastSeenAt, language, Date.now()))}</span>
      </p>
      <blockquote id="candidate-text" lang={LOCALES[candidate.language]}>
        {candidate.text}
      </blockquote>
      {gain && candidate.state === 'pending' && (
        <p class="note">
          {words.whyHere(
            gainReasons(gain)
              .map((reason) => words.gainReason[reason])
              .join(words.and),
          )}
        </p>
      )}
      <div class="evidence">
        <div>
          <h2>{words.peopleSaid}</h2>
          <Verdicts {...props} />
        </div>
        <div>
          <h2>{words.botBelieves}</h2>
          <Believed {...props} />
        </div>
      </div>
      <Decided {...props} />
      <Acts {...props} />
    </article>
  )
}

function Verdicts(props: CardProps) {
  const { candidate, needs, language, words } = props
  if (candidate.verdicts.length === 0) return <p class="note">{words.nobodySaid}</p>
  return (
    <ul class="verdicts">
      {candidate.verdicts.map((verdict) => (
        <li key={JSON.stringify(verdict)}>
          <strong>{meaningTitle(verdict.meant, needs, language, words)}</strong>
          {verdict.answerWrong && <span class="mark">{words.answerWrong}</span>}
          <span class="note">
            {sayer(verdict, words)}
            {verdict.count > 1 && words.times(count(verdict.count, language))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A click or the key of the number accepts what the bot believes. */
function Believed(props: CardProps) {
  const { candidate, language, words } = props
  const { believed, outOfScope } = candidate
  return (
    <ol class="believed">
      {believed.map(({ name, title, probability }, at) => (
        <li key={name}>
          <button
            type="button"
            title={words.acceptAs(title[language])}
            onClick={() => props.onAct({ kind: 'accept', meant: { kind: 'need', need: name } })}
          >
            <kbd>{BELIEVED_KEYS[at]}</kbd>
            <span class="believed-title">{title[language]}</span>
            <span class="believed-share">{percent(probability, language)}</span>
            <ShareBar share={probability} />
          </button>
        </li>
      ))}
      <li class="believed-none">
        <span class="believed-title">{words.noneOfOurs}</span>
        <span class="believed-share">{percent(outOfScope, language)}</span>
        <ShareBar share={outOfScope} tone="warm" />
      </li>
    </ol>
  )
}

function Decided(props: CardProps) {
  const { candidate, needs, language, words } = props
  const { decided } = candidate
  if (!decided) return null
  const when = dateTime(decided.at, language, Date.now())
  const by = decided.byName ?? words.policy
  return (
    <p class="decided" data-state={candidate.state}>
      {decided.meant
        ? words.acceptedBy(meaningTitle(decided.meant, needs, language, words), by, when)
        : words.rejectedBy(by, when)}
      {decided.use && `${words.space}${words.use[decided.use]}`}
    </p>
  )
}

function Acts(props: CardProps & { onChoose: () => void }) {
  const { candidate, needs, language, words, onAct } = props
  const { proposal, state } = candidate
  return (
    <div class="acts">
      {state === 'pending' && proposal && (
        <button
          type="button"
          class="button button-primary"
          onClick={() => onAct({ kind: 'accept', meant: proposal })}
          aria-keyshortcuts="a"
        >
          {words.accept(meaningTitle(proposal, needs, language, words))} <kbd>a</kbd>
        </button>
      )}
      {state === 'pending' && !proposal && <p class="note">{words.noProposal}</p>}
      <button type="button" class="button" onClick={props.onChoose} aria-keyshortcuts="c">
        {words.chooseNeed} <kbd>c</kbd>
      </button>
      <button
        type="button"
        class="button"
        onClick={() => onAct({ kind: 'accept', meant: { kind: 'none' } })}
        aria-keyshortcuts="n"
      >
        {words.meant.none} <kbd>n</kbd>
      </button>
      {state !== 'rejected' && (
        <button
          type="button"
          class="button"
          title={words.rejectMeans}
          onClick={() => onAct({ kind: 'reject' })}
          aria-keyshortcuts="x"
        >
          {words.reject} <kbd>x</kbd>
        </button>
      )}
      {state !== 'pending' && (
        <button type="button" class="button" onClick={() => onAct({ kind: 'undo' })} aria-keyshortcuts="b">
          {words.backToPending} <kbd>b</kbd>
        </button>
      )}
    </div>
  )
}
