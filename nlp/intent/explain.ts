import type { Evidence } from '../../domain/index.ts'
import type { ColumnWeights } from './column-weights.ts'
import type { Features } from './features.ts'
import type { SparseMatrix } from './sparse.ts'
import { lookUp, type Vocabulary } from './vocabulary.ts'

const MOST_EVIDENCE = 8
/** The dimensions of meaning say nothing one by one: they are told as one. */
const MEANING = -1

/** The linear part of a model. */
export interface LinearWeights extends ColumnWeights {
  needs: string[]
  vocabulary: Vocabulary
}

/**
 * What spoke for (positive) and against the need, strongest first. A contribution is told against the mean over all
 * needs: what a feature adds to every need carries nothing.
 */
export function explain(model: LinearWeights, features: Features, message: SparseMatrix, need: number): Evidence[] {
  const classes = model.needs.length
  const contributions = new Map<number, number>()
  const end = message.offsets[1] as number
  for (let at = 0; at < end; at++) {
    const id = message.ids[at] as number
    const value = (message.values[at] as number) * (model.scales[id] as number)
    const key = id < model.vocabulary.hashes.length ? id : MEANING
    const own = value * ((model.weights[id * classes + need] as number) - (model.means[id] as number))
    contributions.set(key, (contributions.get(key) ?? 0) + own)
  }
  const strongest = [...contributions].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MOST_EVIDENCE)
  const wanted = new Set(strongest.map(([id]) => id))
  const labels = new Map([[MEANING, 'meaning of the words']])
  for (const [i, hash] of features.hash.entries()) {
    const id = lookUp(model.vocabulary, hash)
    if (wanted.has(id) && !labels.has(id)) labels.set(id, features.label(i))
  }
  return strongest.map(([id, weight]) => ({ feature: labels.get(id) ?? '', weight }))
}
