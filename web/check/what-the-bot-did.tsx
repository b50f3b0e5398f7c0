import { useEffect, useRef } from 'preact/hooks'
import type { Language, NextCheck } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { CustomerWords } from './customer-words.tsx'
import type { Judged } from './use-check.ts'
import type { CheckWords } from './words/en.ts'

/** After the verdict: what the bot had taken the message for, and said. */
export function WhatTheBotDid(props: {
  check: Extract<NextCheck, { kind: 'check' }>
  judged: Judged
  language: Language
  words: CheckWords
  onNext: () => Promise<void>
}) {
  const { check, judged, language, words } = props
  const { meant, bot } = judged
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus({ preventScroll: true }), [])
  const chosen = meant.kind === 'need' ? check.needs.find(({ name }) => name === meant.need) : undefined
  const said = meant.kind === 'need' ? (chosen?.title[language] ?? meant.need) : words.meant[meant.kind]
  return (
    <div class="verdict">
      <CustomerWords check={check} language={language} words={words} />
      <div role="status" class="bot-did" data-agrees={bot.agrees}>
        <p>
          <strong>{bot.agrees ? words.agrees : words.differs}</strong>
        </p>
        <p>{words.youSaid(said)}</p>
        <p>{words.botBelieved(bot.believed.title[language], percent(bot.believed.probability, language))}</p>
        {bot.replies.length > 0 && (
          <>
            <p class="note">{words.botSaid}</p>
            {bot.replies.map((reply) => (
              <blockquote key={reply}>{reply}</blockquote>
            ))}
          </>
        )}
      </div>
      <div class="verdict-end">
        <button ref={next} type="button" class="button button-primary" onClick={() => void props.onNext()}>
          {words.next}
        </button>
        <p class="note">{words.stands}</p>
      </div>
    </div>
  )
}
