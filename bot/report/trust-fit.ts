import { RATINGS_FOR_A_FIT, ROWS_FOR_A_WEIGHT } from '../../analytics/index.ts'
import type { Store } from '../../store/index.ts'
import type { TrustFitReport, TrustFitTry } from '../http/api.ts'
import {
  lastTrustLook,
  openDecisions,
  type PolicyTry,
  policyHash,
  policyTries,
  servingTry,
  type TrustTry,
  triesOf,
} from '../learning/index.ts'
import type { Policy } from '../policy/index.ts'

/** So many of the newest are shown. */
const SHOWN = 20

/**
 * What was fitted of trust to customers' ledgers, and what became of it.
 * @param written the policy as its file has it
 * @param inForce the policy that serves
 */
export async function buildTrustFitReport(
  store: Pick<Store, 'settings' | 'people'>,
  written: Policy,
  inForce: Policy,
): Promise<TrustFitReport> {
  const [tries, look, people] = await Promise.all([policyTries(store), lastTrustLook(store), store.people.list()])
  const file = policyHash(written)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    learning: written.learning.policy,
    inForce: inForce.trust,
    needed: { ratings: 2 * RATINGS_FOR_A_FIT, rows: ROWS_FOR_A_WEIGHT },
    look: look ?? null,
    tries: tries
      .filter((one): one is TrustTry => one.kind === 'trust')
      .slice(0, SHOWN)
      .map((one) => shown(one, tries, file, names)),
  }
}

function shown(
  one: TrustTry,
  tries: readonly PolicyTry[],
  file: string,
  names: ReadonlyMap<string, string>,
): TrustFitTry {
  const { id, at, before, after, evidence, foretold, reasons, decisions = [] } = one
  const [reason] = reasons
  if (!reason) throw new TypeError('figures that were tried have a verdict')
  const { customers, ratings, gain, p, level } = reason
  return {
    id,
    at,
    state: stateOf(one, tries, file),
    open: openDecisions(one, tries, file),
    before,
    after,
    evidence,
    heldOut: { customers, ratings, before: foretold.before, after: foretold.after, gain, p, level },
    decisions: decisions.map(({ as, at, by }) => ({ as, at, byName: names.get(by) ?? by })),
  }
}

function stateOf(one: TrustTry, tries: readonly PolicyTry[], file: string): TrustFitTry['state'] {
  const of = { file, kind: 'trust' } as const
  if (servingTry(tries, of)?.id === one.id) return 'serves'
  if (one.outcome === 'kept-back') return 'kept-back'
  if (triesOf(tries, of)[0]?.id !== one.id) return 'past'
  const last = one.decisions?.at(-1)
  if (last?.as === 'reverted') return 'left'
  return last?.as === 'declined' ? 'declined' : 'waits'
}
