import { setImmediate as othersFirst } from 'node:timers/promises'
import { CandorError, type Clock, type KnowledgePack, type Language, type LocalizedText } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Backlog, BacklogItem, PackChange } from '../http/api.ts'
import { addDraftNeed, exampleKey, isWritable } from '../knowledge/index.ts'
import type { Policy } from '../policy/index.ts'
import { periodOf, type ReportQuery } from '../report/days.ts'
import type { GroupMessages } from '../report/group-in-worker.ts'
import { pricesOf } from '../report/prices-of.ts'
import { lossesOfUncovered, type UncoveredGroups, uncoveredGroups } from '../report/uncovered-groups.ts'
import { backlogItems } from './backlog.ts'
import type { CandidateReview } from './candidate-review.ts'
import { exampleText } from './example-text.ts'
import { type PackFolder, packChange } from './pack-change.ts'

/** Texts whose masked form is remembered: to look for names takes time, and it is the same messages that are looked at. */
const TEXTS_REMEMBERED = 10_000

export interface BacklogOptions {
  store: Pick<Store, 'gapReport' | 'audit'>
  review: Pick<CandidateReview, 'takeBackNones'>
  pack(): KnowledgePack
  policy: Pick<Policy, 'stakes'>
  group: GroupMessages
  folder: PackFolder
  clock: Clock
  newId(): string
}

export interface BacklogReader {
  read(query: ReportQuery): Promise<Backlog>
  /**
   * Makes a need of a group. What was accepted in it as none of the needs is pending again, where it is no example.
   * @param by id of the agent
   * @throws CandorError CLUSTER_UNKNOWN, and those of `addDraftNeed`
   */
  makeNeed(
    by: string,
    cluster: string,
    query: ReportQuery,
    need: { name: string; title: LocalizedText },
  ): Promise<PackChange>
}

/** What customers ask for and no need covers, as needs to make. */
export function backlogReader(options: BacklogOptions): BacklogReader {
  const { store, review, pack, policy, group, folder, clock, newId } = options
  const known = new Map<string, string>()
  const example = (text: string, language: Language) => {
    const found = known.get(text) ?? exampleText(text, language)
    if (known.size >= TEXTS_REMEMBERED) known.clear()
    known.set(text, found)
    return found
  }

  async function look({ from, to, channel }: ReportQuery): Promise<{ found: UncoveredGroups; items: BacklogItem[] }> {
    const now = pack()
    const found = await uncoveredGroups(store.gapReport, policy, group, periodOf(from, to, now.timeZone), channel)
    for (const { ids } of found.groups) {
      const own = new Set(ids)
      for (const { id, text, language } of found.messages) if (own.has(id)) example(text, language)
      // Customers are answered by the same thread.
      await othersFirst()
    }
    const items = backlogItems({
      ...found,
      pack: now,
      example,
      losses: (messages) => lossesOfUncovered(messages, policy),
      prices: pricesOf(policy),
    })
    return { found, items }
  }

  return {
    async read(query) {
      const { timeZone } = pack()
      const [{ found, items }, writable] = await Promise.all([look(query), isWritable(folder.dir)])
      return {
        from: query.from,
        to: query.to,
        timeZone,
        items,
        uncovered: {
          messages: found.messages.length,
          grouped: items.reduce((sum, { messages }) => sum + messages, 0),
          newestOnly: found.newestOnly,
        },
        writable,
      }
    },

    async makeNeed(by, cluster, query, { name, title }) {
      const { found, items } = await look(query)
      const ids = found.groups.find((one) => one.ids.includes(cluster))?.ids
      const item = items.find((one) => one.cluster === ids?.[0])
      if (!item) throw new CandorError('CLUSTER_UNKNOWN')
      const edit = await addDraftNeed(folder.dir, { name, title, examples: { [item.language]: item.examples } })
      const change = packChange(name, edit)
      await store.audit.append({
        id: newId(),
        at: clock.now(),
        actor: by,
        action: 'need.drafted',
        subject: name,
        detail: JSON.stringify({ file: edit.file, group: item.name, messages: item.messages, changes: change.changes }),
      })
      const own = new Set(ids)
      const taught = new Set(item.examples.map(exampleKey))
      await review.takeBackNones(
        by,
        found.messages.filter(({ id }) => own.has(id)),
        taught,
      )
      await folder.changed()
      return change
    },
  }
}
