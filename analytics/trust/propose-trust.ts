import { fitTrust, type TrustFit } from './fit-trust.ts'
import { type Foretold, foretell, ledgerColumns, type ToldRow } from './foretell.ts'
import type { TrustPolicy } from './trust-score.ts'

export type TrustProposal =
  | Extract<TrustFit, { kind: 'too-little' }>
  | (Omit<Extract<TrustFit, { kind: 'fitted' }>, 'before' | 'after'> & {
      /** Of the ratings of one half of the customers, with figures fitted to the other half. */
      before: Foretold
      after: Foretold
      /** The proposed figures foretell customers better whom they have not seen. */
      better: boolean
    })

/**
 * Figures fitted to all ledgers, and what figures fitted to half of them are worth on the other half: what is fitted always
 * looks better where it was fitted. "Too little" is said of the half, too.
 * @param ledgers each customer's rows; every other one is held out
 */
export function proposeTrust(ledgers: readonly (readonly ToldRow[])[], policy: TrustPolicy): TrustProposal {
  const all = fitTrust(ledgers, policy)
  if (all.kind === 'too-little') return all
  const half = fitTrust(
    ledgers.filter((_, place) => place % 2 === 0),
    policy,
  )
  if (half.kind === 'too-little') return { ...half, customers: all.customers, ratings: all.ratings, rows: all.rows }
  const others = ledgers.filter((_, place) => place % 2 === 1)
  const columns = ledgerColumns(others, [...new Set(others.flat().map(({ cause }) => cause))])
  const [before, after] = [policy, half.policy].map((one) => foretell(columns, one, half.spread))
  if (!before || !after) throw new TypeError('two policies have two scores')
  return { ...all, before, after, better: after.logScore > before.logScore }
}
