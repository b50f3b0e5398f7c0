import { standing } from '../../analytics/index.ts'
import type { CompanyPromise, Conversation, TrustCause, TrustEvent, TrustSubject } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'
import { type Happening, ledgerEntries } from '../trust/ledger-entry.ts'
import { promiseSubject } from './promise-subject.ts'

/** A promise before and after something happened to it. */
export interface PromiseChange {
  before: CompanyPromise
  after: CompanyPromise
}

/**
 * What changes of promises say of the company, as rows of the customer's trust ledger: a promise is kept or broken once.
 * Where somebody takes back that it was done, the row of that time is replaced, and never deleted.
 *
 * @param ledger the customer's rows so far
 */
export function promiseRows(
  changes: readonly PromiseChange[],
  conversation: Pick<Conversation, 'id' | 'customerId' | 'channel'>,
  ledger: readonly TrustEvent[],
  policy: Policy['trust'],
  { now, newId }: { now: number; newId(): string },
): TrustEvent[] {
  const rows: TrustEvent[] = []
  for (const change of changes) {
    const subject = promiseSubject(change.after, conversation.channel)
    const happened = happeningOf(change, subject, [...ledger, ...rows])
    if (!happened) continue
    const { id: conversationId, customerId } = conversation
    const about = { conversationId, customerId, at: now, newId, subject }
    rows.push(...ledgerEntries([...ledger, ...rows], [happened], about, policy))
  }
  return rows
}

function happeningOf(
  { before, after }: PromiseChange,
  subject: TrustSubject,
  ledger: readonly TrustEvent[],
): Happening | undefined {
  if (before.keptAt !== undefined && after.keptAt === undefined) {
    const kept = inForce(ledger, before, subject)
    if (!kept) return undefined
    return after.brokenAt === undefined
      ? { cause: 'promise-kept', replaces: kept.id, isVoid: true }
      : { cause: 'promise-broken', replaces: kept.id }
  }
  const cause = causeOf(before, after)
  return cause && { cause }
}

function causeOf(before: CompanyPromise, after: CompanyPromise): TrustCause | undefined {
  if (after.brokenAt !== before.brokenAt) return 'promise-broken'
  return after.keptAt !== before.keptAt && after.brokenAt === undefined ? 'promise-kept' : undefined
}

/** The row that says that it was kept. Rows of promises alike, kept at the same moment, are worth the same. */
function inForce(
  ledger: readonly TrustEvent[],
  promise: CompanyPromise,
  subject: TrustSubject,
): TrustEvent | undefined {
  return standing(ledger, Number.POSITIVE_INFINITY).findLast(
    ({ cause, gain, conversationId, agentId, at }) =>
      cause === 'promise-kept' &&
      gain > 0 &&
      conversationId === promise.conversationId &&
      agentId === subject.agentId &&
      at === promise.keptAt,
  )
}
