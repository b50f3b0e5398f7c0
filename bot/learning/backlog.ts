import { gapCost, type Losses, type Prices } from '../../analytics/index.ts'
import type { KnowledgePack, Language } from '../../domain/index.ts'
import type { MessageCluster } from '../../nlp/index.ts'
import type { UncoveredMessage } from '../../store/index.ts'
import type { BacklogItem } from '../http/api.ts'
import { exampleKey } from '../knowledge/index.ts'

/** What a draft need is taught at most: more of the same adds little, and somebody should read it. */
const MOST_EXAMPLES = 50
/** Of fewer messages no need is made. */
const FEWEST_MESSAGES = 5

export interface BacklogFacts {
  groups: readonly MessageCluster[]
  messages: readonly UncoveredMessage[]
  pack: Pick<KnowledgePack, 'needs' | 'outOfScope'>
  /** Without what tells who wrote it; empty where nothing is left. */
  example(text: string, language: Language): string
  losses(messages: readonly UncoveredMessage[]): Losses
  prices: Prices
}

/**
 * Groups of messages that no need covers, as needs to make, the dearest first. Messages whose words the pack has as examples
 * by now count no more. A group is `drafted` when one need teaches most of what is typical of it.
 */
export function backlogItems({ groups, messages, pack, ...facts }: BacklogFacts): BacklogItem[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const taught = taughtTexts(pack)
  return groups
    .flatMap((group) => {
      const members = group.ids.flatMap((id) => {
        const message = byId.get(id)
        return message ? [{ message, text: facts.example(message.text, message.language) }] : []
      })
      const left = members.filter(({ text }) => !taught.has(exampleKey(text)))
      const examples = distinct(left.map(({ text }) => text)).slice(0, MOST_EXAMPLES)
      if (left.length < FEWEST_MESSAGES || examples.length === 0) return []
      const own = left.map(({ message }) => message)
      const losses = facts.losses(own)
      const drafted = draftedNeed(distinct(members.map(({ text }) => text)), taught)
      return [
        {
          // Whatever comes in meanwhile, the most typical message stays in a group of its kind.
          cluster: group.ids[0] ?? '',
          language: group.language,
          name: group.name,
          messages: own.length,
          customers: new Set(own.map(({ customerId }) => customerId)).size,
          handovers: losses.handovers,
          dissatisfied: losses.dissatisfied,
          cost: gapCost(losses, facts.prices),
          examples,
          ...(drafted !== undefined && { drafted }),
        },
      ]
    })
    .sort((a, b) => b.cost - a.cost || b.messages - a.messages || (a.cluster < b.cluster ? -1 : 1))
}

/** The need that has a text as its example, by the text's key; undefined for what is out of scope. */
function taughtTexts({ needs, outOfScope }: Pick<KnowledgePack, 'needs' | 'outOfScope'>) {
  const taught = new Map<string, string | undefined>()
  for (const text of Object.values(outOfScope ?? {}).flat()) taught.set(exampleKey(text), undefined)
  for (const { name, examples } of needs)
    for (const text of Object.values(examples).flat()) taught.set(exampleKey(text), name)
  return taught
}

/** @param texts the most typical first */
function draftedNeed(texts: readonly string[], taught: ReadonlyMap<string, string | undefined>): string | undefined {
  const typical = texts.slice(0, MOST_EXAMPLES)
  const needs = typical.flatMap((text) => taught.get(exampleKey(text)) ?? [])
  return needs.find((need) => needs.filter((other) => other === need).length > typical.length / 2)
}

/** Each text once, as it came first; none that is empty. */
function distinct(texts: readonly string[]): string[] {
  const first = new Map<string, string>()
  for (const text of texts) if (text !== '' && !first.has(exampleKey(text))) first.set(exampleKey(text), text)
  return [...first.values()]
}
