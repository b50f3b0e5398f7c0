import type { GuardVerdict } from '../../../nlp/index.ts'
import type { ModelRecord, ModelService, Period, Store } from '../../../store/index.ts'
import type { GuardFinding, LearningTry, ModelFate } from '../../http/api.ts'
import { gapTryOf } from '../../learning/index.ts'
import { type IntentTry, modelOriginOf } from '../../models/index.ts'

type Stored = Omit<ModelRecord, 'bytes'>

/** A challenger of the model that understands messages, with what the gate said. */
export interface IntentTried {
  id: string
  about: IntentTry
}

/** Challengers of the period, the newest first. */
export function intentTries(models: readonly Stored[], period: Period): IntentTried[] {
  return models
    .flatMap((model) => {
      const origin = modelOriginOf(model)
      return origin.kind === 'learnt' ? [{ id: model.id, about: origin.attempt }] : []
    })
    .filter(({ about }) => isWithin(period, about.triedAt))
}

/** Every model that was tried in the period. */
export async function modelTries(store: Pick<Store, 'models' | 'gapModels'>, period: Period): Promise<LearningTry[]> {
  const [models, services, gapModels, gapServices] = await Promise.all([
    store.models.list(),
    store.models.services(),
    store.gapModels.list(),
    store.gapModels.services(),
  ])
  const understanding = intentTries(models, period).map(
    ({ id, about }): LearningTry => ({
      id,
      kind: 'intents',
      at: about.triedAt,
      ...servingOf(id, about.verdict.promote, services),
      startedBy: about.startedBy,
      candidates: about.candidates,
      reasons: about.verdict.reasons,
    }),
  )
  const gap = gapModels
    .map((model) => ({ id: model.id, about: gapTryOf(model) }))
    .filter(({ about }) => isWithin(period, about.triedAt))
    .map(
      ({ id, about }): LearningTry => ({
        id,
        kind: 'gap',
        at: about.triedAt,
        ...servingOf(id, about.verdict.promote, gapServices),
        reasons: about.verdict.reasons,
      }),
    )
  return [...understanding, ...gap]
}

function servingOf(id: string, promoted: boolean, services: readonly ModelService[]): ModelFate {
  const last = services.findIndex(({ modelId }) => modelId === id)
  const service = services[last]
  if (!service) return { outcome: promoted ? 'promoted' : 'kept-back', serves: false }
  const left = goneBackFrom(services, last)
  if (left) return { outcome: 'rolled-back', serves: false, rolledBack: left }
  return { outcome: promoted ? 'promoted' : 'chosen', serves: service.to === undefined }
}

/** When the next one took over because this one was gone back from, if so. `services`: the latest first. */
export function goneBackFrom(services: readonly ModelService[], index: number): ModelFate['rolledBack'] {
  const next = services[index - 1]
  if (next?.reason === 'guard') return { at: next.from, by: 'guard', worse: worseRates(next) }
  return next?.reason === 'rolled-back' ? { at: next.from, by: 'person', worse: [] } : undefined
}

/** What the guard found when it put this one into service again. */
function worseRates({ detail }: ModelService): GuardFinding[] {
  if (detail === undefined) return []
  return (JSON.parse(detail) as GuardVerdict).rates.filter(({ p, level }) => p <= level)
}

export function isWithin({ from, to }: Period, at: number): boolean {
  return from <= at && at < to
}
