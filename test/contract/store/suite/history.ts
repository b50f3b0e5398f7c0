import fc from 'fast-check'
import { trustPosterior } from '../../../../analytics/index.ts'
import {
  CHANNELS,
  type Channel,
  CONVERSATION_EVENTS,
  type ConversationEvent,
  ESCALATION_REASONS,
  type EscalationReason,
  type SurveyResponse,
} from '../../../../domain/index.ts'
import type { LowestTrustQuery, Period, PeriodSums, Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, escalation, survey, trustEvent, turn } from '../sample.ts'

/** What happened in one conversation, in the order of writing. Times are small numbers, so that they often meet. */
export interface Chapter {
  channel: Channel
  customer: string
  events: ConversationEvent[]
  turns: { at: number; gap: number }[]
  surveys: { sentAt: number; response?: Omit<SurveyResponse, 'surveyId'> }[]
  escalations: { queuedAt: number; reasons: EscalationReason[]; follows?: string }[]
  trust: { at: number; scoreAfter: number; customer: string; outsideConversation: boolean }[]
}

const time = fc.integer({ min: 0, max: 12 })
const customer = fc.constantFrom('anna', 'ben', 'chen')
const share = fc.double({ min: 0, max: 1, noNaN: true })

export const chapters: fc.Arbitrary<Chapter[]> = fc.array(
  fc.record({
    channel: fc.constantFrom(...CHANNELS),
    customer,
    events: fc.array(
      fc.record(
        {
          kind: fc.constantFrom(...CONVERSATION_EVENTS),
          at: time,
          by: fc.constantFrom('bot' as const, 'agent' as const, 'idle' as const),
        },
        { requiredKeys: ['kind', 'at'] },
      ),
      { maxLength: 8 },
    ),
    turns: fc.array(fc.record({ at: time, gap: share }), { maxLength: 4 }),
    surveys: fc.array(
      fc.record(
        {
          sentAt: time,
          response: fc.record(
            { at: time, rating: fc.constantFrom(1, 2, 3, 4, 5), resolved: fc.boolean() },
            { requiredKeys: ['at', 'rating'] },
          ),
        },
        { requiredKeys: ['sentAt'] },
      ),
      { maxLength: 3 },
    ),
    escalations: fc.array(
      fc.record(
        {
          queuedAt: time,
          reasons: fc.uniqueArray(fc.constantFrom(...ESCALATION_REASONS), { minLength: 1, maxLength: 3 }),
          follows: fc.constant('the one before'),
        },
        { requiredKeys: ['queuedAt', 'reasons'] },
      ),
      { maxLength: 3 },
    ),
    trust: fc.array(fc.record({ at: time, scoreAfter: share, customer, outsideConversation: fc.boolean() }), {
      maxLength: 4,
    }),
  }) as fc.Arbitrary<Chapter>,
  { maxLength: 5 },
)

export const periods: fc.Arbitrary<Period[]> = fc.array(
  fc.tuple(time, time).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  { maxLength: 4 },
)

/** Writes the history through the port, a bit of each kind per commit. */
export async function tell(store: Store, story: Chapter[]): Promise<void> {
  for (const name of ['anna', 'ben', 'chen']) {
    await committed(store, change(conversation({ id: `first-of-${name}`, customerId: name })))
  }
  for (const [index, chapter] of story.entries()) {
    const id = `c${index}`
    let read = conversation({ id, channel: chapter.channel, customerId: chapter.customer })
    read = await committed(store, change(read, { events: chapter.events, trustEvents: trustOf(chapter, id) }))
    for (const [seq, { at, gap }] of chapter.turns.entries()) {
      const told = turn(`${id}-${seq}`, { conversationId: id, seq, at })
      read = await committed(store, change(read, { turn: { ...told, gap: { ...told.gap, value: gap } } }))
    }
    for (const [number, { sentAt, response }] of chapter.surveys.entries()) {
      const sent = survey(`${id}-${number}`, { conversationId: id, channel: chapter.channel, sentAt })
      const answer = response && { response: { ...response, surveyId: sent.id } }
      read = await committed(store, change(read, { survey: sent, ...answer }))
    }
    for (const [number, parts] of chapter.escalations.entries()) {
      const queued = escalation(`${id}-${number}`, { conversationId: id, ...parts })
      read = await committed(store, change(read, { escalations: [queued] }))
    }
  }
}

function trustOf(chapter: Chapter, conversationId: string) {
  return chapter.trust.map(({ at, scoreAfter, customer, outsideConversation }, index) => {
    const { conversationId: _, ...event } = trustEvent(`${conversationId}-${index}`, {
      customerId: customer,
      at,
      scoreAfter,
      ...evidenceOf(scoreAfter),
    })
    return outsideConversation ? event : { ...event, conversationId }
  })
}

/** The sums by the book: as the port defines them, one event after the other. */
export function naiveSums(story: Chapter[], period: Period, channel?: Channel): PeriodSums {
  const told = ofChannel(story, channel)
  const inside = ({ at }: { at: number }) => period.from <= at && at < period.to
  const events = told.flatMap((chapter) => chapter.events.filter(inside))
  const turns = told.flatMap((chapter) => chapter.turns.filter(inside))
  const scores = [...lastScores(story, period.to, channel).values()].map(({ score }) => score)
  return {
    period,
    opened: events.filter(({ kind }) => kind === 'opened').length,
    resolvedByBot: events.filter(({ kind, by }) => kind === 'resolved' && by === 'bot').length,
    resolvedByAgent: events.filter(({ kind, by }) => kind === 'resolved' && by === 'agent').length,
    resolvedByIdle: events.filter(({ kind, by }) => kind === 'resolved' && by === 'idle').length,
    resolvedWithoutEscalation: told.flatMap((chapter) => resolvedAlone(chapter.events).filter(inside)).length,
    reopened: events.filter(({ kind }) => kind === 'reopened').length,
    escalated: events.filter(({ kind }) => kind === 'escalated').length,
    turns: turns.length,
    gapSum: sum(turns.map(({ gap }) => gap)),
    trustMean: scores.length === 0 ? null : sum(scores) / scores.length,
    trustCustomers: scores.length,
  }
}

/** An observation, for the company in so far as the score after it is high. */
const evidenceOf = (scoreAfter: number) => ({ gain: scoreAfter, loss: 1 - scoreAfter })

/** Evidence counts half after three of the story's milliseconds. */
export const DECAY = { prior: { gain: 2, loss: 1 }, halfLifeDays: 3 / DAY }

/** Whom the last rows of a period tell of, by the score of their whole ledgers at a time, lowest first. */
export function naiveLowest(
  story: Chapter[],
  { from, to }: Period,
  { now, newest, limit }: Pick<LowestTrustQuery, 'now' | 'newest' | 'limit'>,
  channel?: Channel,
) {
  const rows = story.flatMap(({ trust, channel }) => trust.map((event) => ({ ...event, channel })))
  const last = rows
    .filter(({ at }) => from <= at && at < to)
    .sort((a, b) => a.at - b.at)
    .slice(-newest)
  const ofChannel = last.filter((row) => channel === undefined || (!row.outsideConversation && row.channel === channel))
  return [...new Set(ofChannel.map(({ customer }) => customer))]
    .map((customerId) => {
      const ledger = rows.filter(({ customer, at }) => customer === customerId && at <= now)
      const evidence = ledger.map(({ at, scoreAfter }) => ({ at, ...evidenceOf(scoreAfter) }))
      const { alpha, beta } = trustPosterior(evidence, now, DECAY)
      return { customerId, score: alpha / (alpha + beta), lastAt: Math.max(...ledger.map(({ at }) => at)) }
    })
    .filter(({ lastAt }) => lastAt >= 0)
    .sort((a, b) => a.score - b.score || (a.customerId < b.customerId ? -1 : 1))
    .slice(0, limit)
}

/** Per customer: the score after the last event before a time, and how many events there were. */
function lastScores(story: Chapter[], before: number, channel?: Channel) {
  const last = new Map<string, { at: number; score: number; events: number }>()
  for (const chapter of story) {
    for (const event of chapter.trust) {
      if (event.at >= before) continue
      if (channel !== undefined && (event.outsideConversation || chapter.channel !== channel)) continue
      const known = last.get(event.customer)
      const events = (known?.events ?? 0) + 1
      if (known && known.at > event.at) last.set(event.customer, { ...known, events })
      else last.set(event.customer, { at: event.at, score: event.scoreAfter, events })
    }
  }
  return last
}

export function ofChannel(story: Chapter[], channel?: Channel): Chapter[] {
  return story.filter((chapter) => channel === undefined || chapter.channel === channel)
}

function resolvedAlone(events: ConversationEvent[]): ConversationEvent[] {
  let escalated = false
  return events.filter(({ kind }) => {
    if (kind === 'opened' || kind === 'reopened') escalated = false
    if (kind === 'escalated' || kind === 'taken-over') escalated = true
    return kind === 'resolved' && !escalated
  })
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
