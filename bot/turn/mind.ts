import type { KnowledgePack, Need, Understanding } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'

/** What the bot thinks with during one turn: a trained model, what the company taught it, and its policy. Swapped as a whole. */
export interface Mind {
  modelId: string
  pack: KnowledgePack
  /** The pack's needs by name. */
  needs: ReadonlyMap<string, Need>
  policy: Policy
  understand(text: string, now: number): Understanding
}
