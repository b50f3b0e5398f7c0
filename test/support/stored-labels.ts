import type { TurnLabel } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'

/** Every label there is, by the time it was given and its source. */
export async function storedLabels(store: Store): Promise<TurnLabel[]> {
  const labels: TurnLabel[] = []
  for await (const { turns } of store.turns.recorded({ from: 0, to: Number.MAX_SAFE_INTEGER })) {
    labels.push(...turns.flatMap((recorded) => recorded.labels))
  }
  return labels.sort((a, b) => a.at - b.at || (a.source < b.source ? -1 : 1))
}
