import { microsOf, partOf } from '../../analytics/index.ts'
import type { QuarterBudget, ReleaseSpend } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { ReleasePeriod } from './release-period.ts'

/**
 * What becomes of a period that has ended. `due`: it may be released for so much. `released`: it was, whether the release is
 * still there or not. `too-dear`: the quarter has not so much left. `off`: the policy wants no figures.
 */
export type ReleasePlan =
  | { kind: 'due'; epsilonMicros: number; budgetMicros: number }
  | { kind: 'released' }
  | { kind: 'too-dear' }
  | { kind: 'off' }

/**
 * The quarter's budget in equal parts, one for each period that begins in it. Composition is sequential: what the releases of
 * a quarter tell about one customer together is bounded by the sum of their parts (Dwork, Roth 2014, theorem 3.16).
 * @param before the budget of a quarter before, for one that is over and had no release in its time: what was raised since is
 *   not what people were told then
 */
export function planRelease(
  { epsilonPerQuarter }: Policy['publicPage'],
  { inQuarter }: Pick<ReleasePeriod, 'inQuarter'>,
  spend: ReleaseSpend | undefined,
  budget: QuarterBudget | undefined,
  before?: QuarterBudget,
): ReleasePlan {
  const wanted = microsOf(epsilonPerQuarter)
  if (wanted === 0) return { kind: 'off' }
  const budgetMicros = budget ? wanted : Math.min(wanted, before?.budgetMicros ?? wanted)
  if (spend) return { kind: 'released' }
  // More than at an earlier release of the quarter was not what people were told; it counts from the next one on.
  const allowed = Math.min(budgetMicros, budget?.budgetMicros ?? budgetMicros)
  const epsilonMicros = partOf(allowed, inQuarter)
  return epsilonMicros <= allowed - (budget?.spentMicros ?? 0)
    ? { kind: 'due', epsilonMicros, budgetMicros }
    : { kind: 'too-dear' }
}
