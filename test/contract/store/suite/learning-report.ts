import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type Channel, LABEL_SOURCES } from '../../../../domain/index.ts'
import type { ConversationSums, Period, ServiceSums, Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, message, START, turn } from '../sample.ts'
import { type Dialogue, dialogues, period, type Told, tellDialogues } from './gap-history.ts'
import type { EmptyStore } from './suite.ts'

const RUNS = 25
const anyChannel = fc.option(fc.constantFrom(...CHANNELS), { nil: undefined })

export function learningReportContract(emptyStore: EmptyStore): void {
  describe('the report on learning', () => {
    test('counts handovers, gap and refused answers by conversation as a naive count over any dialogues does', async () => {
      await fc.assert(
        fc.asyncProperty(dialogues, period, anyChannel, async (story, asked, channel) => {
          const store = (await emptyStore()) as Store
          await tellDialogues(store, story)
          expect(rounded(await store.learningReport.service(asked, channel))).toEqual(
            rounded(naiveService(story, asked, channel)),
          )
        }),
        { numRuns: RUNS },
      )
    })

    test('takes a gap that is too small to be squared for none', async () => {
      const store = await emptyStore()
      const told = turn('t1', { at: START, gap: { ...turn('t1').gap, value: 1e-300 } })
      await committed(store, change(conversation(), { messages: [message('t1', { at: START })], turn: told }))
      expect((await store.learningReport.service({ from: START, to: START + DAY })).gap).toMatchObject({
        conversations: 1,
        total: 1e-300,
        totalSquares: 0,
      })
    })

    test('counts labels by who gave them, one row per period, in the order given', async () => {
      await fc.assert(
        fc.asyncProperty(dialogues, period, period, async (story, first, second) => {
          const store = (await emptyStore()) as Store
          await tellDialogues(store, story)
          const labels = story.flatMap(({ turns }) =>
            turns.flatMap(({ at, labels }) => labels.map(({ source }) => ({ source, at: at + 1 }))),
          )
          const naive = [first, second].map(({ from, to }) =>
            Object.fromEntries(
              LABEL_SOURCES.map((source) => [
                source,
                labels.filter((label) => label.source === source && from <= label.at && label.at < to).length,
              ]),
            ),
          )
          expect(await store.learningReport.labels([first, second])).toEqual(naive)
        }),
        { numRuns: RUNS },
      )
      const { learningReport } = await emptyStore()
      expect(await learningReport.labels([])).toEqual([])
    })

    test('counts candidates by when and how they were decided; one that is pending again counts no more', async () => {
      const store = await emptyStore()
      const texts = ['where is my parcel', 'a broken kettle', 'gift cards', 'the blue one']
      const sources = texts.map((text, i) => ({
        conversationId: 'c1',
        seq: i + 1,
        customerId: 'anna',
        at: START,
        origin: 'handed-over' as const,
        text,
        key: text,
        language: 'en' as const,
      }))
      let ids = 0
      await store.candidates.gather(sources, () => `id${ids++}`)
      const need = { kind: 'need', need: 'delivery' } as const
      await store.candidates.decide('id0', 1, { state: 'accepted', by: 'mona', at: START, meant: need })
      await store.candidates.decide('id1', 1, { state: 'rejected', by: 'mona', at: START + DAY })
      await store.candidates.decide('id2', 1, { state: 'accepted', by: 'mona', at: START, meant: need })
      await store.candidates.decide('id2', 2, { state: 'pending' })
      await store.candidates.decide('id3', 1, { state: 'accepted', by: 'mona', at: START + DAY, meant: need })
      const days = [1, 0, 2].map((day) => ({ from: START + day * DAY, to: START + (day + 1) * DAY }))
      expect(await store.learningReport.decided(days)).toEqual([
        { accepted: 1, rejected: 1 },
        { accepted: 1, rejected: 0 },
        { accepted: 0, rejected: 0 },
      ])
      expect(await store.learningReport.decided([])).toEqual([])
    })
  })
}

/** By the book: as the port defines it, one conversation after the other. */
function naiveService(story: Dialogue[], { from, to }: Period, channel?: Channel): ServiceSums {
  const inside = (at: number) => from <= at && at < to
  const conversations = story
    .filter((dialogue) => channel === undefined || dialogue.channel === channel)
    .map(({ turns }) => turns.map((one, i) => ({ one, before: turns[i - 1] })).filter(({ one }) => inside(one.at)))
    .filter((turns) => turns.length > 0)
  return {
    handoffs: sumsOf(
      conversations.map((turns) => [turns.length, turns.filter(({ one }) => one.decision.kind === 'escalate').length]),
    ),
    gap: sumsOf(conversations.map((turns) => [turns.length, turns.reduce((sum, { one }) => sum + one.gap, 0)])),
    wrongAnswers: sumsOf(
      conversations.map((turns) => {
        const next = turns.flatMap(({ one }, i) => (answers(one) ? [turns[i + 1]] : []))
        return [next.length, next.filter((told) => answers(told?.before) && objects(told?.one)).length]
      }),
    ),
  }
}

function answers(told: Told | undefined): boolean {
  return told?.decision.kind === 'answer'
}

function objects(told: Told | undefined): boolean {
  const held = told?.reasons.some(({ code }) => code === 'answer-refused' || code === 'need-repeated')
  return held === true && told?.believed?.answerStood === true
}

function sumsOf(all: [size: number, total: number][]): ConversationSums {
  const counted = all.filter(([size]) => size > 0)
  const sum = (of: (size: number, total: number) => number) =>
    counted.reduce((together, [size, total]) => together + of(size, total), 0)
  return {
    conversations: counted.length,
    size: sum((size) => size),
    total: sum((_, total) => total),
    sizeSquares: sum((size) => size * size),
    totalSquares: sum((_, total) => total * total),
    products: sum((size, total) => size * total),
  }
}

/** To nine digits: the order of adding is not promised. */
function rounded(sums: ServiceSums): unknown {
  return JSON.parse(JSON.stringify(sums), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(9)) : value,
  )
}
