import { type GoodwillCase, type GoodwillEffect, goodwillEffect, trustChange } from '../../analytics/index.ts'
import { DAY_MS, type KnowledgePack, type TrustEvent } from '../../domain/index.ts'
import type { RuleSums, Store, TreatmentOutcome } from '../../store/index.ts'
import type { GoodwillReport, GoodwillRuleReport } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { inCents } from './goodwill-for.ts'
import { monthOf } from './goodwill-keeper.ts'

const MONTHS = 12
/** How far back the effect is looked for: the rules, the prices and the customers of longer ago are others. */
const YEAR_MS = 365 * DAY_MS

/**
 * What goodwill cost this month, and what it does.
 * @param now epoch milliseconds
 */
export async function buildGoodwillReport(
  store: Pick<Store, 'goodwill'>,
  { timeZone }: Pick<KnowledgePack, 'timeZone'>,
  policy: Pick<Policy, 'goodwill' | 'trust'>,
  now: number,
): Promise<GoodwillReport> {
  const { goodwill } = policy
  const { effect, holdOut, budgetPerMonth } = goodwill
  const month = monthOf(now, timeZone)
  const [spentCents, months, sums, outcomes] = await Promise.all([
    store.goodwill.spent(month),
    store.goodwill.months(MONTHS),
    store.goodwill.sums(month),
    store.goodwill.outcomes({ from: now - YEAR_MS, to: now }, effect.afterDays),
  ])
  const ledgers = await store.goodwill.ledgers([...new Set(outcomes.map(({ treatment }) => treatment.customerId))])
  const inPolicy = goodwill.rules.map(({ name }) => name)
  const before = [...sums, ...outcomes.map(({ treatment }) => treatment)].map(({ rule }) => rule)
  return {
    month,
    timeZone,
    budget: {
      total: budgetPerMonth,
      spent: spentCents / 100,
      // A budget that was made smaller in the middle of the month may be overspent by then.
      left: Math.max(0, inCents(budgetPerMonth) - spentCents) / 100,
    },
    months: months.toReversed().map(({ month: name, spentCents: cents }) => ({ month: name, spent: cents / 100 })),
    holdOut,
    afterDays: effect.afterDays,
    worthKnowing: effect.worthKnowing,
    rules: [...new Set([...inPolicy, ...before.toSorted()])].map((name) =>
      ruleReport(name, sums, outcomes, ledgers, policy, now),
    ),
  }
}

function ruleReport(
  name: string,
  sums: readonly RuleSums[],
  outcomes: readonly TreatmentOutcome[],
  ledgers: ReadonlyMap<string, TrustEvent[]>,
  { goodwill, trust }: Pick<Policy, 'goodwill' | 'trust'>,
  now: number,
): GoodwillRuleReport {
  const rule = goodwill.rules.find((one) => one.name === name)
  const countOf = (state: RuleSums['state']) => sums.find((one) => one.rule === name && one.state === state)
  const { effect, holdOut } = goodwill
  const own = outcomes.filter(({ treatment }) => treatment.rule === name)
  const over = own.filter(({ treatment }) => treatment.at + effect.afterDays * DAY_MS <= now)
  const cases = over.map(({ treatment, cameBack, nextRating }): GoodwillCase => {
    const until = treatment.at + effect.afterDays * DAY_MS
    return {
      heldOut: treatment.state === 'held-out',
      trustChange: trustChange(treatment, ledgers.get(treatment.customerId) ?? [], until, trust),
      cameBack,
      ...(nextRating !== undefined && { nextRating }),
    }
  })
  const found: GoodwillEffect = goodwillEffect(cases, { holdOut, worthKnowing: effect.worthKnowing })
  return {
    name,
    ...(rule && {
      policy: {
        when: rule.when,
        give: rule.give,
        cost: rule.cost,
        cooldownDays: rule.cooldownDays,
        maxPerCustomerPerYear: rule.maxPerCustomerPerYear,
      },
    }),
    given: countOf('given')?.count ?? 0,
    heldOut: countOf('held-out')?.count ?? 0,
    noBudget: countOf('no-budget')?.count ?? 0,
    spent: (countOf('given')?.costCents ?? 0) / 100,
    effect: { tooRecent: own.length - over.length, ...found },
  }
}
