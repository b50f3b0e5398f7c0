import { useState } from 'preact/hooks'
import type { Language, PublicRelease, PublicShare, TransparencyPage } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, percent } from '../shared/numbers.ts'
import { IntervalBar } from './interval-bar.tsx'
import type { OpenWords } from './words/en.ts'

/** How the promises were kept: the released figures of one period, each with its interval and how many it was counted of. */
export function Figures(props: { page: TransparencyPage; language: Language; words: OpenWords }) {
  const { page, language, words } = props
  const { releases, missing, privacy } = page
  const [chosen, choose] = useState(0)
  const release = releases[chosen] ?? releases[0]
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures.title}</h2>
      {privacy.isOff && <p>{words.figures.off}</p>}
      {missing && (
        <p class="hint">{words.figures.missing[missing.why](days(missing.firstDay, missing.lastDay, language))}</p>
      )}
      {release && (
        <>
          {releases.length > 1 ? (
            <div class="period">
              <label for="period">{words.figures.period}</label>
              <select
                id="period"
                class="input"
                value={releases.indexOf(release)}
                onChange={(event) => choose(Number(event.currentTarget.value))}
              >
                {releases.map(({ firstDay, lastDay, every }, index) => (
                  <option key={`${every} ${firstDay}`} value={index}>
                    {days(firstDay, lastDay, language)}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <p class="period">{days(release.firstDay, release.lastDay, language)}</p>
          )}
          <Release release={release} language={language} words={words} />
        </>
      )}
    </section>
  )
}

function Release(props: { release: PublicRelease; language: Language; words: OpenWords }) {
  const { release, language, words } = props
  const { figures, noise, timeZone, releasedAt } = release
  const { names } = words.figures
  const tile = (name: keyof typeof names, share: PublicShare) => (
    <Tile key={name} id={name} name={names[name]} share={share} language={language} words={words} />
  )
  const published = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(releasedAt)
  return (
    <>
      <div class="tiles">
        {tile('promisesInTime', figures.promisesInTime)}
        {tile('satisfiedWithPerson', figures.satisfiedWithPerson)}
        {tile('satisfiedWithBot', figures.satisfiedWithBot)}
        {tile('botAlone', figures.botAlone)}
      </div>
      <h3>{words.figures.answered}</h3>
      <p class="note">{words.figures.answeredHow}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="scroll" aria-label={words.figures.answered} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figures.within}</th>
              <th scope="col">{words.figures.share}</th>
              <th scope="col">{words.figures.interval}</th>
              <th scope="col">{words.figures.n}</th>
            </tr>
          </thead>
          <tbody>
            {figures.answeredWithin.map(({ minutes, share }) => (
              <tr key={minutes}>
                <th scope="row">{words.figures.minutes(minutes)}</th>
                {isShown(share) ? (
                  <>
                    <td>
                      <strong>{shareWords(share, language, words)}</strong>
                      <IntervalBar share={share} />
                    </td>
                    <td>{intervalWords(share, language, words)}</td>
                    <td>{count(share.n, language)}</td>
                  </>
                ) : (
                  <td colSpan={3} class="note">
                    {words.figures.withheld[share.kind]}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="note">{words.figures.reading(noise.rowsPerCustomer, published)}</p>
    </>
  )
}

type ShownShare = Extract<PublicShare, { share: number }>

function isShown(share: PublicShare): share is ShownShare {
  return 'share' in share
}

function Tile(props: { id: string; name: string; share: PublicShare; language: Language; words: OpenWords }) {
  const { id, name, share, language, words } = props
  return (
    <section class="tile" aria-labelledby={`figure-${id}`} data-testid={id}>
      <h3 id={`figure-${id}`}>{name}</h3>
      {isShown(share) ? (
        <>
          <p class="tile-main">{shareWords(share, language, words)}</p>
          <IntervalBar share={share} />
          <p class="note">{words.figures.between(intervalWords(share, language, words), count(share.n, language))}</p>
        </>
      ) : (
        <p class="note">{words.figures.withheld[share.kind]}</p>
      )}
    </section>
  )
}

function shareWords({ kind, share }: ShownShare, language: Language, words: OpenWords): string {
  return kind === 'share' ? percent(share, language) : words.figures[kind](percent(share, language))
}

function intervalWords({ low, high }: ShownShare, language: Language, words: OpenWords): string {
  return words.figures.range(percent(low, language), percent(high, language))
}

/** Days as YYYY-MM-DD, which stand for themselves in every time zone. */
function days(first: string, last: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  // In Chinese a range would be given in figures alone.
  if (language === 'zh') return `${format.format(new Date(first))}至${format.format(new Date(last))}`
  return format.formatRange(new Date(first), new Date(last))
}
