import { columnCount, learnReader, readRows } from '../intent/reader.ts'
import type { SparseMatrix } from '../intent/sparse.ts'
import { buildCorpus, readTexts } from '../intent/vocabulary.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { centreOf, closeness, toLengthOne } from './centre.ts'
import { findCommunities } from './communities.ts'
import { findNearest } from './nearest.ts'
import { countWithin, type Saying } from './sayings.ts'

/** Time grows with the square of the texts that are compared with one another, memory with their features. */
const MOST_COMPARED = { texts: 5000, units: 250_000 }
/** Neighbours of a text: this times the root of the number of texts, so that the graph holds together as it grows. */
const NEIGHBOURS_PER_ROOT = 0.25
const FEWEST_NEIGHBOURS = 8
/** In a small set the neighbours are at most this share of it, or everything would be near everything. */
const LARGEST_SHARE = 0.25
/** Letters and word vectors make any two texts a little alike: only what is above this multiple of the mean counts. */
const FLOOR = 0.5
/** A text that was not compared joins a group when it is as near to its middle as this share of the members. */
const JOINS_AS_NEAR_AS = 0.75
const BATCH = 1000
/** A text that is less near to the middle than this share of what the messages are on average strayed in. */
const LEAST_NEAR = 0.6

export interface SayingGroup {
  /** Most central first. */
  members: Saying[]
  /** See `MessageCluster`. */
  cohesion: number
}

interface Member {
  saying: Saying
  /** Cosine with the middle of the group. */
  closeness: number
}

/** Compares the first sayings, as many as the bounds allow, and lets the others join the groups found. In no order. */
export function groupSayings(sayings: Saying[], lexicon?: Lexicon): SayingGroup[] {
  const bound = countWithin(plainOf(sayings), MOST_COMPARED)
  if (bound === 0) return []
  const compared = sayings.slice(0, bound)
  const corpus = buildCorpus(plainOf(compared), lexicon)
  const rows = Int32Array.from(compared.keys())
  const reader = learnReader(corpus, rows)
  const vectors = toLengthOne(readRows(reader, corpus, rows).full)
  const columns = columnCount(corpus)
  const weights = Float64Array.from(compared, ({ ids }) => ids.length)

  const floor = FLOOR * centreOf(vectors, columns, rows, new Float64Array(bound).fill(1)).cohesion
  const most = Math.max(FEWEST_NEIGHBOURS, Math.round(NEIGHBOURS_PER_ROOT * Math.sqrt(bound)))
  const count = Math.min(most, Math.max(2, Math.round(LARGEST_SHARE * bound)))
  const nearest = findNearest(vectors, columns, count, floor)
  const groups = findCommunities(nearest, weights, floor).map((found) => {
    const group = withoutFar(vectors, columns, found, weights)
    const centre = centreOf(vectors, columns, group, weights)
    const members = group
      .map((row): Member => ({ saying: compared[row] as Saying, closeness: closeness(vectors, row, centre) }))
      .sort(byCloseness)
    return { group, members, cohesion: centre.cohesion, border: borderOf(members) }
  })
  for (let from = bound; from < sayings.length; from += BATCH) {
    const batch = sayings.slice(from, from + BATCH)
    const texts = readTexts(corpus.vocabulary, plainOf(batch), lexicon)
    const read = toLengthOne(readRows(reader, texts, Int32Array.from(batch.keys())).full)
    // One middle at a time: it has a number for every feature.
    const best = batch.map(() => ({ closeness: 0, place: -1 }))
    for (const [place, { group, border }] of groups.entries()) {
      const centre = centreOf(vectors, columns, group, weights)
      for (const [row, choice] of best.entries()) {
        const near = closeness(read, row, centre)
        if (near >= border && near > choice.closeness) best[row] = { closeness: near, place }
      }
    }
    for (const [row, { closeness: near, place }] of best.entries()) {
      groups[place]?.members.push({ saying: batch[row] as Saying, closeness: near })
    }
  }
  return groups.map(({ members, cohesion }) => ({
    members: members.sort(byCloseness).map(({ saying }) => saying),
    cohesion,
  }))
}

function withoutFar(vectors: SparseMatrix, columns: number, group: number[], weights: Float64Array): number[] {
  const centre = centreOf(vectors, columns, group, weights)
  const near = group.map((row) => closeness(vectors, row, centre))
  let [sum, messages] = [0, 0]
  for (const [i, row] of group.entries()) {
    sum += (weights[row] as number) * (near[i] as number)
    messages += weights[row] as number
  }
  return group.filter((_, i) => (near[i] as number) >= (LEAST_NEAR * sum) / messages)
}

/** @param members nearest first */
function borderOf(members: Member[]): number {
  return members[Math.ceil(JOINS_AS_NEAR_AS * members.length) - 1]?.closeness ?? 1
}

function plainOf(sayings: readonly Saying[]): string[] {
  return sayings.map(({ plain }) => plain)
}

function byCloseness(a: Member, b: Member): number {
  return b.closeness - a.closeness || (a.saying.plain < b.saying.plain ? -1 : 1)
}
