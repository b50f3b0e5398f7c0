import { useId, useRef } from 'preact/hooks'
import type { Language, TrustFitDecision, TrustFitTry } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, dateTime } from '../shared/numbers.ts'
import { FitFigures } from './fit-figures.tsx'
import { IntervalMark } from './interval-mark.tsx'
import type { FitWords } from './words/fit-en.ts'

/** Figures that were fitted: what they would change, how well they foretell, and what may be done with them. */
export function FitTry(props: {
  one: TrustFitTry
  isBusy: boolean
  /** @returns whether it was done */
  onDecide: (id: string, as: TrustFitDecision) => Promise<boolean>
  /** Rows from which on a cause gets a weight of its own. */
  needed: number
  language: Language
  words: FitWords
}) {
  const { one, isBusy, onDecide, language, words } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const { evidence, heldOut, decisions } = one
  const number = (value: number) => count(value, language)
  const time = (at: number) => dateTime(at, language, Date.now())
  const figure = (value: number, digits: number, sign: 'auto' | 'exceptZero' = 'auto') =>
    new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: digits, signDisplay: sign }).format(value)
  const gain = (value: number) => figure(value, 2, 'exceptZero')
  const decide = async (as: TrustFitDecision) => {
    // The buttons change: who used them by keyboard goes on from the heading.
    if (await onDecide(one.id, as)) heading.current?.focus()
  }
  return (
    <section class="panel" aria-labelledby={id} data-testid="fit-try" data-state={one.state}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {words.state[one.state]}
      </h2>
      <p class="note">
        {words.fitted(time(one.at), number(evidence.ratings), number(evidence.customers))}
        {decisions.map(({ as, at, byName }) => (
          <span key={`${as} ${at}`}> {words.decided[as](byName, time(at))}</span>
        ))}
      </p>
      <p>
        {words.foretells(
          number(heldOut.ratings),
          number(heldOut.customers),
          figure(heldOut.after.rmse, 3),
          figure(heldOut.before.rmse, 3),
        )}
      </p>
      <p>
        {words.gain(gain(heldOut.gain.value), gain(heldOut.gain.low), gain(heldOut.gain.high))}{' '}
        {words.test(figure(heldOut.p, 2), figure(heldOut.level, 2))}
        <IntervalMark {...heldOut.gain} />
      </p>
      <FitFigures {...props} />
      {one.open.length > 0 && (
        <p class="fit-choice">
          {one.open.map((as) => (
            <button
              key={as}
              type="button"
              class={as === 'taken' ? 'button button-primary' : 'button'}
              disabled={isBusy}
              onClick={() => void decide(as)}
            >
              {words.decide[as]}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
