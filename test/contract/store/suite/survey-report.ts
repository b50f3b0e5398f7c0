import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, LANGUAGES, type Survey, type SurveyResponse } from '../../../../domain/index.ts'
import {
  type AnsweringCell,
  type Period,
  type Store,
  SURVEY_DIMENSIONS,
  type SurveyCount,
  type SurveyDimension,
  type SurveyGroupCount,
} from '../../../../store/index.ts'
import { change, committed, conversation, survey } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const RUNS = 25

interface Asked {
  survey: Survey
  response?: SurveyResponse
}

/** Times are small numbers, so that they often meet. */
const time = fc.integer({ min: 0, max: 12 })
const need = fc.constantFrom('refund', 'delivery')
const about: fc.Arbitrary<Survey['about']> = fc.oneof(
  fc.record(
    { kind: fc.constant('bot' as const), modelId: fc.constantFrom('m1', 'm2'), answer: fc.record({ need }) },
    { requiredKeys: ['kind', 'modelId'] },
  ),
  // What a name of a need or an agent could look like at worst.
  fc.record({
    kind: fc.constant('agent' as const),
    agentId: fc.constantFrom('kim', '{"kind":"bot"}'),
    escalationId: fc.constantFrom('e1', 'e2'),
  }),
)
const response: fc.Arbitrary<Omit<SurveyResponse, 'surveyId'>> = fc.record(
  {
    at: fc.integer({ min: 13, max: 20 }),
    firstAt: time,
    rating: fc.constantFrom(1, 2, 3, 4, 5),
    resolved: fc.boolean(),
    score: fc.integer({ min: 0, max: 10 }),
    comment: fc.constant('fine'),
    answers: fc.record({ speed: fc.integer({ min: 1, max: 5 }) }),
  },
  { requiredKeys: ['at'] },
)
const story: fc.Arbitrary<Asked[]> = fc
  .array(
    fc.record(
      {
        sent: fc.record(
          {
            channel: fc.constantFrom(...CHANNELS),
            language: fc.constantFrom(...LANGUAGES),
            sentAt: time,
            expiresAt: fc.integer({ min: 5, max: 20 }),
            form: fc.constantFrom('csat', 'nps', 'delivery-day'),
            about,
            need,
            gap: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.74, 0.75, 1),
            customerMessages: fc.integer({ min: 1, max: 7 }),
          },
          { requiredKeys: ['channel', 'language', 'sentAt', 'expiresAt', 'form', 'about'] },
        ),
        response,
      },
      { requiredKeys: ['sent'] },
    ),
    { maxLength: 10 },
  )
  .map((all) =>
    all.map(({ sent, response: answer }, i) => ({
      survey: survey(`s${i}`, sent),
      // A CSAT survey has a rating and no score; the others have no rating.
      ...(answer && { response: { ...fitting(sent.form, answer), surveyId: `s${i}` } }),
    })),
  )

function fitting(form: string, { rating, score, ...rest }: Omit<SurveyResponse, 'surveyId'>) {
  return form === 'csat'
    ? { rating: rating ?? (1 as const), ...rest }
    : { ...rest, ...(score !== undefined && { score }) }
}

const periods = fc.array(
  fc.record({ from: time, length: fc.integer({ min: 0, max: 8 }) }).map(({ from, length }) => ({
    from,
    to: from + length,
  })),
  { maxLength: 3 },
)
const channelAsked = fc.option(fc.constantFrom(...CHANNELS), { nil: undefined })

async function tell(store: Store, all: readonly Asked[]): Promise<void> {
  for (const { survey: sent, response: answer } of all) {
    const { id, channel } = sent
    const asked = { ...sent, conversationId: `c-${id}` }
    const commit = change(conversation({ id: asked.conversationId, channel }), { survey: asked })
    const read = await committed(store, commit)
    if (answer) await committed(store, change(read, { response: answer }))
  }
}

const within = ({ sentAt }: Survey, { from, to }: Period) => sentAt >= from && sentAt < to

function groupOf({ about: rated, need: ofNeed, channel, language }: Survey, by: SurveyDimension): string | undefined {
  switch (by) {
    case 'need':
      return ofNeed
    case 'agent':
      return rated.kind === 'agent' ? rated.agentId : undefined
    case 'model':
      return rated.kind === 'bot' ? rated.modelId : undefined
    case 'answer':
      return rated.kind === 'bot' ? rated.answer?.need : undefined
    case 'channel':
      return channel
    case 'language':
      return language
    default:
      return by satisfies never
  }
}

/** Every survey as a row of its own. */
function naiveCounts(all: readonly Asked[], asked: Period[], now: number): SurveyCount[] {
  return asked.flatMap((period, position) =>
    all
      .filter((one) => within(one.survey, period))
      .map(({ survey: sent, response: answer }) => {
        const score = answer?.rating ?? answer?.score
        return {
          position,
          form: sent.form,
          subject: sent.about.kind,
          answered: answer !== undefined,
          ...(score !== undefined && { score }),
          surveys: 1,
          open: Number(!answer && sent.expiresAt > now),
          saidResolved: Number(answer?.resolved === true),
          saidUnresolved: Number(answer?.resolved === false),
        }
      }),
  )
}

function naiveGroups(all: readonly Asked[], asked: Period, now: number, by: SurveyDimension): SurveyGroupCount[] {
  return all.flatMap((one) => {
    const group = groupOf(one.survey, by)
    return naiveCounts([one], [asked], now).map(({ position: _, ...row }) => ({
      ...row,
      by,
      ...(group !== undefined && { group }),
    }))
  })
}

function naiveAnswering(all: readonly Asked[], asked: Period): AnsweringCell[] {
  const least = (steps: number[], value: number) => steps.filter((step) => step <= value).at(-1) ?? 0
  return all
    .filter(({ survey: sent }) => sent.form === 'csat' && within(sent, asked))
    .map(({ survey: sent, response: answer }) => ({
      subject: sent.about.kind,
      channel: sent.channel,
      language: sent.language,
      ...(sent.need !== undefined && { need: sent.need }),
      ...(sent.gap !== undefined && { gapFrom: least([0, 0.25, 0.5, 0.75], sent.gap) }),
      ...(sent.customerMessages !== undefined && { messagesFrom: least([1, 2, 3, 5], sent.customerMessages) }),
      ...(answer?.rating !== undefined && { rating: answer.rating }),
      surveys: 1,
    }))
}

/** Rows alike in everything but the sums, added and in an order of their own. */
function added<Row extends object>(rows: readonly Row[], sums: readonly (keyof Row)[]): string[] {
  const keyOf = (row: Row) =>
    JSON.stringify(
      Object.entries(row)
        .filter(([name]) => !sums.includes(name as keyof Row))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return [...Map.groupBy(rows, keyOf)]
    .map(([key, alike]) => `${key} ${sums.map((sum) => alike.reduce((total, row) => total + Number(row[sum]), 0))}`)
    .sort()
}

export function surveyReportContract(emptyStore: EmptyStore): void {
  describe('the report on surveys', () => {
    test('counts by everything that it can be asked for what a naive count counts', async () => {
      await fc.assert(
        fc.asyncProperty(story, periods, time, channelAsked, async (all, asked, now, channel) => {
          const store = await emptyStore()
          await tell(store, all)
          const known = all.filter((one) => channel === undefined || one.survey.channel === channel)
          const of = { now, ...(channel && { channel }) }
          const sums = ['surveys', 'open', 'saidResolved', 'saidUnresolved'] as const
          const found = await store.surveyReport.counts(asked, of)
          expect(added(found, sums)).toEqual(added(naiveCounts(known, asked, now), sums))
          // What is alike is added up by the store, not left to the reader.
          expect(found).toHaveLength(added(found, sums).length)
          for (const period of asked) {
            const groups = await store.surveyReport.groups(period, of)
            const wanted = SURVEY_DIMENSIONS.flatMap((by) => naiveGroups(known, period, now, by))
            expect(added(groups, sums)).toEqual(added(wanted, sums))
            expect(groups).toHaveLength(added(groups, sums).length)
            const cells = await store.surveyReport.answering(period, channel)
            expect(added(cells, ['surveys'])).toEqual(added(naiveAnswering(known, period), ['surveys']))
          }
        }),
        { numRuns: RUNS },
      )
    })

    test('gives the answers to a form in pages, newest first, with all that was asked and answered', async () => {
      await fc.assert(
        fc.asyncProperty(story, fc.integer({ min: 1, max: 3 }), channelAsked, async (all, limit, channel) => {
          const store = await emptyStore()
          await tell(store, all)
          const period = { from: 2, to: 11 }
          const wanted = all
            .filter(({ survey: sent, response: answer }) => answer && sent.form === 'csat' && within(sent, period))
            .filter(({ survey: sent }) => channel === undefined || sent.channel === channel)
            .map(({ survey: { id, language, sentAt }, response: answer }) => ({
              id,
              language,
              sentAt,
              firstAt: answer?.firstAt ?? answer?.at,
              rating: answer?.rating,
              resolved: answer?.resolved,
              answers: answer?.answers,
              commented: answer?.comment !== undefined,
            }))
            .sort((a, b) => b.sentAt - a.sentAt || (a.id < b.id ? 1 : -1))
          const found = []
          for (;;) {
            const after = found.at(-1)
            const of = { ...(channel && { channel }), ...(after && { after }) }
            const page = await store.surveyReport.answered('csat', period, limit, of)
            found.push(...page)
            if (page.length < limit) break
          }
          expect(found).toEqual(wanted)
        }),
        { numRuns: RUNS },
      )
    })

    test('gives the items of a form of the company’s own as they were when it was sent', async () => {
      const store = await emptyStore()
      const text = { en: 'How fast?', zh: '快吗？' }
      const items: Survey['items'] = [
        { name: 'speed', text, required: true, kind: 'scale', from: 1, to: 5, low: text, high: text },
      ]
      const sent = survey('s1', { form: 'delivery-day', items })
      await tell(store, [{ survey: sent, response: { surveyId: 's1', at: 3, score: 4, answers: { speed: 4 } } }])
      const period = { from: sent.sentAt, to: sent.sentAt + 1 }
      const [found] = await store.surveyReport.answered('delivery-day', period, 10)
      expect(found).toMatchObject({ items, score: 4, answers: { speed: 4 }, commented: false })
    })
  })
}
