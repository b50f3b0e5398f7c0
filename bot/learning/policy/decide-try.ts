import { CandorError } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Policy } from '../../policy/index.ts'
import { servingTry, triesOf } from './policy-in-force.ts'
import { changePolicyTries, type PolicyDecision, type PolicyTry, policyHash } from './policy-try.ts'

export interface DecideTryOptions {
  store: Pick<Store, 'settings' | 'audit'>
  kind: PolicyTry['kind']
  /** The policy as its file has it. */
  written: Policy
  decision: PolicyDecision
  newId(): string
}

/**
 * What a manager may say of a try now: take or decline what waits, take what was declined or gone back from, go back from
 * what serves. Of each kind only the newest may be taken: older ones were held against other figures or less evidence.
 * @param tries all there are, the newest first
 * @param file hash of the policy as its file has it
 */
export function openDecisions(one: PolicyTry, tries: readonly PolicyTry[], file: string): PolicyDecision['as'][] {
  const of = { file, kind: one.kind }
  if (servingTry(tries, of)?.id === one.id) return ['reverted']
  const isNewest = triesOf(tries, of)[0]?.id === one.id
  if (!isNewest || one.outcome === 'kept-back') return []
  return one.decisions === undefined ? ['taken', 'declined'] : ['taken']
}

/**
 * Notes what a manager says of figures that were tried, with an entry in the audit trail. Who reads `policyInForce` from
 * then on gets them, or those before.
 * @throws CandorError POLICY_TRY_UNKNOWN; POLICY_TRY_CLOSED where it may not be said (any more), and nothing is changed
 */
export async function decidePolicyTry(
  id: string,
  { store, kind, written, decision, newId }: DecideTryOptions,
): Promise<PolicyTry> {
  const file = policyHash(written)
  let decided: PolicyTry | undefined
  await changePolicyTries(store, (tries) => {
    const one = tries.find((each) => each.id === id && each.kind === kind)
    if (!one) throw new CandorError('POLICY_TRY_UNKNOWN', { id })
    if (!openDecisions(one, tries, file).includes(decision.as)) throw new CandorError('POLICY_TRY_CLOSED')
    const next: PolicyTry = { ...one, decisions: [...(one.decisions ?? []), decision] }
    decided = next
    return tries.map((each) => (each.id === id ? next : each))
  })
  if (!decided) throw new TypeError('a decision that was kept has a try')
  await store.audit.append({
    id: newId(),
    at: decision.at,
    actor: decision.by,
    action: `policy.${decision.as}`,
    subject: id,
    detail: JSON.stringify({ kind, before: decided.before, after: decided.after }),
  })
  return decided
}
