import { compareShares } from './before-after.ts'
import type { RatioSums } from './ratio-sums.ts'

/** What may be said of all that was tried in some time. */
export type Gained =
  | 'nothing-tried'
  | 'nothing-promoted'
  /** Figures of the policy are shown to be better, and nothing took over. */
  | 'only-proposed'
  /** Promoted, and gone back from every time. */
  | 'all-rolled-back'
  | 'no-difference-shown'
  | 'better'
  | 'worse'
  | 'mixed'

/** Of what took over and was not taken back: before and after. Less is better of both. */
export interface PromotionSums {
  handoffs: { before: RatioSums; after: RatioSums }
  wrongAnswers: { before: RatioSums; after: RatioSums }
}

/** That something is called better or worse though nothing changed: at most so often, over all that is compared. */
const LEVEL = 0.05

/**
 * What was gained, by what people did: handovers, and answers that customers refused. The gap is left out, because it is
 * what the judged models think of themselves. Each of the comparisons has its part of the level (Bonferroni), so that many
 * promotions do not find a gain by luck.
 * @param tries models and figures of the policy judged in the time
 * @param promotions of them, those that stayed, as far as they can be compared
 */
export function gained(
  tries: readonly { outcome: 'promoted' | 'kept-back' | 'chosen' | 'rolled-back' | 'applied' | 'proposed' }[],
  promotions: readonly PromotionSums[],
): Gained {
  if (tries.length === 0) return 'nothing-tried'
  if (tries.every(({ outcome }) => outcome === 'kept-back')) return 'nothing-promoted'
  const tookOver = tries.filter(({ outcome }) => outcome !== 'kept-back' && outcome !== 'proposed')
  if (tookOver.length === 0) return 'only-proposed'
  if (promotions.length === 0 && tookOver.every(({ outcome }) => outcome === 'rolled-back')) return 'all-rolled-back'
  const pairs = promotions.flatMap(({ handoffs, wrongAnswers }) => [handoffs, wrongAnswers])
  const differences = pairs.map(
    ({ before, after }) => compareShares(before, after, 1 - LEVEL / pairs.length).difference,
  )
  const better = differences.some((one) => one !== null && one.high < 0)
  const worse = differences.some((one) => one !== null && one.low > 0)
  if (better && worse) return 'mixed'
  if (better) return 'better'
  return worse ? 'worse' : 'no-difference-shown'
}
