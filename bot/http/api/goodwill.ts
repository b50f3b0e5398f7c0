// --- goodwill: for managers and administrators ---
// GET /api/goodwill                                      -> GoodwillReport

/** What each rule gave in the month, what it cost, and what it does to trust. Money is in the company's currency. */
export interface GoodwillReport {
  /** `YYYY-MM`, by the company's calendar: the one of now. */
  month: string
  timeZone: string
  budget: { total: number; spent: number; left: number }
  /** The last twelve months with any spending, the oldest first. */
  months: { month: string; spent: number }[]
  /** Share of customers held out, 0..1. */
  holdOut: number
  /** The effect is looked at so many days after; a difference of trust of `worthKnowing` is to be found. */
  afterDays: number
  worthKnowing: number
  /** In the order of the policy; rules that stand there no more come last. */
  rules: GoodwillRuleReport[]
}

export interface GoodwillRuleReport {
  name: string
  /** Absent for a rule that stands in the policy no more. */
  policy?: { when: GoodwillWhen; give: GoodwillGift; cost: number; cooldownDays: number; maxPerCustomerPerYear: number }
  /** This month. */
  given: number
  heldOut: number
  noBudget: number
  /** What those given cost. */
  spent: number
  effect: GoodwillEffectReport
}

export type GoodwillWhen = 'promise-broken' | 'bad-rating' | 'loyal'
export type GoodwillGift = 'priority' | 'voucher' | 'call'

/** Of the last year, each customer once: what became of those treated and of those held out. */
export interface GoodwillEffectReport {
  /** For whom the days are not over yet. */
  tooRecent: number
  /** Customers needed in each group to find what is worth knowing; null where nobody is held out. */
  needed: { treated: number; heldOut: number } | null
  enough: boolean
  /** Change of the trust score, -1..1. */
  trust: GoodwillGroups
  /** Share who came back, 0..1. */
  cameBack: GoodwillGroups
  /** Mean of the next rating, 1..5, of those who gave one. */
  rating: GoodwillGroups
}

export interface GoodwillGroups {
  treated: number | null
  heldOut: number | null
  /** Treated - held out, with its 95 % interval; null where too few cannot tell. */
  difference: { value: number; low: number; high: number } | null
  n: { treated: number; heldOut: number }
}

/** What a customer was given lately, for the agent who serves them. */
export interface DeskGift {
  gift: GoodwillGift
  when: GoodwillWhen
  at: number
}
