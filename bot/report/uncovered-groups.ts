import { type Losses, lossesOfMessages } from '../../analytics/index.ts'
import type { Channel } from '../../domain/index.ts'
import type { MessageCluster } from '../../nlp/index.ts'
import type { GapReportStore, Period, UncoveredMessage } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { GroupMessages } from './group-in-worker.ts'

/** Messages that are looked at one by one: the newest of them. */
const LOOKED_AT = 5_000

/** Messages of a period that no need covers, and those of them that say alike. */
export interface UncoveredGroups {
  messages: UncoveredMessage[]
  groups: (MessageCluster & Losses)[]
  /** There were more than are looked at. */
  newestOnly: boolean
}

export async function uncoveredGroups(
  store: Pick<GapReportStore, 'uncovered'>,
  policy: Pick<Policy, 'stakes'>,
  group: GroupMessages,
  period: Period,
  channel?: Channel,
): Promise<UncoveredGroups> {
  const newest = await store.uncovered(period, LOOKED_AT + 1, channel)
  const messages = newest.slice(0, LOOKED_AT)
  const groups = await group(messages.map(({ id, text, language }) => ({ id, text, language })))
  const byId = new Map(messages.map((message) => [message.id, message]))
  return {
    messages,
    groups: groups.map((cluster) => ({
      ...cluster,
      ...lossesOfUncovered(
        cluster.ids.flatMap((id) => byId.get(id) ?? []),
        policy,
      ),
    })),
    newestOnly: newest.length > LOOKED_AT,
  }
}

/** Of messages that no need covers some want nothing: the policy says how many. */
export function lossesOfUncovered(messages: readonly UncoveredMessage[], { stakes }: Pick<Policy, 'stakes'>): Losses {
  return lossesOfMessages(messages, stakes.standard.nothingWanted)
}
