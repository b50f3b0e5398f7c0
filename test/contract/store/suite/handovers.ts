import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type Channel, type ConversationEvent, type Escalation } from '../../../../domain/index.ts'
import type { HandoverTimes } from '../../../../store/index.ts'
import { change, committed, conversation, escalation } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

interface Story {
  channel: Channel
  /** One after the other in one conversation; `back`: the customer wrote again that long after. */
  handovers: {
    wait: number
    work: number
    outcome: 'resolved' | 'unresolved' | 'returned' | 'transferred'
    back?: number
    unasked: boolean
  }[]
}

const story: fc.Arbitrary<Story> = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  handovers: fc.array(
    fc.record(
      {
        wait: fc.integer({ min: 0, max: 3 }),
        work: fc.integer({ min: 0, max: 3 }),
        outcome: fc.constantFrom('resolved', 'unresolved', 'returned', 'transferred'),
        back: fc.integer({ min: 0, max: 3 }),
        unasked: fc.boolean(),
      },
      { requiredKeys: ['wait', 'work', 'outcome', 'unasked'] },
    ),
    { maxLength: 4 },
  ),
})

/** What is to be stored of a story, and the times that are to be read of it. */
function tell({ channel, handovers }: Story, id: string) {
  const escalations: Escalation[] = []
  const events: ConversationEvent[] = [{ kind: 'opened', at: 0 }]
  const times: HandoverTimes[] = []
  let now = 0
  for (const [index, { wait, work, outcome, back, unasked }] of handovers.entries()) {
    const escalationId = `${id}-${index}`
    const [queuedAt, acceptedAt, endedAt] = [now, now + wait, now + wait + work]
    const closes = outcome === 'resolved' || outcome === 'unresolved'
    if (unasked) events.push({ kind: 'taken-over', at: acceptedAt, agentId: 'kim', escalationId })
    if (closes) events.push({ kind: 'resolved', at: endedAt, by: 'agent', agentId: 'kim', escalationId })
    now = endedAt + (back ?? 1)
    const reopened = closes && back !== undefined
    if (reopened) events.push({ kind: 'reopened', at: now })
    const facts = { queue: 'general', queuedAt, acceptedAt, agentId: 'kim', firstReplyAt: acceptedAt, endedAt, outcome }
    escalations.push(escalation(escalationId, { ...facts, conversationId: id }))
    times.push({ ...facts, steppedIn: unasked, ...(reopened && { reopenedAt: now }) })
    // The conversation is over for good: nothing may follow.
    if (closes && back === undefined) break
  }
  return { stored: change(conversation({ id, channel }), { escalations, events }), times, channel }
}

export function handoverContract(emptyStore: EmptyStore): void {
  describe('the times of handovers', () => {
    test('are those of any history, per period and channel', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(story, { maxLength: 4 }),
          fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
          fc.integer({ min: 0, max: 6 }),
          async (stories, channel, from) => {
            const store = await emptyStore()
            const told = stories.map((one, index) => tell(one, `c${index}`))
            for (const { stored } of told) await committed(store, stored)
            const wanted = told
              .filter((one) => channel === undefined || one.channel === channel)
              .flatMap(({ times }) => times)
              .filter(({ queuedAt }) => queuedAt >= from && queuedAt < 8)
            const read = await store.reports.handovers({ from, to: 8 }, channel)
            expect(read.map(({ queuedAt }) => queuedAt)).toEqual(
              read.map(({ queuedAt }) => queuedAt).toSorted((a, b) => a - b),
            )
            expect(sorted(read)).toEqual(sorted(wanted))
          },
        ),
        { numRuns: 20 },
      )
    })

    test('of one that still waits have nothing but its beginning', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { escalations: [escalation('e1', { queuedAt: 5 })] }))
      expect(await store.reports.handovers({ from: 5, to: 6 })).toStrictEqual([
        { queue: 'general', steppedIn: false, queuedAt: 5 },
      ])
    })
  })
}

function sorted(times: readonly HandoverTimes[]): string[] {
  return times.map((one) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()
}
