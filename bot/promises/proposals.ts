import { type CompanyPromise, isToBeKept, MINUTE_MS } from '../../domain/index.ts'
import { type FoundPromise, findPromises } from '../../nlp/index.ts'
import { isOpen, type OpeningHours } from '../hours/index.ts'
import { dueAtOf } from './due-at.ts'

/** A promise that a text seems to make, for the agent to accept, change or refuse. */
export interface ProposedPromise extends Pick<FoundPromise, 'action' | 'certainty'> {
  /** The words that promise, as they can be said to the customer again. */
  what: string
  /** Epoch milliseconds; absent where no time was said: the agent gives it. */
  dueAt?: number
  /** The company is closed in the minute before it is due. */
  closed?: true
}

/** As much as a promise takes. */
export const MOST_WORDS = 300
/** "Within an hour", said again some minutes later, is not put off by these minutes. */
const SAME_MOMENT_MS = 15 * MINUTE_MS
/** Share of the shorter one's pairs of letters that two wordings of one deed have in common. */
const SAME_WORDS = 0.6

/**
 * What an agent's text promises and nobody keeps track of yet. What stands in the conversation already is not proposed again:
 * the same deed for the same time or a later one. For an earlier time it is a new promise.
 *
 * @param standing promises of the conversation; those that are settled do not count
 * @param keptBack rules (`marker`) that propose nothing
 * @param said when, and by which hours and whose clock times are told
 */
export function proposedPromises(
  text: string,
  standing: readonly CompanyPromise[],
  said: { at: number; hours: OpeningHours; timeZone: string },
  keptBack: ReadonlySet<string> = new Set(),
): ProposedPromise[] {
  const known = standing.flatMap((promise) =>
    promise.kind === 'deed' && isToBeKept(promise) && promise.what !== undefined
      ? [{ what: promise.what, dueAt: promise.dueAt }]
      : [],
  )
  const proposed: ProposedPromise[] = []
  for (const { what, deadline, action, certainty, marker } of findPromises(text)) {
    if (keptBack.has(marker)) continue
    const dueAt = dueAtOf(deadline, said.at, said.hours, said.timeZone)
    const one = { what: what.slice(0, MOST_WORDS), action, certainty, ...(dueAt !== undefined && timeOf(dueAt, said)) }
    if (![...known, ...proposed].some((other) => covers(other, one))) proposed.push(one)
  }
  return proposed
}

function timeOf(dueAt: number, { hours, timeZone }: { hours: OpeningHours; timeZone: string }) {
  return { dueAt, ...(!isOpen(hours, timeZone, dueAt - MINUTE_MS) && { closed: true as const }) }
}

function covers(standing: Pick<ProposedPromise, 'what' | 'dueAt'>, one: ProposedPromise): boolean {
  if (standing.what === one.what) return true
  if (one.dueAt !== undefined && (standing.dueAt ?? Number.POSITIVE_INFINITY) > one.dueAt + SAME_MOMENT_MS) return false
  const action = findPromises(standing.what)[0]?.action
  if (action !== one.action) return false
  // A customer is called or answered once; of what is sent or seen to there may be several.
  return (action !== 'send' && action !== 'other') || areAlike(standing.what, one.what)
}

function areAlike(a: string, b: string): boolean {
  const [shorter, longer] = [pairsOf(a), pairsOf(b)].toSorted((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  const common = [...shorter].filter((pair) => longer.has(pair)).length
  return shorter.size > 0 && common / shorter.size >= SAME_WORDS
}

function pairsOf(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))
}
