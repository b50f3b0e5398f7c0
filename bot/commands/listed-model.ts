import type { IntentVerdict } from '../../nlp/index.ts'
import type { ModelRecord, ModelService, Store } from '../../store/index.ts'
import { gapTryOf } from '../learning/index.ts'
import { type ModelKind, modelOriginOf, modelsOf } from '../models/index.ts'

/** A stored model with what became of it. */
export interface ListedModel extends Omit<ModelRecord, 'bytes' | 'manifest'> {
  kind: ModelKind
  /** Made of a changed pack, or learnt and judged by the gate. */
  origin: 'pack' | 'learnt'
  /** On the frozen suite when it was judged: messages, and the share that it read right, 0..1. */
  suite?: Partial<Record<keyof IntentVerdict['suite'], { cases: number; right: number }>>
  /** When it served, the latest first. */
  served: Omit<ModelService, 'modelId'>[]
  /** Turns of the bot while it served. */
  turns: number
}

/** The models of a kind, the newest first. `now`: until when the one that serves has served. */
export async function listedModels(
  store: Pick<Store, 'models' | 'gapModels' | 'gapReport'>,
  kind: ModelKind,
  now: number,
): Promise<ListedModel[]> {
  const models = await modelsOf(store, kind).list()
  const services = await modelsOf(store, kind).services()
  const sums = await store.gapReport.sums(services.map(({ from, to = now + 1 }) => ({ from, to })))
  return models.map(({ manifest, ...about }) => {
    const served = services.flatMap(({ modelId, ...service }, i) =>
      modelId === about.id ? [{ service, turns: sums[i]?.turns ?? 0 }] : [],
    )
    return {
      ...about,
      kind,
      ...originOf(kind, { manifest }),
      served: served.map(({ service }) => service),
      turns: served.reduce((sum, { turns }) => sum + turns, 0),
    }
  })
}

function originOf(kind: ModelKind, model: Pick<ModelRecord, 'manifest'>): Pick<ListedModel, 'origin' | 'suite'> {
  if (kind === 'gap') return { origin: 'learnt' }
  const origin = modelOriginOf(model)
  if (origin.kind === 'pack') return { origin: 'pack' }
  const suite = Object.entries(origin.attempt.verdict.suite).map(([language, { cases, challenger }]) => [
    language,
    { cases, right: challenger },
  ])
  return { origin: 'learnt', suite: Object.fromEntries(suite) }
}

/** Why the gate said what it said of it; absent of one that was made of the pack. */
export function verdictOf(kind: ModelKind, model: Pick<ModelRecord, 'manifest'>) {
  if (kind === 'gap') return { kind, ...gapTryOf(model) } as const
  const origin = modelOriginOf(model)
  return origin.kind === 'learnt' ? ({ kind, ...origin.attempt } as const) : undefined
}
