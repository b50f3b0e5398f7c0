import { type CompanyPromise, isToBeKept, type TrustEvent } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { handedOn, type PassedTo } from './handed-on.ts'
import { promiseRows } from './promise-trust.ts'

/**
 * What a commit means for the promised answers of its conversation. `answered`: a person has written, or says that the
 * customer was served, for example by telephone. `left`: an agent has closed it without that. `withdrawn`: nobody waits any
 * more. Any other deed is settled by whoever says so: the end of a conversation is not the end of it.
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
 * @param settlement undefined: nothing but time has passed, or the conversation has passed to somebody
 * @param passedTo who sees to the conversation from now on, where that changes
 * @param made the promises of the conversation before the commit
 * @param ledger the customer's rows so far
 */
export function settlePromises(
  commit: ConversationCommit,
  settlement: Settlement | undefined,
  made: readonly CompanyPromise[],
  ledger: readonly TrustEvent[],
  policy: Policy['trust'],
  { now, newId, passedTo }: { now: number; newId(): string; passedTo?: PassedTo },
): ConversationCommit {
  // What the commit itself says of a promise stands.
  const said = new Map(commit.promises?.map((promise) => [promise.id, promise]))
  const changes = made
    .map((promise) => said.get(promise.id) ?? promise)
    .filter(isToBeKept)
    .map((before) => ({ before, after: handedOn(settled(before, settlement, now), passedTo) }))
    .filter(({ before, after }) => after !== before)
  for (const { after } of changes) said.set(after.id, after)
  const rows = promiseRows(changes, commit.conversation, [...ledger, ...commit.trustEvents], policy, { now, newId })
  return {
    ...commit,
    ...(said.size > 0 && { promises: [...said.values()] }),
    trustEvents: [...commit.trustEvents, ...rows],
  }
}

function settled(promise: CompanyPromise, settlement: Settlement | undefined, now: number): CompanyPromise {
  // Only the customer can tell what became of some: time alone says nothing of them.
  const isPast = promise.toldBy === 'staff' && now > promise.dueAt
  const ends = promise.kind === 'answer' ? settlement : undefined
  const isBroken = promise.brokenAt === undefined && (isPast || ends === 'left')
  if (ends === undefined && !isBroken) return promise
  return {
    ...promise,
    ...(isBroken && { brokenAt: now }),
    ...(ends === 'answered' && { keptAt: now }),
    ...((ends === 'left' || ends === 'withdrawn') && { endedAt: now }),
  }
}
