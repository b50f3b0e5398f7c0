import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../../store/index.ts'
import type { PolicyComparison } from '../http/api.ts'
import { asksForTrust, type Policy } from '../policy/index.ts'
import { type DayRange, periodOf } from '../report/days.ts'
import { compareConversation } from './compare-conversation.ts'
import { comparisonTally } from './comparison-tally.ts'
import { hasOtherSegments, type PolicyPair } from './decide-anew.ts'

/** So many conversations, the newest, are enough for every figure to stand; more would only take longer. */
const MOST_CONVERSATIONS = 20_000

export interface ReplayOptions {
  /** At most so many conversations are looked at, the newest first. */
  most?: number
  /** @param done share of the work, 0..1 */
  onProgress?: (done: number) => void
}

/**
 * What another policy would have decided in recorded conversations. Reads only, and lets other work in after every
 * conversation.
 * @param pair both minds of one model and one pack
 * @param range days in the pack's time zone
 * @throws CandorError PERIOD_INVALID
 */
export async function replayPolicy(
  store: Pick<Store, 'turns' | 'customers' | 'reports'>,
  pair: PolicyPair,
  { from, to }: DayRange,
  { most = MOST_CONVERSATIONS, onProgress = () => {} }: ReplayOptions = {},
): Promise<PolicyComparison> {
  const { timeZone } = pair.inForce.pack
  const period = periodOf(from, to, timeZone)
  const [sums] = await store.reports.sums([period])
  const turns = Math.max(1, sums?.turns ?? 0)
  const needsLedger = hasOtherSegments(pair) && asksForTrust(pair.proposed.policy)

  const tally = comparisonTally(pair.inForce.needs)
  let seen = 0
  let seenTurns = 0
  let isCapped = false
  for await (const conversation of store.turns.recorded(period)) {
    if (seen === most) {
      isCapped = true
      break
    }
    const ledger = needsLedger ? await store.customers.trustEvents(conversation.customerId) : []
    tally.add(conversation, compareConversation(pair, conversation, ledger))
    seen += 1
    seenTurns += conversation.turns.length
    onProgress(Math.min(0.99, Math.max(seen / most, seenTurns / turns)))
    await setImmediate()
  }
  onProgress(1)
  const notTried = partsNotTried(pair.inForce.policy, pair.proposed.policy)
  return { from, to, timeZone, cappedAt: isCapped ? most : null, notTried, ...tally.figures() }
}

/** Parts of a policy that differ and decide no turn by themselves, or work through time and labels that the record has not. */
function partsNotTried(inForce: Policy, proposed: Policy): string[] {
  const parts: [string, (policy: Policy) => unknown][] = [
    ['guarantee', ({ guarantee }) => guarantee],
    ['gap', ({ gap }) => gap],
    ['conversation', ({ conversation }) => conversation],
    ['survey', ({ survey }) => survey],
    ['trust.weights', ({ trust }) => trust.weights],
  ]
  return parts.flatMap(([name, part]) => (isDeepStrictEqual(part(inForce), part(proposed)) ? [] : [name]))
}
