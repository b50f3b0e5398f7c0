import { type CompanyPromise, isToBeKept, type TrustCause, type TrustEvent } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { ledgerEntries } from '../trust/ledger-entry.ts'

/**
 * What a commit means for the promises of its conversation. `answered`: a person has written, or says that the customer was
 * served, for example by telephone. `left`: an agent has closed it without that. `withdrawn`: nobody waits any more.
 */
export type Settlement = 'answered' | 'left' | 'withdrawn'

export function settlementOf({ messages, events, escalations }: ConversationCommit): Settlement | undefined {
  if (messages.some(({ from, body }) => from === 'agent' && body.kind !== 'correction')) return 'answered'
  const resolved = events.find(({ kind }) => kind === 'resolved')
  if (!resolved) return undefined
  if (resolved.by !== 'agent') return 'withdrawn'
  const verdict = escalations?.find(({ id }) => id === resolved.escalationId)?.outcome
  if (verdict === 'resolved') return 'answered'
  return verdict === 'unresolved' ? 'left' : 'withdrawn'
}

/**
 * Adds to a commit what becomes of the promises that are still to be kept, and what that does to the customer's trust:
 * a promise is kept or broken in the ledger once.
 *
 * @param settlement undefined: nothing but time has passed
 * @param made the promises of the conversation
 * @param ledger the customer's rows so far
 */
export function settlePromises(
  commit: ConversationCommit,
  settlement: Settlement | undefined,
  made: readonly CompanyPromise[],
  ledger: readonly TrustEvent[],
  policy: Policy['trust'],
  { now, newId }: { now: number; newId(): string },
): ConversationCommit {
  const changes = made
    .filter(isToBeKept)
    .map((before) => ({ before, after: settled(before, settlement, now) }))
    .filter(({ before, after }) => after !== before)
  const causes = changes.flatMap(({ before, after }) => causeOf(before, after) ?? []).map((cause) => ({ cause }))
  const { id: conversationId, customerId } = commit.conversation
  const about = { conversationId, customerId, at: now, newId }
  const rows = ledgerEntries([...ledger, ...commit.trustEvents], causes, about, policy)
  return {
    ...commit,
    promises: [...(commit.promises ?? []), ...changes.map(({ after }) => after)],
    trustEvents: [...commit.trustEvents, ...rows],
  }
}

function settled(promise: CompanyPromise, settlement: Settlement | undefined, now: number): CompanyPromise {
  const isBroken = promise.brokenAt === undefined && (now > promise.dueAt || settlement === 'left')
  if (settlement === undefined && !isBroken) return promise
  return {
    ...promise,
    ...(isBroken && { brokenAt: now }),
    ...(settlement === 'answered' && { keptAt: now }),
    ...((settlement === 'left' || settlement === 'withdrawn') && { endedAt: now }),
  }
}

function causeOf(before: CompanyPromise, after: CompanyPromise): TrustCause | undefined {
  if (after.brokenAt !== before.brokenAt) return 'promise-broken'
  return after.keptAt !== undefined && after.brokenAt === undefined ? 'promise-kept' : undefined
}
