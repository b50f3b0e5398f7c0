import type { Language } from '../../bot/http/api.ts'
import { FileView } from '../shared/file-view.tsx'
import { LOCALES } from '../shared/language.ts'
import { LinkedText } from '../shared/linked-text.tsx'
import { clockTime, percent } from '../shared/numbers.ts'
import { safeHref } from '../shared/safe-link.ts'
import type { Line } from './line.ts'
import { SurveyCard } from './survey-card.tsx'
import type { ChatWords } from './words/en.ts'

export function MessageLine(props: {
  line: Line
  /** The customer can still choose among its options. */
  isOpenPick: boolean
  /** The bot said it, and nothing was said since: the customer may ask what it understood. */
  isBotsLast: boolean
  /** The agent has read up to here. */
  isRead: boolean
  showsCard: boolean
  /** The last answer to its survey, stored or on the way. */
  answer: Line | undefined
  /** Whether the customer wants to be asked, as far as they have said. */
  consent: Line['consent']
  language: Language
  words: ChatWords
  onSend: (text: string, value?: Record<string, unknown>) => void
  onSendAgain: (clientId: string) => void
  onDiscard: (clientId: string) => void
}) {
  const { line, words, language } = props
  // A submitted card shows on the card itself.
  if (line.kind === 'survey-response' && line.delivery !== 'failed') return null
  const isNote = line.from === 'system' || line.kind === 'notice'
  return (
    <article class="line" data-from={isNote ? 'system' : line.from} data-kind={line.kind} data-delivery={line.delivery}>
      <h2 class={line.from === 'customer' || isNote ? 'visually-hidden' : 'line-author'}>
        {isNote ? words.note : authorName(line, words)}
      </h2>
      {line.file && (
        <div class="bubble">
          <FileView file={line.file} language={language} />
        </div>
      )}
      {line.text !== '' && !line.file && (
        <p class="bubble" dir="auto" {...(line.language && { lang: LOCALES[line.language] })}>
          <LinkedText text={line.text} />
        </p>
      )}
      {line.noted !== undefined && <p class="noted">{line.noted}</p>}
      {line.kind === 'answer' && <Honesty line={line} language={language} words={words} />}
      {props.showsCard && isCardOpen(line, props.answer, props.consent) && (
        <SurveyCard
          line={line}
          language={line.language ?? language}
          words={words}
          answer={line.kind === 'survey' ? props.answer : undefined}
          onSubmit={(value) => props.onSend('', value)}
        />
      )}
      {props.isOpenPick && line.options.length > 0 && <Picks line={line} words={words} onSend={props.onSend} />}
      {props.isBotsLast && (
        <button type="button" class="button button-quiet aside" onClick={() => props.onSend(words.whatUnderstood)}>
          {words.whatUnderstood}
        </button>
      )}
      {line.delivery === 'sending' && line.kind !== 'survey-response' && (
        <p class="delivery">{line.progress ? words.sendingShare(percent(line.progress, language)) : words.sending}</p>
      )}
      {line.delivery === 'failed' && (
        <div class="delivery problem" role="alert">
          <p>
            {words.notSent} {line.refusal}
          </p>
          {!line.isFinal && (
            <button type="button" class="button" onClick={() => props.onSendAgain(line.key)}>
              {words.sendAgain}
            </button>
          )}
          <button type="button" class="button" onClick={() => props.onDiscard(line.key)}>
            {words.discard}
          </button>
        </div>
      )}
      {line.delivery === 'stored' && line.at !== undefined && !isNote && (
        <time class="line-time" dateTime={new Date(line.at).toISOString()}>
          {clockTime(line.at, language)}
          {line.edited && ` · ${words.edited}`}
        </time>
      )}
      {props.isRead && (
        // Shown, and left out of the announcements: it says nothing that must be heard at once.
        <p class="line-time" aria-live="off">
          {words.readMark}
        </p>
      )}
    </article>
  )
}

/** Who wants no more questions is shown none that they have not answered, and the way back instead. */
function isCardOpen(line: Line, answer: Line | undefined, consent: Line['consent']): boolean {
  return line.kind === 'survey' ? answer !== undefined || consent !== 'refused' : consent === 'refused'
}

/** Where the answer comes from and how sure the bot is of it, in words and as a number. */
function Honesty(props: { line: Line; language: Language; words: ChatWords }) {
  const { line, words, language } = props
  const { confidence, source } = line
  const href = source?.url === undefined ? undefined : safeHref(source.url)
  return (
    <p class="honesty">
      {confidence !== undefined && (
        <span class="sure" data-level={sureLevel(confidence)}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" stroke-opacity="0.28" stroke-width="3" />
            <circle
              cx="7"
              cy="7"
              r="5.5"
              fill="none"
              stroke="currentColor"
              stroke-width="3"
              pathLength="100"
              stroke-dasharray={`${confidence * 100} 100`}
              transform="rotate(-90 7 7)"
            />
          </svg>
          {sureWords(confidence, percent(Math.min(confidence, SUREST), language), words)}
        </span>
      )}
      {source && (
        <span class="source">
          {words.source}:{' '}
          {href ? (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
        </span>
      )}
    </p>
  )
}

function Picks(props: { line: Line; words: ChatWords; onSend: (text: string) => void }) {
  const { line, words } = props
  return (
    <fieldset class="picks">
      <legend class="visually-hidden">{words.optionsLabel}</legend>
      {line.options.map((option) => (
        <button key={option.text} type="button" class="button pick" onClick={() => props.onSend(option.text)}>
          {option.title}
        </button>
      ))}
    </fieldset>
  )
}

function authorName(line: Line, words: ChatWords): string {
  if (line.from === 'customer') return words.you
  if (line.from === 'agent') return line.agentName ? words.person(line.agentName) : words.personUnnamed
  return words.assistant
}

type SureLevel = 'high' | 'middle' | 'low'

/** Nine in ten is quite sure, less than seven in ten is not. */
/** An estimate is never certain: 0.996 must not read as 100 %. */
const SUREST = 0.99

function sureLevel(confidence: number): SureLevel {
  if (confidence >= 0.9) return 'high'
  return confidence >= 0.7 ? 'middle' : 'low'
}

function sureWords(confidence: number, percentText: string, words: ChatWords): string {
  return { high: words.sureHigh, middle: words.sureMiddle, low: words.sureLow }[sureLevel(confidence)](percentText)
}
