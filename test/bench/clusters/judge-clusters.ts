import { OUT_OF_SCOPE } from '../nlu/candidate.ts'

/** A cluster is pure when this share of it is one need. */
export const PURE = 0.8

export interface Judgement {
  clusters: number
  pure: number
  /** Needs that are the majority of a pure cluster: of any, and of one that holds this share of their messages at least. */
  back: { any: number; third: number; half: number }
  /** Share of the needs' messages that are in a cluster, 0..1. */
  covered: number
  /** Share of the messages out of scope that are in a cluster; null where there are none. */
  noiseInside: number | null
}

/** @param labels by place @param clusters places in `labels` */
export function judgeClusters(labels: string[], clusters: number[][]): Judgement {
  const sizes = countLabels(labels)
  const bestShare = new Map<string, number>()
  let pure = 0
  for (const cluster of clusters) {
    const counts = countLabels(cluster.map((place) => labels[place] ?? OUT_OF_SCOPE))
    const [need = OUT_OF_SCOPE, size = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
    if (need === OUT_OF_SCOPE || size < PURE * cluster.length) continue
    pure += 1
    bestShare.set(need, Math.max(bestShare.get(need) ?? 0, size / (sizes.get(need) ?? 1)))
  }
  const inside = countLabels(clusters.flat().map((place) => labels[place] ?? OUT_OF_SCOPE))
  const noise = sizes.get(OUT_OF_SCOPE) ?? 0
  const noiseInside = inside.get(OUT_OF_SCOPE) ?? 0
  const back = (share: number) => [...bestShare.values()].filter((best) => best >= share).length
  return {
    clusters: clusters.length,
    pure,
    back: { any: bestShare.size, third: back(1 / 3), half: back(1 / 2) },
    covered: (clusters.flat().length - noiseInside) / Math.max(1, labels.length - noise),
    noiseInside: noise === 0 ? null : noiseInside / noise,
  }
}

function countLabels(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
