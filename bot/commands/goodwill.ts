import { Command } from 'commander'
import { systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { buildGoodwillReport } from '../goodwill/index.ts'
import type { GoodwillEffectReport, GoodwillGroups, GoodwillReport, GoodwillRuleReport } from '../http/api.ts'
import { loadPack } from '../knowledge/index.ts'
import { policyInForce } from '../learning/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface ReportOptions {
  pack: string
  data: string
  json?: true
}

/** `candor goodwill …`: what customers are given, what it costs and what it does. */
export function goodwillCommand(): Command {
  const goodwill = new Command('goodwill').description('what customers are given, what it costs and what it does')
  goodwill
    .command('report')
    .description('this month’s budget and gifts by rule, and their effect on trust against customers who were held out')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: ReportOptions) => {
      const [pack, policy] = await Promise.all([loadPack(options.pack), loadPolicy(options.pack)])
      const store = await openExistingStore(readConfig(process.env).database, options.data)
      try {
        const report = await buildGoodwillReport(store, pack, await policyInForce(store, policy), systemClock.now())
        console.log(options.json ? JSON.stringify(report) : asText(report))
      } finally {
        await store.close()
      }
    })
  return goodwill
}

function asText({ month, timeZone, budget, holdOut, afterDays, rules }: GoodwillReport): string {
  return [
    `${month} (${timeZone}): ${money(budget.spent)} of ${money(budget.total)} spent, ${money(budget.left)} left`,
    `held out: ${(holdOut * 100).toFixed(0)} %`,
    ...(rules.length === 0 ? ['no rules'] : rules.flatMap((rule) => ruleText(rule, afterDays))),
  ].join('\n')
}

function ruleText({ name, policy, given, heldOut, noBudget, spent, effect }: GoodwillRuleReport, afterDays: number) {
  const what = policy
    ? `${policy.give} when ${policy.when}, ${money(policy.cost)} each, at most ${policy.maxPerCustomerPerYear} a year and customer`
    : 'stands in the policy no more'
  return [
    '',
    `${name}: ${what}`,
    `  this month: ${given} given (${money(spent)}), ${heldOut} held out, ${noBudget} refused for lack of budget`,
    `  ${enoughText(effect)}`,
    `  trust after ${afterDays} days: ${groups(effect.trust, (value) => value.toFixed(3))}`,
    `  came back: ${groups(effect.cameBack, (value) => `${(value * 100).toFixed(1)} %`)}`,
    `  next rating: ${groups(effect.rating, (value) => value.toFixed(2))}`,
  ]
}

function enoughText({ needed, enough, trust: { n }, tooRecent }: GoodwillEffectReport): string {
  const recent = tooRecent > 0 ? `; ${tooRecent} more are too recent` : ''
  if (!needed) return 'nobody is held out: the effect cannot be told'
  const counted = `${n.treated} treated and ${n.heldOut} held out of ${needed.treated} and ${needed.heldOut} needed`
  return `${enough ? 'enough to tell' : 'not enough yet'}: ${counted}${recent}`
}

function groups({ treated, heldOut, difference }: GoodwillGroups, show: (value: number) => string): string {
  if (treated === null || heldOut === null) return 'no data yet'
  const between = difference
    ? `difference ${show(difference.value)} (95 %: ${show(difference.low)} to ${show(difference.high)})`
    : 'too few to tell the difference'
  return `${show(treated)} treated, ${show(heldOut)} held out; ${between}`
}

function money(amount: number): string {
  return amount.toFixed(2)
}
