/** The words of the view on goodwill. */
export const goodwillEn = {
  hint: 'What customers are given after the company broke its word, after a bad rating that the record confirms, or because they have trusted it for long. The rules stand in policy.yaml under “goodwill”.',
  budget: 'Budget',
  spentOf: (spent: string, total: string) => `${spent} of ${total} spent.`,
  left: (left: string) => `${left} left this month.`,
  noBudget: 'There is no budget: what costs money is not given.',
  chart: 'Spent by month',
  month: 'Month',
  spent: 'Spent',
  noRules: 'No rule is written, and none was.',
  when: {
    'promise-broken': 'after a broken promise',
    'bad-rating': 'after a bad rating',
    loyal: 'for long trust',
  },
  give: { priority: 'Served sooner at the next handover', voucher: 'A voucher', call: 'A call' },
  rule: (give: string, when: string) => `${give} ${when}`,
  bounds: (cost: string, days: string, times: string) =>
    `Costs ${cost}. Not again within ${days} days, at most ${times} times a year and customer.`,
  noLonger: 'Stands in the policy no more.',
  given: 'Given this month',
  heldOut: 'Held out',
  refused: 'No budget left',
  cost: 'Cost',
  effect: 'What it does',
  enough: (treated: string, heldOut: string) =>
    `Told from ${treated} customers treated and ${heldOut} held out by chance.`,
  notEnough: (counted: string, needed: string, difference: string) =>
    `Not enough yet: ${counted} of ${needed} customers, to find a difference of ${difference}.`,
  groupsNeeded: (treated: string, heldOut: string) => `${treated} treated, ${heldOut} held out`,
  nobodyHeldOut: 'Nobody is held out (holdOut is 0), so that what it does cannot be told.',
  tooRecent: (count: string, days: string) => `${count} more were treated or held out less than ${days} days ago.`,
  figure: 'Figure',
  treatedGroup: 'Treated',
  heldOutGroup: 'Held out',
  difference: 'Difference (95 % interval)',
  trust: (days: string) => `Change of trust after ${days} days`,
  cameBack: (days: string) => `Came back within ${days} days`,
  rating: 'Next rating, of those who gave one',
  interval: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  tooFew: 'too few to tell',
  howTold:
    'Of the customers for whom a rule holds, a draw that stays fixed holds some out. Each customer counts once, with the first time, in the group into which they were drawn, whether or not they saw the gift. Intervals: Welch for means, Newcombe for shares. Looking again and again at a difference that is not enough yet finds more than there is.',
}

export type GoodwillWords = typeof goodwillEn
