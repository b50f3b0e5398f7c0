import { LANGUAGES, type Language } from '../../domain/index.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { groupSayings } from './group-sayings.ts'
import { nameGroups } from './name-groups.ts'
import { collectSayings } from './sayings.ts'

export interface UncoveredMessage {
  id: string
  text: string
  language: Language
}

export interface ClusterOptions {
  /** What words mean; without it words are known only as they are written. */
  lexicon?: Lexicon
  /** Smaller clusters are left out. At least 2; 5 unless told. */
  smallest?: number
}

export interface MessageCluster {
  /** At least `smallest`, most central first. */
  ids: string[]
  language: Language
  /** A title to propose: one or two phrases that its messages have and others have not. */
  name: string
  /** 0..1: mean cosine of two of its messages. */
  cohesion: number
}

const SMALLEST = 5

/**
 * Groups messages that no need covers: what customers ask for again and again. Each language by itself; messages that
 * belong nowhere are in no cluster, and no message is in two. Largest cluster first. The same messages give the same
 * clusters in whatever order they come.
 *
 * How: the vectors that the classifier uses (features and word vectors, `nlp/intent`), the graph of nearest neighbours,
 * and Louvain's method, which finds the number of clusters by itself (see `findCommunities`). A similarity counts by
 * what it is above half the mean of all pairs.
 *
 * Bounds, per language: the first 200 units of a text are read; equal texts are one; at most 5,000 of them, or 250,000
 * units, are compared with one another, the most frequent first and then a draw by hash; the others join the cluster
 * whose middle they are near, or none. Never throws on any text.
 */
export function clusterMessages(messages: readonly UncoveredMessage[], options: ClusterOptions = {}): MessageCluster[] {
  return LANGUAGES.flatMap((language) =>
    clusterLanguage(
      messages.filter((message) => message.language === language),
      options,
    ).map((cluster) => ({ ...cluster, language })),
  ).sort((a, b) => b.ids.length - a.ids.length || b.cohesion - a.cohesion || (`${a.ids[0]}` < `${b.ids[0]}` ? -1 : 1))
}

function clusterLanguage(
  messages: { id: string; text: string }[],
  { lexicon, smallest = SMALLEST }: ClusterOptions,
): Omit<MessageCluster, 'language'>[] {
  const sayings = collectSayings(messages)
  const groups = groupSayings(sayings, lexicon)
    .map(({ members, cohesion }) => ({ members, cohesion, ids: members.flatMap((saying) => saying.ids) }))
    .filter(({ ids }) => ids.length >= Math.max(2, smallest))
    .sort((a, b) => b.ids.length - a.ids.length)
  const place = new Map(sayings.map((saying, i) => [saying, i]))
  const names = nameGroups(
    sayings.map(({ plain }) => plain),
    groups.map(({ members }) => members.map((saying) => place.get(saying) ?? -1)),
  )
  return groups.map(({ ids, cohesion }, i) => ({ ids, name: names[i] ?? '', cohesion }))
}
