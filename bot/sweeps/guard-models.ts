import { type Guarded, MODEL_KINDS, type ModelKind } from '../models/index.ts'
import type { Sweep } from './run-sweeps.ts'

interface Log {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
}

/** Looks every ten seconds whether it is time to look at a new model; most often it is not, and that costs next to nothing. */
export function guardModels(
  guard: (kind: ModelKind) => Promise<Guarded>,
  /** As the policy says: `learning.rollBack`. */
  rollsBack: () => boolean,
  log: Log,
): Sweep {
  return {
    name: 'guard-models',
    everyMs: 10_000,
    async run() {
      if (!rollsBack()) return 0
      let rolledBack = 0
      for (const kind of MODEL_KINDS) {
        const found = await guard(kind)
        tell(found, log)
        if (found.kind === 'rolled-back') rolledBack += 1
      }
      return rolledBack
    },
  }
}

function tell(found: Guarded, log: Log): void {
  switch (found.kind) {
    case 'rolled-back':
      log.warn({ ...found.way, ...found.verdict }, 'the new model does worse: the one before serves again')
      break
    case 'worse-but-kept': {
      const { modelId, problem, verdict } = found
      log.warn({ modelId, problem, ...verdict }, 'the new model does worse, and was not gone back from')
      break
    }
    case 'no-worse':
      log.info({ modelId: found.modelId, ...found.verdict }, 'the new model does no worse than the one before')
      break
    case 'not-watched':
    case 'too-few-turns':
      break
    default:
      found satisfies never
  }
}
