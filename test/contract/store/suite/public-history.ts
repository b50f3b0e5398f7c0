import fc from 'fast-check'
import type { CompanyPromise, ConversationEvent, CsatRating } from '../../../../domain/index.ts'
import type { Period, PublicCounts, Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, promise, survey } from '../sample.ts'

const MINUTE = 60_000

/** One thing that public figures count, in a conversation of its own. Times are small numbers, so that they often meet. */
export type Deed = { customer: string; id: string } & (
  | ({ kind: 'promise' } & Pick<CompanyPromise, 'dueAt' | 'keptAt' | 'brokenAt' | 'endedAt' | 'unknown' | 'toldBy'>)
  | { kind: 'handover'; at: number; answeredAfterMs: number | undefined; follows?: string; how?: 'spam' | 'joined' }
  | { kind: 'talk'; events: ConversationEvent[] }
  | { kind: 'rating'; at: number; firstAt?: number; rating?: CsatRating; form: string; byAgent: boolean }
)

const time = fc.integer({ min: 0, max: 12 })
const who = { customer: fc.constantFrom('anna', 'ben', 'chen'), id: fc.uuid() }
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

const promised = fc.record(
  {
    ...who,
    kind: fc.constant('promise'),
    toldBy: fc.constantFrom('staff', 'customer'),
    dueAt: time,
    keptAt: time,
    brokenAt: time,
    endedAt: time,
    unknown: fc.constant(true),
  },
  { requiredKeys: ['customer', 'id', 'kind', 'toldBy', 'dueAt'] },
)
const handover = fc.record(
  {
    ...who,
    kind: fc.constant('handover'),
    at: time,
    answeredAfterMs: maybe(fc.constantFrom(0, MINUTE, MINUTE + 1, 5 * MINUTE, 6 * MINUTE, 60 * MINUTE, 61 * MINUTE)),
    follows: fc.constant('the one before'),
    how: fc.constantFrom('spam', 'joined'),
  },
  { requiredKeys: ['customer', 'id', 'kind', 'at', 'answeredAfterMs'] },
)
const talk = fc.record({
  ...who,
  kind: fc.constant('talk'),
  events: fc.array(
    fc.record({ kind: fc.constantFrom('opened', 'resolved', 'reopened', 'escalated', 'taken-over'), at: time }),
    { maxLength: 6 },
  ),
})
const rated = fc.record(
  {
    ...who,
    kind: fc.constant('rating'),
    at: time,
    firstAt: time,
    rating: fc.constantFrom(1, 2, 3, 4, 5),
    form: fc.constantFrom('csat', 'csat', 'nps'),
    byAgent: fc.boolean(),
  },
  { requiredKeys: ['customer', 'id', 'kind', 'at', 'form', 'byAgent'] },
)

export const deeds = fc.uniqueArray(fc.oneof(promised, handover, talk, rated), {
  maxLength: 16,
  selector: ({ id }) => id,
}) as fc.Arbitrary<Deed[]>

/** Writes it through the port. What follows a handover lies in the same conversation. */
export async function tell(store: Store, story: readonly Deed[]): Promise<void> {
  for (const deed of story) {
    const followed = deed.kind === 'handover' && story.some(({ id }) => id === deed.follows)
    const id = `of-${followed ? deed.follows : deed.id}`
    const read = (await store.conversations.get(id)) ?? conversation({ id, customerId: deed.customer })
    await committed(store, change(read, partsOf(deed, id)))
  }
}

function partsOf(deed: Deed, conversationId: string): Parameters<typeof change>[1] {
  const own = { conversationId, customerId: deed.customer }
  switch (deed.kind) {
    case 'promise': {
      const { kind: _, customer: _customer, ...times } = deed
      const { escalationId: _none, ...made } = promise(deed.id, { ...own, ...times })
      return { promises: [{ ...made, kind: 'deed' }] }
    }
    case 'handover': {
      const { id, at, answeredAfterMs, follows, how } = deed
      const queued = escalation(id, {
        ...own,
        queuedAt: at,
        ...(answeredAfterMs !== undefined && { firstReplyAt: at + answeredAfterMs }),
        ...(follows !== undefined && { follows }),
        ...(how === 'spam' && { outcome: 'spam', endedAt: at }),
      })
      const joined = how === 'joined' && { events: [{ kind: 'taken-over', at, escalationId: id } as const] }
      return { escalations: [queued], ...joined }
    }
    case 'talk':
      return { events: deed.events }
    case 'rating': {
      const { id, at, firstAt, rating, form, byAgent } = deed
      const about = byAgent
        ? ({ kind: 'agent', agentId: 'kim', escalationId: 'e' } as const)
        : ({ kind: 'bot', modelId: 'm', answer: { need: 'agent' } } as const)
      return {
        survey: survey(id, { ...own, sentAt: 0, form, about }),
        response: {
          surveyId: id,
          at,
          ...(firstAt !== undefined && { firstAt }),
          ...(rating === undefined ? { score: 9 } : { rating }),
        },
      }
    }
    default:
      throw deed satisfies never
  }
}

/** By the book: every row in its cell, the customer's put in order of their ids, and the first ones counted. */
export function naiveCounts(story: readonly Deed[], { from, to }: Period, rowsPerCustomer: number): PublicCounts {
  const counts: PublicCounts = {
    promises: { inTime: 0, notInTime: 0 },
    firstAnswers: { within1: 0, within5: 0, within15: 0, within60: 0, later: 0 },
    endings: { botAlone: 0, withPerson: 0 },
    ratings: { botSatisfied: 0, botNot: 0, personSatisfied: 0, personNot: 0 },
  }
  const counted = new Map<string, number>()
  for (const deed of story.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const [table, cell, at] of cellsOf(deed)) {
      if (at < from || at >= to) continue
      const key = `${deed.customer} ${table}`
      counted.set(key, (counted.get(key) ?? 0) + 1)
      const cells: Record<string, number> = counts[table]
      if ((counted.get(key) ?? 0) <= rowsPerCustomer) cells[cell] = (cells[cell] ?? 0) + 1
    }
  }
  return counts
}

function cellsOf(deed: Deed): [keyof PublicCounts, string, number][] {
  switch (deed.kind) {
    case 'promise': {
      const { dueAt, keptAt, brokenAt, endedAt, unknown, toldBy } = deed
      const isSettled = keptAt !== undefined || brokenAt !== undefined
      const isLate = endedAt === undefined && toldBy === 'staff'
      if (unknown || !(isSettled || isLate)) return []
      return [['promises', keptAt !== undefined && keptAt <= dueAt ? 'inTime' : 'notInTime', dueAt]]
    }
    case 'handover': {
      if (deed.follows !== undefined || deed.how !== undefined) return []
      const minutes = (deed.answeredAfterMs ?? Number.POSITIVE_INFINITY) / MINUTE
      const limit = [1, 5, 15, 60].find((each) => minutes <= each)
      return [['firstAnswers', limit === undefined ? 'later' : `within${limit}`, deed.at]]
    }
    case 'talk': {
      let called = false
      return deed.events.flatMap(({ kind, at }) => {
        if (kind === 'opened' || kind === 'reopened') called = false
        if (kind === 'escalated' || kind === 'taken-over') called = true
        return kind === 'resolved' ? [['endings', called ? 'withPerson' : 'botAlone', at] as const] : []
      }) as [keyof PublicCounts, string, number][]
    }
    case 'rating': {
      const { rating, form, byAgent, at, firstAt } = deed
      if (rating === undefined || form !== 'csat') return []
      return [['ratings', `${byAgent ? 'person' : 'bot'}${rating >= 4 ? 'Satisfied' : 'Not'}`, firstAt ?? at]]
    }
    default:
      throw deed satisfies never
  }
}
