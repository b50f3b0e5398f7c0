import { fitTrust, type TrustFit, type TrustPolicy, trustEvidence, trustScore } from '../../../analytics/index.ts'
import { DAY_MS, type TrustEvent, type TrustScore } from '../../../domain/index.ts'
import { seededRandom } from '../../../nlp/intent/random.ts'
import { type SimulatedCustomer, simulateCustomer, type World, YEAR_DAYS } from './customers.ts'

/** How trust is estimated: a score of the rows until a time, with an interval where the method has one. */
type Estimator = (ledger: readonly TrustEvent[], now: number) => Pick<TrustScore, 'score'> & Partial<TrustScore>

/** Sums over estimates; `covered` counts those whose interval held the truth. */
export interface Errors {
  estimates: number
  squares: number
  intervals: number
  covered: number
  width: number
}

/** Customers of a company whose ledgers its policy is fitted to, and others on whom it is judged. */
const FITTED_TO = 1000
const JUDGED_ON = 700
/** Times of the year at which each customer is estimated, beside its end. */
const RANDOM_TIMES = 2

export const METHODS = ['fitted', 'fitted, without half-life', 'policy as delivered', 'mean of the ratings'] as const
export type Method = (typeof METHODS)[number]

/** One company's year: its policy fitted to the ledgers of half of its customers, and each method judged on the others. */
export function simulateYear(
  world: World,
  seed: number,
  delivered: TrustPolicy,
): { errors: Record<Method, Errors>; customers: number; policy: TrustPolicy } {
  const random = seededRandom(seed)
  const customers = Array.from({ length: FITTED_TO + JUDGED_ON }, (_, number) =>
    simulateCustomer(world, `customer-${number}`, delivered, random),
  )
  const known = customers.slice(0, FITTED_TO).map(({ ledger }) => ledger)
  const policy = fittedPolicy(fitTrust(known, delivered))
  const methods: Record<Method, Estimator> = {
    fitted: (ledger, now) => trustScore(reweighed(ledger, policy), now, policy),
    'fitted, without half-life': (ledger, now) =>
      trustScore(reweighed(ledger, policy), now, { ...policy, halfLifeDays: Number.MAX_SAFE_INTEGER }),
    'policy as delivered': (ledger, now) => trustScore(ledger, now, delivered),
    'mean of the ratings': meanOfRatings,
  }
  const judged = customers.slice(FITTED_TO).flatMap((customer) => {
    const days = [YEAR_DAYS - 1, ...Array.from({ length: RANDOM_TIMES }, () => Math.floor(random() * YEAR_DAYS))]
    return days.map((day) => ({ customer, day }))
  })
  const errorsOf = (method: Method) => [method, errors(methods[method], judged)] as const
  return {
    errors: Object.fromEntries(METHODS.map(errorsOf)) as Record<Method, Errors>,
    customers: JUDGED_ON,
    policy,
  }
}

export function addErrors(all: readonly Errors[]): Errors {
  const sum = (of: (one: Errors) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    estimates: sum(({ estimates }) => estimates),
    squares: sum(({ squares }) => squares),
    intervals: sum(({ intervals }) => intervals),
    covered: sum(({ covered }) => covered),
    width: sum(({ width }) => width),
  }
}

function errors(estimate: Estimator, judged: readonly { customer: SimulatedCustomer; day: number }[]): Errors {
  return addErrors(
    judged.map(({ customer: { ledger, trust }, day }) => {
      const { score, low, high } = estimate(ledger, (day + 1) * DAY_MS)
      const truth = trust[day] ?? 0
      const hasInterval = low !== undefined && high !== undefined
      return {
        estimates: 1,
        squares: (score - truth) ** 2,
        intervals: Number(hasInterval),
        covered: Number(hasInterval && low <= truth && truth <= high),
        width: hasInterval ? high - low : 0,
      }
    }),
  )
}

function fittedPolicy(fit: TrustFit): TrustPolicy {
  if (fit.kind === 'too-little') throw new Error(`the simulated record is too small to fit: too few ${fit.because}`)
  return fit.policy
}

/** The ledger as it would stand had the policy been in force all along. */
function reweighed(ledger: readonly TrustEvent[], policy: TrustPolicy): TrustEvent[] {
  return ledger.map((row) => ({ ...row, ...trustEvidence(row.cause, policy, row.gain / (row.gain + row.loss)) }))
}

/** What one would write first; the middle for who has rated nothing. */
function meanOfRatings(ledger: readonly TrustEvent[], now: number): { score: number } {
  const shares = ledger
    .filter(({ cause, at }) => cause === 'survey-rating' && at <= now)
    .map(({ gain, loss }) => gain / (gain + loss))
  return { score: shares.length === 0 ? 0.5 : shares.reduce((sum, share) => sum + share, 0) / shares.length }
}
