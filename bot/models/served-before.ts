import type { ModelRecord, ModelService } from '../../store/index.ts'

/**
 * The model that one goes back to from the one that serves. Going back twice goes back two steps: what was left that way
 * is not come back to, and neither is what served after it.
 * @param services the latest first
 * @param first the one that every installation has serves before all others: `{}`; where there is none such, undefined
 */
export function servedBefore(
  services: readonly ModelService[],
  first?: Record<string, never>,
): Pick<ModelService, 'modelId'> | undefined {
  const road: Pick<ModelService, 'modelId'>[] = first ? [first] : []
  for (const { modelId, reason } of services.toReversed()) {
    const earlier = road.findLastIndex((one) => one.modelId === modelId)
    if (wentBack(reason) && earlier >= 0) road.length = earlier + 1
    else road.push({ ...(modelId !== undefined && { modelId }) })
  }
  return road.at(-2)
}

/**
 * What the pack taught when the model that serves was promoted: the data hash of the latest that was made of a pack. A model
 * that somebody went back to may be older than the pack, and is still the one wanted for it.
 * @param services the latest first
 */
export function packThen(
  services: readonly ModelService[],
  models: readonly Pick<ModelRecord, 'id' | 'dataHash'>[],
): string | undefined {
  const made = services.find(({ reason }) => reason === 'pack' || reason === 'gate')
  return models.find(({ id }) => id === made?.modelId)?.dataHash
}

function wentBack(reason: ModelService['reason']): boolean {
  return reason === 'rolled-back' || reason === 'guard'
}
