import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHANNELS,
  type ConversationEvent,
  type CsatAnswer,
  type Decision,
  ESCALATION_OUTCOMES,
} from '../../../../domain/index.ts'
import type { EndedEpisode, Period, Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, message, START, survey, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

type Step =
  | { kind: 'event'; event: ConversationEvent & { kind: 'resolved' | 'reopened' | 'escalated' } }
  | { kind: 'turn'; at: number; decision: Decision }
  | { kind: 'agent'; at: number }
  | { kind: 'survey'; at: number; response?: CsatAnswer }

/** Times are small numbers, so that they often meet. */
const time = fc.integer({ min: 0, max: 9 })
const by = fc.constantFrom('bot' as const, 'agent' as const, 'idle' as const)
const decision = fc.constantFrom<Decision>(
  { kind: 'clarify', candidates: ['refund'] },
  { kind: 'escalate', reasons: ['asked-for-person'] },
  { kind: 'answer', need: 'refund', confidence: 0.9 },
)
const handover = fc.constantFrom('first', 'second')
const response = fc.record(
  { rating: fc.constantFrom(1 as const, 3 as const, 5 as const), resolved: fc.boolean() },
  { requiredKeys: ['rating'] },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ at: time, by }).map((event): Step => ({ kind: 'event', event: { kind: 'resolved', ...event } })),
  fc
    .record({ at: time, by, escalationId: handover })
    .map((event): Step => ({ kind: 'event', event: { kind: 'resolved', ...event } })),
  fc.record({ at: time }).map(({ at }): Step => ({ kind: 'event', event: { kind: 'reopened', at } })),
  fc.record({ kind: fc.constant('turn' as const), at: time, decision }),
  fc.record({ kind: fc.constant('agent' as const), at: time }),
  fc.record({ kind: fc.constant('survey' as const), at: time, response }, { requiredKeys: ['kind', 'at'] }),
)
const story = fc.array(
  fc.record({
    channel: fc.constantFrom(...CHANNELS),
    outcomes: fc.tuple(fc.constantFrom(...ESCALATION_OUTCOMES), fc.constantFrom(...ESCALATION_OUTCOMES)),
    steps: fc.array(step, { maxLength: 12 }),
  }),
  { maxLength: 3 },
)
type Chapter = typeof story extends fc.Arbitrary<(infer One)[]> ? One : never

/** Writes the story through the port, one commit a step. */
async function tell(store: Store, chapters: readonly Chapter[]): Promise<void> {
  for (const [index, { channel, outcomes, steps }] of chapters.entries()) {
    const id = `c${index}`
    let read = await committed(store, change(conversation({ id, channel })))
    for (const [place, outcome] of outcomes.entries()) {
      const one = escalation(`${id}-${place === 0 ? 'first' : 'second'}`, {
        conversationId: id,
        outcome,
        endedAt: START,
      })
      read = await committed(store, change(read, { escalations: [one] }))
    }
    for (const [number, told] of steps.entries()) {
      read = await committed(store, change(read, partsOf(told, { id, channel, number, seq: read.lastSeq + 1 })))
    }
  }
}

function partsOf(
  told: Step,
  { id, channel, number, seq }: { id: string; channel: Chapter['channel']; number: number; seq: number },
) {
  const name = `${id}-${String(number).padStart(2, '0')}`
  switch (told.kind) {
    case 'event': {
      const { escalationId } = told.event
      return { events: [{ ...told.event, ...(escalationId && { escalationId: `${id}-${escalationId}` }) }] }
    }
    case 'turn': {
      const { at } = told
      return {
        messages: [message(name, { at })],
        turn: turn(name, { conversationId: id, seq, at, decision: told.decision }),
      }
    }
    case 'agent':
      return { messages: [message(name, { from: 'agent', at: told.at })] }
    case 'survey': {
      const sent = survey(name, { conversationId: id, channel, sentAt: told.at })
      return { survey: sent, ...(told.response && { response: { ...told.response, surveyId: name, at: told.at } }) }
    }
    default:
      return told satisfies never
  }
}

/** The same by the book: one step after the other. `number` is left out: only its order is promised. */
function naiveEpisodes(chapters: readonly Chapter[], { from, to }: Period): Omit<EndedEpisode, 'number'>[] {
  const ended = chapters.flatMap(({ channel, outcomes, steps }, index) => {
    let seq = 0
    const numbered = steps.map((told) => {
      if (told.kind === 'turn' || told.kind === 'agent') seq += 1
      return { told, seq }
    })
    return steps.flatMap((end, place) => {
      if (end.kind !== 'event' || end.event.kind !== 'resolved') return []
      const { at, by: endedBy = 'idle', escalationId } = end.event
      const before = steps.slice(0, place).findLast((one) => one.kind === 'event' && one.event.kind === 'resolved')
      const previousEndAt = before?.kind === 'event' ? before.event.at : undefined
      const last = numbered.findLast(
        ({ told }) => told.kind === 'turn' && told.at <= at && (previousEndAt === undefined || told.at > previousEndAt),
      )
      const reopening = steps.slice(place).find((one) => one.kind === 'event' && one.event.kind === 'reopened')
      const sent = steps.findLast((one) => one.kind === 'survey' && one.at === at)
      const verdict = escalationId && outcomes[escalationId === 'first' ? 0 : 1]
      return {
        order: [at, index, place] as const,
        episode: {
          conversationId: `c${index}`,
          channel,
          endedAt: at,
          endedBy,
          ...(previousEndAt !== undefined && { previousEndAt }),
          ...(sent?.kind === 'survey' && sent.response && { response: { ...sent.response } }),
          ...(endedBy === 'agent' && verdict && { verdict }),
          ...(reopening?.kind === 'event' && { reopenedAt: reopening.event.at }),
          ...(last?.told.kind === 'turn' && {
            lastTurn: { decision: last.told.decision, gapReasons: turn('x').gap.reasons },
          }),
          agentWrote:
            last !== undefined &&
            numbered.some((one) => one.told.kind === 'agent' && one.seq > last.seq && one.told.at <= at),
        },
      }
    })
  })
  return ended
    .filter(({ order: [at] }) => from <= at && at < to)
    .sort(({ order: a }, { order: b }) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])
    .map(({ episode }) => episode)
}

async function everyPage(store: Store, period: Period, limit: number): Promise<EndedEpisode[]> {
  const found: EndedEpisode[] = []
  for (;;) {
    const page = await store.episodes.ended(period, limit, found.at(-1))
    expect(page.length).toBeLessThanOrEqual(limit)
    if (page.length === 0) return found
    found.push(...page)
  }
}

export function episodeContract(emptyStore: EmptyStore): void {
  describe('ended episodes', () => {
    test('are what a naive walk finds, the latest first, whatever the pages', async () => {
      const period = fc.tuple(time, time).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }))
      await fc.assert(
        fc.asyncProperty(story, period, fc.integer({ min: 1, max: 4 }), async (chapters, asked, limit) => {
          const store = await emptyStore()
          await tell(store, chapters)
          const found = await everyPage(store, asked, limit)
          expect(found.map(({ number: _, ...rest }) => rest)).toStrictEqual(naiveEpisodes(chapters, asked))
        }),
        { numRuns: 40 },
      )
    })

    test('of a conversation that is still going on are none', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { events: [{ kind: 'opened', at: START }] }))
      expect(await store.episodes.ended({ from: 0, to: START + 1 }, 10)).toEqual([])
    })
  })
}
