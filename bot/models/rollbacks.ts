import type { GuardVerdict } from '../../nlp/index.ts'
import type { Period, Store } from '../../store/index.ts'
import { MODEL_KINDS, type ModelKind, modelsOf } from './change-champion.ts'

/** A model that was gone back from. */
export interface Rollback {
  kind: ModelKind
  at: number
  left: string
  /** Absent: the one that every installation has. */
  for?: string
  by: 'guard' | 'person'
  /** What the guard found; absent where a person went back. */
  verdict?: GuardVerdict
}

/** The models that were gone back from in a period, the latest first. */
export async function rollbacks(store: Pick<Store, 'models' | 'gapModels'>, { from, to }: Period): Promise<Rollback[]> {
  const ofKind = async (kind: ModelKind) => {
    const services = await modelsOf(store, kind).services()
    return services.flatMap((service, i): Rollback[] => {
      const { modelId, from: at, reason, detail } = service
      const left = services[i + 1]?.modelId
      if ((reason !== 'guard' && reason !== 'rolled-back') || left === undefined || at < from || at >= to) return []
      return [
        {
          kind,
          at,
          left,
          ...(modelId !== undefined && { for: modelId }),
          by: reason === 'guard' ? 'guard' : 'person',
          ...(detail !== undefined && { verdict: JSON.parse(detail) as GuardVerdict }),
        },
      ]
    })
  }
  const all = await Promise.all(MODEL_KINDS.map(ofKind))
  return all.flat().sort((a, b) => b.at - a.at)
}
