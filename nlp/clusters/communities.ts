import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { seededRandom } from '../intent/random.ts'
import type { Nearest } from './nearest.ts'

// The package declares `export default` but is CommonJS: what it exports is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default

/** Above 1 communities get smaller: needs are finer than the topics that plain modularity finds. */
const RESOLUTION = 4
/** With fewer rows than this for each unit of resolution, two neighbours would rather stay alone. */
const ROWS_PER_RESOLUTION = 40
/** A neighbour that does not call one a neighbour too is half a neighbour. */
const ONE_SIDED = 0.5
/** Who has less than this share of its ties inside its community stands between communities. */
const LEAST_INSIDE = 0.5

interface Tie {
  from: number
  to: number
  weight: number
}

/**
 * Groups rows that are one another's neighbours: Louvain's method (Blondel et al. 2008) with the resolution of
 * Reichardt and Bornholdt (2006) on the graph of nearest neighbours.
 * @param weights how many messages a row stands for; those are tied to each other
 * @param floor what a similarity has to exceed to count
 * @returns groups of rows; rows that belong nowhere are in none
 */
export function findCommunities(nearest: Nearest, weights: Float64Array, floor: number): number[][] {
  const ties = collectTies(nearest, floor)
  const community = detect(nearest.rows, ties)
  // Messages that say the same tie a row to itself.
  const inside = weights.map((weight) => (weight - 1) * (1 - floor))
  const total = inside.slice()
  for (const { from, to, weight } of ties) {
    for (const row of [from, to]) {
      total[row] = (total[row] as number) + weight
      if (community[from] === community[to]) inside[row] = (inside[row] as number) + weight
    }
  }
  const groups = new Map<number, number[]>()
  for (let row = 0; row < nearest.rows; row++) {
    const own = inside[row] as number
    if (own === 0 || own < LEAST_INSIDE * (total[row] as number)) continue
    const group = groups.get(community[row] as number)
    if (group === undefined) groups.set(community[row] as number, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function collectTies({ rows, count, ids, similarities }: Nearest, floor: number): Tie[] {
  const isNear = (row: number, other: number) => ids.subarray(row * count, (row + 1) * count).includes(other)
  const ties: Tie[] = []
  for (let from = 0; from < rows; from++) {
    for (let at = from * count; at < (from + 1) * count; at++) {
      const to = ids[at] as number
      if (to < 0) break
      const mutual = isNear(to, from)
      if (mutual && to < from) continue
      ties.push({ from, to, weight: ((similarities[at] as number) - floor) * (mutual ? 1 : ONE_SIDED) })
    }
  }
  return ties
}

function detect(rows: number, ties: Tie[]): Int32Array {
  const graph = new UndirectedGraph()
  for (let row = 0; row < rows; row++) graph.addNode(row)
  for (const { from, to, weight } of ties) graph.addEdge(from, to, { weight })
  const resolution = Math.min(RESOLUTION, rows / ROWS_PER_RESOLUTION)
  const found = louvain(graph, { resolution, rng: seededRandom(1) })
  return Int32Array.from({ length: rows }, (_, row) => found[row] as number)
}
