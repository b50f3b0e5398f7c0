import type { ComponentChildren } from 'preact'
import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { useMedia } from '../shared/use-media.ts'
import { GapMeter } from './gap-meter.tsx'
import { PromiseActButtons } from './promise-act-buttons.tsx'
import { PromiseLine } from './promise-line.tsx'
import type { DeskPromises } from './use-promises.ts'
import { Why } from './why.tsx'
import type { DeskWords } from './words/en.ts'

/** Everything known before the first word: a column of its own where there is room, else folded above the transcript. */
export function Known(props: {
  conversation: DeskConversation
  promises: DeskPromises
  language: Language
  words: DeskWords
  /** Help that stands first. */
  children?: ComponentChildren
}) {
  const { words } = props
  const wide = useMedia('(min-width: 1180px)')
  const content = (
    <>
      {props.children}
      <Facts {...props} />
      <Why {...props} />
    </>
  )
  if (!wide) {
    return (
      <details class="known">
        <summary>{words.known}</summary>
        <div class="known-body">{content}</div>
      </details>
    )
  }
  return (
    <section
      class="known known-body"
      aria-label={words.known}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      {content}
    </section>
  )
}

function Facts(props: {
  conversation: DeskConversation
  promises: DeskPromises
  language: Language
  words: DeskWords
}) {
  const { conversation, language, words } = props
  const { escalation, customer, promises, details } = conversation
  return (
    <div class="facts">
      <dl class="pairs">
        <div>
          <dt>{words.trust}</dt>
          <dd>
            {/* Beside the desk, so that nobody loses what they are writing. */}
            <a href={`/customer?id=${encodeURIComponent(customer.id)}`} target="_blank" rel="noopener">
              {trustWords(customer.trust, language, words)}
            </a>
          </dd>
        </div>
        {promises.map((promise) => (
          <div key={promise.id} data-overdue={promise.overdue} class="promise-known">
            <dt>{words.promisesOpen}</dt>
            <dd>
              <PromiseLine promise={promise} language={language} words={words} now={Date.now()} />
              <PromiseActButtons promise={promise} promises={props.promises} words={words} />
            </dd>
          </div>
        ))}
        {Object.entries(details).map(([name, value]) => (
          <div key={name}>
            <dt>{words.entity[name] ?? name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        class="button button-small"
        onClick={() => props.promises.ask({ kind: 'make', conversationId: conversation.id, what: '' })}
      >
        {words.promise.add}
      </button>
      {escalation && <GapMeter gap={escalation.gap} language={language} words={words} />}
    </div>
  )
}

function trustWords(trust: DeskConversation['customer']['trust'], language: Language, words: DeskWords): string {
  if (trust.n === 0) return words.trustNone
  const { score, low, high } = trust
  return words.trustValue(percent(score, language), percent(low, language), percent(high, language), trust.n)
}
