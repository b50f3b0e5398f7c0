import { useEffect } from 'preact/hooks'
import type { Language, MyTrust } from '../../bot/http/api.ts'
import { causeWords } from '../shared/cause-words.ts'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { dateTime, percent } from '../shared/numbers.ts'
import { problemWords } from '../shared/problem-words.ts'
import { CUSTOMERS_PROMISE_WORDS, promiseWords } from '../shared/promise-words.ts'
import { type MyRecord, useMyRecord } from './use-my-record.ts'
import { en, type MyRecordWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<MyRecordWords> = { en, zh }

/** What the company notes of its promises to a customer and of their ratings, for the customer. */
export function MyRecordPage() {
  const [language, chooseLanguage] = useLanguage()
  const words = dictionaries[language]
  const mine = useMyRecord()
  const { record, problem, known } = mine
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <>
      <header class="my-head">
        <a class="back" href="/chat">
          <span aria-hidden="true">←</span> {words.back}
        </a>
        <LanguageSwitch language={language} onChoose={chooseLanguage} />
      </header>
      <main class="my-record">
        <h1>{words.title}</h1>
        {!known && <p>{words.nobody}</p>}
        {problem && (
          <p class="problem" role="alert">
            {problemWords(problem, language)}
          </p>
        )}
        {known && !record && !problem && <p class="note">{words.reading}</p>}
        {record && <Record record={record} mine={mine} language={language} words={words} />}
      </main>
    </>
  )
}

function Record(props: { record: MyTrust; mine: MyRecord; language: Language; words: MyRecordWords }) {
  const { record, mine, language, words } = props
  const { trust, ledger, promises, asked } = record
  return (
    <>
      <section class="panel" aria-labelledby="trust">
        <h2 id="trust">{words.trust}</h2>
        <p data-testid="in-words">{trust.n === 0 ? words.noneYet : words.inWords(levelOf(trust.score))}</p>
        {trust.n > 0 && (
          <p class="note">
            {words.figure(percent(trust.score, language), percent(trust.low, language), percent(trust.high, language))}
          </p>
        )}
        <p class="note">{words.whatFor}</p>
      </section>
      <section class="panel" aria-labelledby="promises">
        <h2 id="promises">{words.promises}</h2>
        {promises.length === 0 && <p class="note">{words.noPromises}</p>}
        <ul class="record-lines">
          {promises.map((promise) => (
            <li key={`${promise.madeAt} ${promise.dueAt}`} data-state={promise.state}>
              <span>{promiseWords(promise, CUSTOMERS_PROMISE_WORDS[language])}</span>
              <strong>{CUSTOMERS_PROMISE_WORDS[language].states[promise.state]}</strong>
              <span class="note">
                {words.by(dateTime(promise.dueAt, language, Date.now()))}
                {promise.movedTo !== undefined && words.movedTo(dateTime(promise.movedTo, language, Date.now()))}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="panel" aria-labelledby="noted">
        <h2 id="noted">{words.noted}</h2>
        {ledger.length === 0 && <p class="note">{words.nothingNoted}</p>}
        <ul class="record-lines">
          {ledger.map((line, place) => (
            <li key={place} data-counts={line.counts}>
              {line.counts ? (
                <span>{causeWords(line, language)}</span>
              ) : (
                <span>
                  <del>{causeWords(line, language)}</del> {words.changed}
                </span>
              )}
              <span class="note">{dateTime(line.at, language, Date.now())}</span>
            </li>
          ))}
        </ul>
      </section>
      {asked !== undefined && (
        <section class="panel" aria-labelledby="asking">
          <h2 id="asking">{words.asking}</h2>
          <p id="asked-now" role="status">
            {asked ? words.isAsked : words.isNotAsked}
          </p>
          <button type="button" class="button" disabled={mine.saving} onClick={() => mine.wish(!asked)}>
            {asked ? words.stopAsking : words.askAgain}
          </button>
        </section>
      )}
    </>
  )
}

function levelOf(score: number): 'low' | 'middle' | 'high' {
  if (score < 0.4) return 'low'
  return score < 0.65 ? 'middle' : 'high'
}
