import { shareFigure } from '../../analytics/index.ts'
import { bothLanguages, type KnowledgePack } from '../../domain/index.ts'
import { type Store, TRUST_GROUPINGS, type TrustGroup, type TrustGrouping } from '../../store/index.ts'
import type { TrustGroupRow, TrustGroups } from '../http/api.ts'
import { periodOf, type ReportQuery } from './days.ts'

/** What the ledgers took in over a range of days, by need, by the bot's answers, by agent and by channel. */
export async function buildTrustGroups(
  store: Pick<Store, 'trustGroups' | 'people'>,
  { needs, timeZone }: Pick<KnowledgePack, 'needs' | 'timeZone'>,
  { from, to, channel }: ReportQuery,
): Promise<TrustGroups> {
  const period = periodOf(from, to, timeZone)
  const [people, ...sums] = await Promise.all([
    store.people.list(),
    ...TRUST_GROUPINGS.map((grouping) => store.trustGroups.groups(grouping, period, channel)),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const titles = new Map(needs.map(({ name, title }) => [name, bothLanguages(title)]))
  const called = (grouping: TrustGrouping, key: string) => {
    if (grouping === 'channel') return {}
    // Who has left, and a need that the pack no longer has, go by what they are stored under.
    if (grouping === 'agent') return { name: names.get(key) ?? key }
    return { title: titles.get(key) ?? { en: key, zh: key } }
  }
  const groups = TRUST_GROUPINGS.map((grouping, place) => {
    const rows = (sums[place] ?? []).map((group) => ({ ...figures(group), ...called(grouping, group.key) }))
    return [grouping, rows.sort((a, b) => b.rows - a.rows)] as const
  })
  return {
    from,
    to,
    timeZone,
    channel: channel ?? null,
    groups: Object.fromEntries(groups) as Record<TrustGrouping, TrustGroupRow[]>,
  }
}

function figures({ key, rows, customers, ...sums }: TrustGroup): TrustGroupRow {
  const { value, low, high } = shareFigure({ ...sums, conversations: customers })
  return { key, value, low, high, rows, customers }
}
