import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, type ServedCounts } from '../../../../domain/index.ts'
import type { Period } from '../../../../store/index.ts'
import { type Dialogue, dialogues, period, type Told, tellDialogues } from './gap-history.ts'
import type { EmptyStore } from './suite.ts'

/** The dialogues tell small times; so far apart, some of them fall on the same day and some do not. */
const APART = 8 * HOUR_MS

export function servedContract(emptyStore: EmptyStore): void {
  describe('how customers were served', () => {
    test('is counted as a naive count over any dialogues does', async () => {
      await fc.assert(
        fc.asyncProperty(dialogues, period, async (told, short) => {
          const story = told.map(stretched)
          const asked = { from: short.from * APART, to: short.to * APART }
          const { served } = await storeOf(story)
          expect(await served.counts(asked)).toEqual(naiveCounts(story, asked))
        }),
        { numRuns: 40 },
      )
    })

    test('counts turns no further than it is asked to', async () => {
      await fc.assert(
        fc.asyncProperty(dialogues, period, fc.integer({ min: 1, max: 6 }), async (story, asked, atMost) => {
          const { served } = await storeOf(story)
          const turns = story.flatMap(({ turns }) => turns).filter(within(asked)).length
          expect(await served.turns(asked, atMost)).toBe(Math.min(turns, atMost))
        }),
        { numRuns: 15 },
      )
    })
  })

  async function storeOf(story: Dialogue[]) {
    const store = await emptyStore()
    await tellDialogues(store, story)
    return store
  }
}

function stretched({ channel, turns, surveys }: Dialogue): Dialogue {
  return {
    channel,
    turns: turns.map((one) => ({ ...one, at: one.at * APART })),
    surveys: surveys.map((one) => ({ ...one, sentAt: one.sentAt * APART })),
  }
}

const within =
  ({ from, to }: Period) =>
  ({ at }: { at: number }) =>
    from <= at && at < to

/** By the book: as the port defines it, one conversation after the other. */
function naiveCounts(story: Dialogue[], asked: Period): ServedCounts {
  const inside = within(asked)
  const turns = story.flatMap((dialogue, of) =>
    dialogue.turns.map((one, i) => ({ one, of, before: dialogue.turns[i - 1] })).filter(({ one }) => inside(one)),
  )
  const days = [...Map.groupBy(turns, ({ one, of }) => `${of} ${Math.floor(one.at / DAY_MS)}`).values()]
  const judged = days.map((day) => {
    const saidWrong = day.some(({ one }) => one.labels.some((l) => l.source === 'agent' && l.answerWrong))
    return {
      answered: saidWrong || day.some(({ one, before }) => answers(one) || (stood(one) && answers(before))),
      wrong: saidWrong || day.some(({ one, before }) => stood(one) && answers(before) && objects(one)),
    }
  })
  const checks = turns.flatMap(({ one }) =>
    answers(one)
      ? one.labels.filter((l) => l.source === 'check' && l.meant.kind !== 'unclear').map((l) => [one, l] as const)
      : [],
  )
  const surveys = story.flatMap((dialogue) =>
    dialogue.surveys.filter(({ sentAt, response }) => {
      const before = dialogue.turns.filter(({ at }) => at <= sentAt).map(({ at }) => at)
      return response?.resolved !== undefined && before.length > 0 && inside({ at: Math.max(...before) })
    }),
  )
  return {
    'handed-over': {
      bad: days.filter((day) => day.some(({ one }) => one.decision.kind === 'escalate')).length,
      of: days.length,
    },
    'wrong-answer': {
      bad: judged.filter(({ wrong }) => wrong).length,
      of: judged.filter(({ answered }) => answered).length,
    },
    'checked-wrong': {
      bad: checks.filter(
        ([{ decision }, { meant, answerWrong }]) =>
          answerWrong || meant.kind !== 'need' || decision.kind !== 'answer' || decision.need !== meant.need,
      ).length,
      of: checks.length,
    },
    'not-resolved': { bad: surveys.filter(({ response }) => response?.resolved === false).length, of: surveys.length },
  }
}

function answers(told: Told | undefined): boolean {
  return told?.decision.kind === 'answer'
}

function stood({ believed }: Told): boolean {
  return believed?.answerStood === true
}

function objects({ reasons }: Told): boolean {
  return reasons.some(({ code }) => code === 'answer-refused' || code === 'need-repeated')
}
