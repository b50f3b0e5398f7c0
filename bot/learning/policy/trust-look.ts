import type { Store } from '../../../store/index.ts'

/** What the last look at customers' ledgers found, so that a page can say why nothing is proposed. */
export type TrustLook = { at: number; customers: number; ratings: number } & (
  | { found: 'tried' | 'too-few-ratings' | 'too-few-repeated-ratings' }
  /** Ratings since the last try, and how many it takes for the next. */
  | { found: 'too-few-new'; fresh: number; needed: number }
)

const KEY = 'policy.trust-look'

export async function lastTrustLook({ settings }: Pick<Store, 'settings'>): Promise<TrustLook | undefined> {
  const text = await settings.get(KEY)
  return text === undefined ? undefined : (JSON.parse(text) as TrustLook)
}

export function keepTrustLook({ settings }: Pick<Store, 'settings'>, look: TrustLook): Promise<void> {
  return settings.set(KEY, JSON.stringify(look))
}
