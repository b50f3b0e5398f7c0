import type { CustomerTrust, Language } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import type { CustomerWords } from './words/en.ts'

/** The score on a line from 0 to 100 %, with how far it may be off and where everybody starts. */
export function TrustScale(props: {
  trust: CustomerTrust['trust']
  prior: CustomerTrust['prior']
  language: Language
  words: CustomerWords
}) {
  const { trust, prior, language, words } = props
  const said = [percent(trust.score, language), percent(trust.low, language), percent(trust.high, language)] as const
  const at = (share: number) => `${100 * share}%`
  return (
    <div class="trust-scale">
      <p class="trust-score">
        <strong data-testid="score">{said[0]}</strong>{' '}
        <span>{trust.n === 0 ? words.onlyPrior : words.likely(said[1], said[2], trust.n)}</span>
      </p>
      <div class="scale" aria-hidden="true">
        <span class="scale-band" style={{ insetInlineStart: at(trust.low), width: at(trust.high - trust.low) }} />
        <span class="scale-prior" style={{ insetInlineStart: at(prior.score) }} />
        <span class="scale-mark" style={{ insetInlineStart: at(trust.score) }} />
      </div>
      <p class="scale-ends note" aria-hidden="true">
        <span>{percent(0, language)}</span>
        <span>{words.startsAt(percent(prior.score, language))}</span>
        <span>{percent(1, language)}</span>
      </p>
    </div>
  )
}
