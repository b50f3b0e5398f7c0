import { type Clock, DAY_MS, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Sweep } from '../sweeps/run-sweeps.ts'
import type { Mind } from '../turn/mind.ts'
import { type Assurance, assure, isUpToDate } from './assure.ts'
import { assuredMind, thresholdInForce } from './in-force.ts'
import { readAssurance, writeAssurance } from './stored-assurance.ts'

export interface AssuranceParts {
  store: Pick<Store, 'labels' | 'settings' | 'audit'>
  mind: () => Mind
  adopt: (mind: Mind) => void
  clock: Clock
  newId: () => string
}

/** Since when checks of the model's messages count, epoch milliseconds. */
export function countedFrom({ policy }: Pick<Mind, 'policy'>, now: number): number {
  return now - policy.guarantee.days * DAY_MS
}

/**
 * What is stored for the serving model, brought up to date; every change is stored, and one of the threshold is written
 * to the audit trail. The stored value is the truth: on several nodes each looks at the same checks and comes to the same.
 */
export async function currentAssurance({
  store,
  mind,
  clock,
  newId,
}: Omit<AssuranceParts, 'adopt'>): Promise<Assurance> {
  const serving = mind()
  const { modelId, policy } = serving
  const now = clock.now()
  const from = countedFrom(serving, now)
  const stored = await readAssurance(store, modelId)
  if (stored && isUpToDate(stored, await store.labels.countChecks(modelId, from), policy)) return stored

  const assurance = assure(stored, await store.labels.checks(modelId, from), serving)
  await writeAssurance(store, modelId, assurance)
  const before = stored ? thresholdInForce(stored, policy, now).value : policy.decide.answerAbove
  const after = thresholdInForce(assurance, policy, now)
  if (after.value !== before) {
    const detail = { before, ...after, promise: assurance.promise, look: assurance.looks.taken, shown: assurance.shown }
    await store.audit.append({
      id: newId(),
      at: now,
      actor: 'system',
      action: 'assurance.threshold-changed',
      subject: modelId,
      detail: JSON.stringify(detail),
    })
  }
  return assurance
}

/** Brings the evidence up to date every minute, here or on another node, and lets the bot decide by what is in force. */
export function keepAssurance(parts: AssuranceParts): Sweep {
  return {
    name: 'keep-assurance',
    everyMs: MINUTE_MS,
    async run() {
      const mind = parts.mind()
      const assurance = await currentAssurance(parts)
      // Another model has taken over meanwhile; the next beat is about that one.
      if (parts.mind() !== mind) return 0
      const assured = assuredMind(mind, assurance, parts.clock.now())
      if (isSame(assured, mind)) return 0
      parts.adopt(assured)
      return 1
    },
  }
}

function isSame(a: Mind, b: Mind): boolean {
  const { en, zh } = a.lists
  return (
    a.answerAbove === b.answerAbove && en.threshold === b.lists.en.threshold && zh.threshold === b.lists.zh.threshold
  )
}
