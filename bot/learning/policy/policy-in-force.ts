import type { Store } from '../../../store/index.ts'
import type { Policy } from '../../policy/index.ts'
import { withFigures } from './figures.ts'
import { type PolicyTry, policyHash, policyTries } from './policy-try.ts'

/**
 * The policy of the file with the figures that were learnt for it and that serve: those that the policy lets serve by itself
 * or that a manager has taken, unless one has gone back from them.
 */
export async function policyInForce(store: Pick<Store, 'settings'>, written: Policy): Promise<Policy> {
  const tries = await policyTries(store)
  if (tries.length === 0) return written
  const file = policyHash(written)
  return (['deciding', 'trust'] as const).reduce((policy, kind) => {
    const serving = servingTry(tries, { file, kind })
    return serving ? withTried(policy, serving) : policy
  }, written)
}

/**
 * The try of a kind whose figures serve, if any does; the one before it serves again when it is gone back from.
 * @param tries all there are, the newest first
 * @param file hash of the policy as its file has it
 */
export function servingTry<Kind extends PolicyTry['kind']>(
  tries: readonly PolicyTry[],
  of: { file: string; kind: Kind },
): Extract<PolicyTry, { kind: Kind }> | undefined {
  return triesOf(tries, of).find(mayServe)
}

/** The tries of a kind for a file, the newest first. */
export function triesOf<Kind extends PolicyTry['kind']>(
  tries: readonly PolicyTry[],
  { file, kind }: { file: string; kind: Kind },
): Extract<PolicyTry, { kind: Kind }>[] {
  const isOf = (one: PolicyTry): one is Extract<PolicyTry, { kind: Kind }> => one.kind === kind && one.file === file
  return tries.filter(isOf)
}

function mayServe({ outcome, decisions }: PolicyTry): boolean {
  const last = decisions?.at(-1)
  return last ? last.as === 'taken' : outcome === 'applied'
}

function withTried(policy: Policy, one: PolicyTry): Policy {
  switch (one.kind) {
    case 'deciding':
      return withFigures(policy, one.after)
    case 'trust':
      return { ...policy, trust: one.after }
    default:
      return one satisfies never
  }
}
