import type { KnowledgePack } from '../../domain/index.ts'
import type { ModelRecord, Store } from '../../store/index.ts'

type Settings = Pick<Store, 'settings'>

/** Keeps the pack as it is while a model is trained on it; of packs with the same hash the first. */
export async function keepTrainedPack({ settings }: Settings, dataHash: string, pack: KnowledgePack): Promise<void> {
  await settings.getOrSet(keyOf(dataHash), JSON.stringify(pack))
}

/** The pack that a model was trained on; undefined where a version made the model that did not keep it. */
export async function trainedPackOf(
  { settings }: Settings,
  { dataHash }: Pick<ModelRecord, 'dataHash'>,
): Promise<KnowledgePack | undefined> {
  const kept = await settings.get(keyOf(dataHash))
  return kept === undefined ? undefined : (JSON.parse(kept) as KnowledgePack)
}

function keyOf(dataHash: string): string {
  return `trained-pack.${dataHash}`
}
