import { CandorError, type KnowledgePack } from '../../domain/index.ts'
import { deserializeModel, type IntentModel } from '../../nlp/index.ts'
import type { ModelRecord } from '../../store/index.ts'

/**
 * A stored model that can serve this pack: it knows no need that the pack has not. What the pack teaches beside may have
 * changed since it was trained.
 * @throws CandorError MODEL_UNREADABLE, MODEL_UNFIT
 */
export function usableModel({ id, bytes }: Pick<ModelRecord, 'id' | 'bytes'>, pack: KnowledgePack): IntentModel {
  const model = deserializeModel(bytes)
  const known = new Set(pack.needs.map(({ name }) => name))
  const gone = model.needs.filter((need) => !known.has(need))
  if (gone.length === 0) return model
  const problem = `the pack has no need ${gone.map((need) => `"${need}"`).join(', ')}, which it knows`
  throw new CandorError('MODEL_UNFIT', { id, problem })
}
