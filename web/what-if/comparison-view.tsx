import type { Language, PolicyComparison, PolicyExampleDecision } from '../../bot/http/api.ts'
import { count, dateTime } from '../shared/numbers.ts'
import { DecisionMatrix } from './decision-matrix.tsx'
import { cautions, differences, remainder, truths } from './sentences.ts'
import type { WhatIfWords } from './words/en.ts'

/** What a comparison says: sentences first, then the counts, then conversations to look at. */
export function ComparisonView(props: { comparison: PolicyComparison; language: Language; words: WhatIfWords }) {
  const { comparison, language, words } = props
  const changed = comparison.matrix.filter(({ differing }) => differing > 0)
  const list = (sentences: string[], kind: string) =>
    sentences.length > 0 && (
      <ul class={kind}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    )
  return (
    <div class="comparison">
      <p class="note">
        {words.compared(count(comparison.conversations, language), comparison.from, comparison.to, comparison.timeZone)}
      </p>
      {list(cautions(comparison, language, words), 'cautions')}
      {comparison.conversations > 0 && (
        <>
          {list(differences(comparison, language, words), 'sentences')}
          <h3>{words.rightOrWrong}</h3>
          {list(truths(comparison, language, words), 'sentences')}
          <h3>{words.matrix}</h3>
          <p class="note">{words.matrixHint}</p>
          <DecisionMatrix cells={comparison.matrix} language={language} words={words} />
        </>
      )}
      {changed.length > 0 && (
        <>
          <h3>{words.examples}</h3>
          {changed.map(({ before, after, differing, examples }) => (
            <section key={`${before} ${after}`} class="example-kind">
              <h4>
                {words.turnsInto(words.kind(before), words.kind(after))} · {count(differing, language)}
              </h4>
              <ul class="examples">
                {examples.map((example) => (
                  <li key={example.conversationId}>
                    <q>{example.text}</q>
                    <span class="note">
                      {words.turnsInto(
                        decisionWords(example.before, language, words),
                        decisionWords(example.after, language, words),
                      )}
                    </span>
                    <a href={`/desk#${encodeURIComponent(example.conversationId)}`}>
                      {words.conversationOf(dateTime(example.at, language, Date.now()))}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      <h3>{words.whatTheRecordTells}</h3>
      {list(remainder(comparison, language, words), 'remainder')}
    </div>
  )
}

function decisionWords({ kind, needs }: PolicyExampleDecision, language: Language, words: WhatIfWords): string {
  const named = needs.map((title) => title[language])
  return named.length === 0 ? words.kind(kind) : words.about(words.kind(kind), words.list(named))
}
