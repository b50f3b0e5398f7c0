import type { Assurance, Language } from '../../bot/http/api.ts'
import { count, dateTime, percent } from '../shared/numbers.ts'
import { ShareBar } from '../shared/share-bar.tsx'
import type { CheckWords } from './words/en.ts'

const LANGUAGES: Language[] = ['en', 'zh']

/** Whether the promise is kept, which threshold is in force and why, and how often lists hold what is needed. */
export function PromiseState(props: { assurance: Assurance; language: Language; words: CheckWords }) {
  const { assurance, language, words } = props
  const { promise, guarantee, answerAbove, labels, needed } = assurance
  const share = (value: number) => percent(value, language)
  const number = (value: number) => count(value, language)
  const threshold = words.threshold(share(answerAbove.value))
  const since = answerAbove.from === 'policy' ? '' : dateTime(answerAbove.since, language, Date.now())
  return (
    <>
      <p class="promise-text">{words.promiseText(share(promise.atMostWrong), share(promise.confidence))}</p>
      <p>
        <strong class="standing" data-kind={guarantee.kind}>
          {guarantee.kind === 'not-enough-evidence'
            ? words.notEnough(number(guarantee.labels), number(guarantee.needed))
            : words.standing[guarantee.kind]}
        </strong>
      </p>
      {guarantee.kind === 'guaranteed' && (
        <p>
          {words.guaranteedBy(number(guarantee.labels), number(guarantee.answered), number(guarantee.wrong))}{' '}
          {words.atMost(precise(guarantee.riskAtMost, language))}
        </p>
      )}
      {guarantee.kind === 'not-shown' && (
        <p>{words.notShownBy(number(guarantee.labels), precise(guarantee.lowestBound, language))}</p>
      )}
      <p>
        {threshold} {words.thresholdFrom[answerAbove.from](since)}
      </p>
      <div class="progress">
        <p>
          {guarantee.kind !== 'not-enough-evidence' && `${words.progress(number(labels), number(needed))} `}
          <span class="note">{words.counted(number(assurance.checks), number(promise.days))}</span>
        </p>
        <ShareBar share={labels / needed} />
      </div>
      <h3>{words.lists}</h3>
      <p class="note">{words.listsHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="scroll" aria-label={words.lists} tabIndex={0}>
        <table>
          <caption class="visually-hidden">{words.lists}</caption>
          <thead>
            <tr>
              {words.listColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LANGUAGES.map((each) => {
              const list = assurance.lists[each]
              const measured = list.cases === 0 ? undefined : list
              return (
                <tr key={each}>
                  <th scope="row">{words.languages[each]}</th>
                  <td>{share(list.wanted)}</td>
                  <td>{measured ? share(list.guaranteed) : words.noData}</td>
                  <td>{measured ? words.measured(share(list.coverage), share(list.coverageAtLeast)) : words.noData}</td>
                  <td>{number(list.cases)}</td>
                  <td>
                    {list.from === 'customers'
                      ? words.fromCustomers
                      : words.fromExamples(number(list.customerCases), number(list.customerCasesNeeded))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {LANGUAGES.some((each) => assurance.lists[each].from === 'examples') && <p class="note">{words.examplesHelp}</p>}
    </>
  )
}

/** A bound in percent with one decimal: 4.2 % and 4.8 % are not the same promise. */
function precise(value: number, language: Language): string {
  return `${(100 * value).toFixed(1)}${language === 'zh' ? '%' : ' %'}`
}
