import type { CompanyFacts, Language, OpeningTimes } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { OpenWords } from './words/en.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** 2024-01-01 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** What the company says it will do, and when people are there. */
export function Promises(props: { facts: CompanyFacts; language: Language; words: OpenWords }) {
  const { facts, language, words } = props
  const { promises } = words
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{promises.title}</h2>
      <p>{promises.answer(facts.hours.answerWithinHours)}</p>
      {facts.promises.length > 0 && (
        <>
          <p>{promises.intro}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section class="scroll" aria-label={promises.table} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{promises.about}</th>
                  <th scope="col">{promises.what}</th>
                  <th scope="col">{promises.within}</th>
                </tr>
              </thead>
              <tbody>
                {facts.promises.map(({ about, what, withinHours, openHours, onceHandedOver }) => (
                  <tr key={about.en}>
                    <th scope="row">{about[language]}</th>
                    <td>{what[language]}</td>
                    <td>
                      {promises.hours(withinHours, openHours)}
                      {onceHandedOver && ` ${promises.onceHandedOver}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <h3>{promises.open}</h3>
      <Hours times={facts.hours} language={language} words={words} />
      {facts.queueHours.map(({ queue, ...times }) => (
        <div key={queue.en}>
          <h4>{queue[language]}</h4>
          <Hours times={times} language={language} words={words} />
          <p class="note">{promises.answer(times.answerWithinHours)}</p>
        </div>
      ))}
    </section>
  )
}

function Hours(props: { times: OpeningTimes; language: Language; words: OpenWords }) {
  const { times, language, words } = props
  const { promises } = words
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  const always = times.holidays.length === 0 && DAYS.every((name) => times.week[name]?.includes('00:00-24:00'))
  if (always) return <p>{promises.always}</p>
  return (
    <>
      <dl class="hours">
        {DAYS.map((name, index) => (
          <div key={name}>
            <dt>{weekday.format(A_MONDAY + index * DAY_MS)}</dt>
            <dd>{times.week[name]?.join(promises.and).replaceAll('-', '–') || promises.closed}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{promises.zone(times.timeZone)}</p>
      {times.holidays.length > 0 && (
        <p class="note">
          {promises.holidays(times.holidays.map((date) => day.format(new Date(date))).join(promises.and))}
        </p>
      )}
    </>
  )
}
