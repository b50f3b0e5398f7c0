import type { Store } from '../../store/index.ts'
import type { Mind } from '../turn/mind.ts'
import { thresholdInForce } from './in-force.ts'
import { readAssurance } from './stored-assurance.ts'

/** Whether the guarantee sets the threshold that the bot answers above, and not the policy. */
export async function isGuaranteed(
  store: Pick<Store, 'settings'>,
  { modelId, policy }: Pick<Mind, 'modelId' | 'policy'>,
  now: number,
): Promise<boolean> {
  const assurance = await readAssurance(store, modelId)
  return assurance !== undefined && thresholdInForce(assurance, policy, now).from !== 'policy'
}
