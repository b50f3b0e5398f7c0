import type { CurvePoint } from './reveal-labels.ts'

/** Labels at which a curve first reaches an accuracy, as if it rose evenly between two batches; null if it never does. */
export function labelsNeeded(curve: readonly CurvePoint[], goal: number): number | null {
  const at = curve.findIndex(({ accuracy }) => accuracy >= goal)
  const [before, after] = [curve[at - 1], curve[at]]
  if (after === undefined) return null
  if (before === undefined) return after.labels
  const share = (goal - before.accuracy) / (after.accuracy - before.accuracy)
  return before.labels + share * (after.labels - before.labels)
}
