import { DAY_MS, type GoodwillReason, type Treatment, type TrustScore } from '../../domain/index.ts'
import type { GoodwillPolicy, GoodwillRule } from '../policy/index.ts'

/** Something that may call for goodwill. */
export interface GoodwillTrigger {
  reason: GoodwillReason
  /** Key of what it is for: the same cause is treated once. */
  cause: string
  conversationId: string
  /** Epoch milliseconds. */
  at: number
}

export interface GoodwillHistory {
  /** All of the customer, in any order. */
  treatments: readonly Treatment[]
  /** What all customers together have cost this month, in hundredths. */
  spentCents: number
}

export interface GoodwillEvidence {
  /** How likely the complaint is honest, 0..1; 1 where the company's own record says it. */
  honesty: number
  /** Since when the customer is known, in days. */
  knownForDays: number
  trust: TrustScore
  /** Whether anybody can be promised to call. */
  canCall: boolean
}

export type GoodwillDecision =
  | { kind: 'treat' | 'held-out'; rule: GoodwillRule }
  | { kind: 'none'; because: 'no-rule' | 'already-treated' | 'not-credible' | 'not-loyal' | 'cooldown' | 'cap' }
  /** `rule`: the one that would have held. */
  | { kind: 'none'; because: 'budget'; rule: GoodwillRule }

const YEAR_DAYS = 365

/**
 * What a customer is given. Whether they are held out is asked last: who is drawn for it would have been treated otherwise, and
 * counts for cooldown and cap like everybody else, so that the two groups differ in the gift alone.
 * @param draw 0 (included) .. 1, by the rule's name: fixed for the customer
 */
export function goodwillFor(
  trigger: GoodwillTrigger,
  { treatments, spentCents }: GoodwillHistory,
  policy: GoodwillPolicy,
  evidence: GoodwillEvidence,
  draw: (rule: string) => number,
): GoodwillDecision {
  if (treatments.some(({ cause }) => cause === trigger.cause)) return { kind: 'none', because: 'already-treated' }
  const rules = policy.rules.filter(
    ({ when, give }) => when === trigger.reason && (give !== 'call' || evidence.canCall),
  )
  if (rules.length === 0) return { kind: 'none', because: 'no-rule' }
  const doubt = doubtOf(trigger.reason, evidence, policy)
  if (doubt) return { kind: 'none', because: doubt }

  const alike = treatments.filter((one) => one.state !== 'no-budget' && isAlike(one, trigger))
  const rested = rules.filter(({ cooldownDays }) => !alike.some(({ at }) => isWithin(at, trigger.at, cooldownDays)))
  if (rested.length === 0) return { kind: 'none', because: 'cooldown' }
  const thisYear = alike.filter(({ at }) => isWithin(at, trigger.at, YEAR_DAYS)).length
  const rule = rested.find(({ maxPerCustomerPerYear }) => thisYear < maxPerCustomerPerYear)
  if (!rule) return { kind: 'none', because: 'cap' }
  // What costs nothing is given however much was spent.
  const left = inCents(policy.budgetPerMonth) - spentCents
  if (rule.cost > 0 && inCents(rule.cost) > left) return { kind: 'none', because: 'budget', rule }
  return { kind: draw(rule.name) < policy.holdOut ? 'held-out' : 'treat', rule }
}

/** Money of the policy in hundredths, so that sums are exact. */
export function inCents(money: number): number {
  return Math.round(money * 100)
}

function doubtOf(reason: GoodwillReason, { honesty, knownForDays, trust }: GoodwillEvidence, policy: GoodwillPolicy) {
  const { badRating, loyal } = policy
  switch (reason) {
    case 'promise-broken':
      return honesty < badRating.believeAbove ? 'not-credible' : undefined
    case 'bad-rating':
      return honesty < badRating.believeAbove || knownForDays < badRating.knownForDays ? 'not-credible' : undefined
    case 'loyal': {
      const isLoyal =
        trust.low > loyal.trustAbove && trust.n >= loyal.fewestEvents && knownForDays >= loyal.knownForDays
      return isLoyal ? undefined : 'not-loyal'
    }
    default:
      return reason satisfies never
  }
}

/** For such a reason; a broken promise and the bad rating of the same conversation are one story. */
function isAlike({ reason, conversationId }: Treatment, trigger: GoodwillTrigger): boolean {
  if (reason === trigger.reason) return true
  return reason !== 'loyal' && trigger.reason !== 'loyal' && conversationId === trigger.conversationId
}

/** Either way: clocks of nodes differ, and what is stored may be of a moment later. */
function isWithin(at: number, now: number, days: number): boolean {
  return Math.abs(now - at) < days * DAY_MS
}
