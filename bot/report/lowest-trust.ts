import { trustScore } from '../../analytics/index.ts'
import type { Channel } from '../../domain/index.ts'
import type { Period, Store } from '../../store/index.ts'
import type { Dashboard } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'

const SHOWN = 10
/** Rows of ledgers that are looked at, however many customers there are. */
const NEWEST = 5_000

/** What the list says, and what not. */
export const LOWEST_TRUST_DEFINITION = {
  en: `Of the customers about whom something was noted in the period, those with the lowest trust as it stands now: what was noted long ago counts less each day. At most the latest ${NEWEST.toLocaleString('en')} notes of the period are looked at, so in a large shop choose a shorter one to look further back.`,
  zh: `在本期内有信任记录的顾客中，当前信任度最低的几位：记录越久远，权重越低。最多查看本期最近 ${NEWEST.toLocaleString('en')} 条记录；顾客很多时，请选择更短、更早的时间范围以查看更早的记录。`,
}

/**
 * Who trusts the company least, of those heard of in a period.
 * @param now epoch milliseconds, of which the scores are, whatever the period is
 */
export async function lowestTrust(
  store: Pick<Store, 'reports' | 'customers'>,
  policy: Policy['trust'],
  period: Period,
  now: number,
  channel?: Channel,
): Promise<Dashboard['lowestTrust']> {
  const { prior, halfLifeDays } = policy
  const asked = { now, prior, halfLifeDays, newest: NEWEST, limit: SHOWN }
  const lowest = await store.reports.lowestTrust(period, asked, channel)
  return Promise.all(
    lowest.map(async ({ customerId, name, lastAt }) => {
      const { score, low, high, n } = trustScore(await store.customers.trustEvents(customerId), now, policy)
      return { customerId, name: name ?? customerId, trust: score, low, high, n, lastAt }
    }),
  )
}
