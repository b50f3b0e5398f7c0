/** Area under the ROC curve: the chance that a positive scores above a negative (ties count half). Null without both. */
export function areaUnderCurve(items: { score: number; positive: boolean }[]): number | null {
  const sorted = items.toSorted((a, b) => a.score - b.score)
  const positives = sorted.filter((item) => item.positive).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1
    const meanRank = (from + 1 + to) / 2
    for (let i = from; i < to; i++) if (sorted[i]?.positive) rankSum += meanRank
    from = to
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

const BINS = 15

/**
 * Expected calibration error over 15 equal-width bins (Guo et al. 2017), 0..1; 0 without items.
 * @param items `right` may be a share, 0..1, where the truth itself is one
 */
export function expectedCalibrationError(items: { confidence: number; right: boolean | number }[]): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }))
  for (const { confidence, right } of items) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]
    if (bin === undefined) continue
    bin.confidence += confidence
    bin.right += Number(right)
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, items.length)
}

/**
 * Matthews' correlation for many classes (Gorodkin 2004), as HINT3 uses it: -1..1, 0 is chance.
 * Null when truth or prediction has one class only.
 */
export function multiClassMatthews(pairs: { truth: string; predicted: string }[]): number | null {
  const truths = countBy(pairs.map((pair) => pair.truth))
  const predictions = countBy(pairs.map((pair) => pair.predicted))
  const right = pairs.filter((pair) => pair.truth === pair.predicted).length
  const n = pairs.length
  let shared = 0
  for (const [label, count] of truths) shared += count * (predictions.get(label) ?? 0)
  const squares = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count * count, 0)
  const spread = (n * n - squares(truths)) * (n * n - squares(predictions))
  return spread === 0 ? null : (right * n - shared) / Math.sqrt(spread)
}

/** Mean over the labels that occur in the truth of the harmonic mean of precision and recall, 0..1. */
export function macroF1(pairs: { truth: string; predicted: string }[]): number | null {
  const truths = countBy(pairs.map((pair) => pair.truth))
  const predictions = countBy(pairs.map((pair) => pair.predicted))
  const hits = countBy(pairs.filter((pair) => pair.truth === pair.predicted).map((pair) => pair.truth))
  if (truths.size === 0) return null
  let sum = 0
  for (const [label, count] of truths) sum += (2 * (hits.get(label) ?? 0)) / (count + (predictions.get(label) ?? 0))
  return sum / truths.size
}

function countBy(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
