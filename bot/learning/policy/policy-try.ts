import { createHash } from 'node:crypto'
import type { Foretold, TrustFit } from '../../../analytics/index.ts'
import type { Period, Store } from '../../../store/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { PolicyGateReason } from './compare-policies.ts'
import type { LearntFigures } from './figures.ts'
import type { TrustGateReason } from './judge-trust.ts'

/** What a manager said of figures that were tried. */
export interface PolicyDecision {
  /** `taken`: they serve from then on. `declined`: not now. `reverted`: they serve no more. */
  as: 'taken' | 'declined' | 'reverted'
  at: number
  /** Id of who decided. */
  by: string
}

interface Tried {
  id: string
  at: number
  /** `applied`: they serve from then on, until the policy's file changes. `proposed`: better, and a person's to take over. */
  outcome: 'applied' | 'proposed' | 'kept-back'
  /** How many tries the figures in force have met, this one included. */
  attempt: number
  /** Hash of the policy as its file has it. */
  file: string
  learntFrom: Period
  /** The oldest first; absent where nobody has decided anything. */
  decisions?: PolicyDecision[]
}

/** Figures by which the bot decides, learnt from outcomes. */
export interface DecidingTry extends Tried {
  kind: 'deciding'
  before: LearntFigures
  after: LearntFigures
  reasons: PolicyGateReason[]
  outcomes: { judged: number; takenOver: number }
}

/** What evidence of trust is worth, fitted to customers' ledgers. */
export interface TrustTry extends Tried {
  kind: 'trust'
  before: Policy['trust']
  after: Policy['trust']
  reasons: TrustGateReason[]
  evidence: Pick<TrustFit, 'customers' | 'ratings' | 'rows'>
  /** Of ratings of customers they were not fitted to. */
  foretold: { before: Foretold; after: Foretold }
}

/** Other figures for the policy, what the gate said of them, and what people did. */
export type PolicyTry = DecidingTry | TrustTry

const KEY = 'policy.tries'
/** Enough for years: there is one for every tenth of new evidence at most. */
const MOST_KEPT = 500

/** Every try, the newest first. */
export async function policyTries({ settings }: Pick<Store, 'settings'>): Promise<PolicyTry[]> {
  return parsed((await settings.get(KEY)) ?? '[]')
}

export async function keepPolicyTry(store: Pick<Store, 'settings'>, one: PolicyTry): Promise<void> {
  await changePolicyTries(store, (tries) => [one, ...tries].slice(0, MOST_KEPT))
}

/** @param change is asked again where another node has changed them meanwhile; what it throws changes nothing */
export async function changePolicyTries(
  { settings }: Pick<Store, 'settings'>,
  change: (tries: PolicyTry[]) => PolicyTry[],
): Promise<void> {
  for (;;) {
    const before = await settings.getOrSet(KEY, '[]')
    if (await settings.replace(KEY, before, JSON.stringify(change(parsed(before))))) return
  }
}

export function policyHash(policy: Policy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex')
}

/** What was kept before figures of trust were learnt does not say what it is about. */
function parsed(text: string): PolicyTry[] {
  return (JSON.parse(text) as PolicyTry[]).map((one) => ({ ...one, kind: one.kind ?? 'deciding' }) as PolicyTry)
}
