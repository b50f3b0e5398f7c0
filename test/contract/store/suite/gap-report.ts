import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, message, START, survey, turn } from '../sample.ts'
import { dialogues, period, tellDialogues } from './gap-history.ts'
import { naiveGapReport } from './naive-gap-report.ts'
import type { EmptyStore } from './suite.ts'

const RUNS = 25
const MANY = 1_000
const anyChannel = fc.option(fc.constantFrom(...CHANNELS), { nil: undefined })

export function gapReportContract(emptyStore: EmptyStore): void {
  describe('the report on the gap', () => {
    test('counts what a naive count over any dialogues counts', async () => {
      await fc.assert(
        fc.asyncProperty(dialogues, period, anyChannel, async (story, asked, channel) => {
          const { gapReport, ...rest } = await emptyStore()
          await tellDialogues({ gapReport, ...rest } as Store, story)
          const found = {
            sums: (await gapReport.sums([asked], channel))[0],
            conversations: await gapReport.conversations(asked, channel),
            byNeed: await gapReport.byNeed(asked, channel),
            byAnswer: await gapReport.byAnswer(asked, channel),
            handovers: await gapReport.handovers(asked, channel),
            verdicts: await gapReport.verdicts(asked, channel),
            lists: (await gapReport.lists(asked, MANY, channel)).map(String),
            uncovered: await gapReport.uncovered(asked, MANY, channel),
          }
          const wanted = naiveGapReport(story, asked, channel)
          expect(inOrder(found)).toEqual(inOrder({ ...wanted, lists: wanted.lists.map(String) }))
        }),
        { numRuns: RUNS },
      )
    })

    test('has one row per period, in the order given, of zeros where nothing was', async () => {
      const { gapReport } = await emptyStore()
      const [late, early] = await gapReport.sums([
        { from: 10, to: 20 },
        { from: 0, to: 10 },
      ])
      expect(late).toEqual(early)
      expect(late).toMatchObject({ turns: 0, gapSum: 0, partsKnown: 0 })
      expect(await gapReport.sums([])).toEqual([])
    })

    test('counts the ratings of what the bot did by need and language, of surveys sent in the period', async () => {
      const store = await emptyStore()
      let read = await committed(store, change(conversation({ id: 'c1' })))
      const rated: [Parameters<typeof survey>[1], 1 | 2 | 5][] = [
        [{ need: 'refund' }, 2],
        [{ need: 'refund', sentAt: START + 5 }, 2],
        [{ need: 'refund' }, 5],
        [{ need: 'refund', language: 'zh' }, 1],
        [{ need: 'delivery', channel: 'teams' }, 5],
        [{ need: 'refund', about: { kind: 'agent', agentId: 'kim', escalationId: 'e' } }, 1],
        [{ need: 'refund', sentAt: START - 1 }, 1],
        [{ need: 'refund', sentAt: START + 10 }, 1],
        [{}, 1],
      ]
      for (const [i, [about, rating]] of rated.entries()) {
        const response = { surveyId: `s${i}`, at: START + 100, rating }
        read = await committed(store, change(read, { survey: survey(`s${i}`, about), response }))
      }
      const asked = { from: START, to: START + 10 }
      const refund = [
        { need: 'refund', language: 'en', rating: 2, count: 2 },
        { need: 'refund', language: 'en', rating: 5, count: 1 },
        { need: 'refund', language: 'zh', rating: 1, count: 1 },
      ]
      expect(inOrder(await store.gapReport.botRatings(asked, 'refund'))).toEqual(inOrder(refund))
      const delivery = { need: 'delivery', language: 'en', rating: 5, count: 1 }
      expect(inOrder(await store.gapReport.botRatings(asked))).toEqual(inOrder([...refund, delivery]))
    })

    test('gives the newest lists and uncovered messages where there are more than asked for', async () => {
      const store = await emptyStore()
      for (const [place, candidates] of [['old'], ['new']].entries()) {
        const decision = { kind: 'clarify', candidates } as const
        const id = `c${place}`
        const at = START + place
        const one = turn(id, { conversationId: id, at, decision })
        await committed(store, change(conversation({ id }), { messages: [message(`m${place}`)], turn: one }))
        await store.labels.putFirstCheck({ conversationId: id, seq: 1, at, source: 'check', meant: { kind: 'none' } })
      }
      const ever = { from: 0, to: START + 10 }
      expect(await store.gapReport.lists(ever, 1)).toEqual([['new']])
      expect((await store.gapReport.uncovered(ever, 1)).map(({ id }) => id)).toEqual(['m1'])
    })
  })
}

/** Sorted, and to nine digits: neither the order of rows nor that of adding is promised, except for what comes newest first. */
function inOrder(report: object): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) => {
      if (typeof value === 'number') return Number(value.toFixed(9))
      if (!Array.isArray(value) || key === 'uncovered') return value
      return [...value].map((row) => sortedKeys(row)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    }),
  )
}

function sortedKeys(row: unknown): unknown {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return row
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
}
