import type { Language, NextCheck } from '../../bot/http/api.ts'
import { dateTime } from '../shared/numbers.ts'
import type { CheckWords } from './words/en.ts'

/** The message in question, with what the same customer wrote before it. */
export function CustomerWords(props: {
  check: Extract<NextCheck, { kind: 'check' }>
  language: Language
  words: CheckWords
}) {
  const { check, language, words } = props
  return (
    <>
      {check.before.length > 0 && (
        <div class="said-before">
          <p class="note">{words.before}</p>
          <ol>
            {check.before.map(({ at, text }) => (
              <li key={at}>{text}</li>
            ))}
          </ol>
        </div>
      )}
      <figure class="said">
        <blockquote>{check.text}</blockquote>
        <figcaption class="note">{words.wroteAt(dateTime(check.at, language, Date.now()))}</figcaption>
      </figure>
    </>
  )
}
