import { createHash } from 'node:crypto'
import type { Period, Store } from '../../../store/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { PolicyGateReason } from './compare-policies.ts'
import { type LearntFigures, withFigures } from './figures.ts'

/** Other figures for the policy, and what the gate said of them. */
export interface PolicyTry {
  id: string
  at: number
  /** `applied`: they serve from then on, until the policy's file changes. `proposed`: better, and a person's to take over. */
  outcome: 'applied' | 'proposed' | 'kept-back'
  before: LearntFigures
  after: LearntFigures
  reasons: PolicyGateReason[]
  /** How many tries the policy in force has met, this one included. */
  attempt: number
  /** Hash of the policy as its file has it. */
  file: string
  learntFrom: Period
  outcomes: { judged: number; takenOver: number }
}

const KEY = 'policy.tries'
/** Enough for years: there is one for every tenth of new outcomes at most. */
const MOST_KEPT = 500

/** Every try, the newest first. */
export async function policyTries({ settings }: Pick<Store, 'settings'>): Promise<PolicyTry[]> {
  return JSON.parse((await settings.get(KEY)) ?? '[]') as PolicyTry[]
}

export async function keepPolicyTry(store: Pick<Store, 'settings'>, one: PolicyTry): Promise<void> {
  const { settings } = store
  for (;;) {
    const before = await settings.getOrSet(KEY, '[]')
    const kept = [one, ...(JSON.parse(before) as PolicyTry[])].slice(0, MOST_KEPT)
    // Another node may have kept one meanwhile.
    if (await settings.replace(KEY, before, JSON.stringify(kept))) return
  }
}

/** The policy of the file with the figures that were learnt for it and applied, if any were and they still may be. */
export async function policyInForce(store: Pick<Store, 'settings'>, written: Policy): Promise<Policy> {
  if (written.learning.policy !== 'apply') return written
  const file = policyHash(written)
  const applied = (await policyTries(store)).find((one) => one.file === file && one.outcome === 'applied')
  return applied ? withFigures(written, applied.after) : written
}

export function policyHash(policy: Policy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex')
}
