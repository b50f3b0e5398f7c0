import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, NOT_ASKED_REASONS, type NotAskedReason, type Survey } from '../../../../domain/index.ts'
import type { LastAsked, Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, message, START, survey } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

/** A survey as the properties write it: whose, when, and what became of it. Times are small, so that they often meet. */
interface Sent {
  customer: string
  form: string
  sentAt: number
  expiresAt: number
  isAnswered: boolean
  isReminded: boolean
}

const time = fc.integer({ min: 0, max: 9 })
const customer = fc.constantFrom('anna', 'ben', 'chen')
const sent: fc.Arbitrary<Sent[]> = fc.array(
  fc.record({
    customer,
    form: fc.constantFrom('csat', 'nps', 'parcel'),
    sentAt: time,
    expiresAt: time,
    isAnswered: fc.boolean(),
    isReminded: fc.boolean(),
  }),
  { maxLength: 12 },
)

/** Writes each in a conversation of its own, which is closed. */
async function written(store: Store, surveys: readonly Sent[]): Promise<Survey[]> {
  const stored: Survey[] = []
  for (const [index, { customer: customerId, form, sentAt, expiresAt, isAnswered, isReminded }] of surveys.entries()) {
    const id = `s${String(index).padStart(3, '0')}`
    const conversationId = `c-${id}`
    const one = survey(id, {
      conversationId,
      customerId,
      form,
      sentAt,
      expiresAt,
      ...(isReminded && { remindedAt: 1 }),
    })
    const open = conversation({ id: conversationId, customerId, owner: 'closed' })
    const read = await committed(store, change(open, { survey: one }))
    if (isAnswered) await committed(store, change(read, { response: { surveyId: id, at: sentAt, score: 1 } }))
    stored.push(one)
  }
  return stored
}

export function surveyContract(emptyStore: EmptyStore): void {
  describe('surveys', () => {
    test('come back as they were sent, with the items of a form of the company’s own', async () => {
      const store = await emptyStore()
      const text = { en: 'Tidy?', zh: '整洁吗？' }
      const own = survey('own', {
        form: 'parcel',
        items: [{ name: 'tidy', kind: 'yes-no', text, required: true }],
        about: { kind: 'bot', modelId: 'm', answer: { need: 'refund', seq: 4 } },
        gap: 0.25,
        customerMessages: 3,
      })
      const read = await committed(store, change(conversation(), { survey: own }))
      expect(await store.surveys.get('own')).toEqual(own)
      const answered = { surveyId: 'own', at: 9, answers: { tidy: false, wish: '“none”' } }
      const again = await committed(store, change(read, { response: answered }))
      expect(await store.surveys.responseTo('own')).toEqual(answered)
      const changed = { surveyId: 'own', at: 11, firstAt: 9, answers: { tidy: true } }
      await committed(store, change(again, { response: changed }))
      expect(await store.surveys.responseTo('own')).toEqual(changed)
    })

    test('that are there already take nothing but when the customer was reminded', async () => {
      const store = await emptyStore()
      const read = await committed(store, change(conversation(), { survey: survey('s') }))
      const other = survey('s', { form: 'nps', need: 'refund', remindedAt: START + DAY })
      await committed(store, change(read, { survey: other }))
      expect(await store.surveys.get('s')).toEqual(survey('s', { remindedAt: START + DAY }))
    })

    test('of a customer: the last of each form is known, and whether it was answered', async () => {
      await fc.assert(
        fc.asyncProperty(sent, async (surveys) => {
          const store = await emptyStore()
          // Of two at the same moment nobody could say which was the last.
          const apart = surveys.map((one, index) => ({ ...one, sentAt: one.sentAt * 100 + index }))
          await written(store, apart)
          for (const who of ['anna', 'ben', 'chen']) {
            const last = new Map<string, LastAsked>()
            for (const one of apart.toSorted((a, b) => a.sentAt - b.sentAt)) {
              const { form, sentAt, isAnswered: answered } = one
              if (one.customer === who) last.set(form, { form, sentAt, answered })
            }
            const byForm = (a: LastAsked, b: LastAsked) => a.form.localeCompare(b.form)
            expect((await store.surveys.lastAsked(who)).toSorted(byForm)).toEqual([...last.values()].toSorted(byForm))
          }
        }),
        { numRuns: 25 },
      )
    })

    test('are shown once more to who left the last one open, and to nobody else', async () => {
      await fc.assert(
        fc.asyncProperty(
          sent,
          time,
          time,
          fc.subarray(['anna', 'ben', 'chen']),
          fc.subarray(['anna', 'ben', 'chen']),
          async (surveys, now, sentBefore, refused, waiting) => {
            const store = await emptyStore()
            const stored = await written(store, surveys)
            for (const who of refused) await store.customers.setSurveyConsent(who, { kind: 'refused', at: 0 })
            for (const customerId of waiting)
              await committed(store, change(conversation({ id: `now-${customerId}`, customerId, owner: 'queued' })))
            const isLast = (one: Survey) =>
              !stored.some(
                (other) =>
                  other.customerId === one.customerId &&
                  (other.sentAt > one.sentAt || (other.sentAt === one.sentAt && other.id > one.id)),
              )
            const expected = stored.filter((one, index) => {
              const isOpen = one.expiresAt > now && one.sentAt <= sentBefore
              const isLeft = !surveys[index]?.isAnswered && !surveys[index]?.isReminded
              return isOpen && isLeft && isLast(one) && ![...refused, ...waiting].includes(one.customerId)
            })
            const found = await store.surveys.toRemind({ now, sentBefore, quietSince: START + 1 }, 100)
            expect(found).toEqual(expected.toSorted((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)))
          },
        ),
        { numRuns: 25 },
      )
    })

    test('are not shown again to who speaks with the bot, but to who has left it', async () => {
      const store = await emptyStore()
      await written(store, [
        { customer: 'anna', form: 'csat', sentAt: 1, expiresAt: 9, isAnswered: false, isReminded: false },
      ])
      await committed(store, change(conversation({ id: 'now', updatedAt: START })))
      const at = { now: 2, sentBefore: 2 }
      expect(await store.surveys.toRemind({ ...at, quietSince: START }, 10)).toEqual([])
      expect(await store.surveys.toRemind({ ...at, quietSince: START + 1 }, 10)).toHaveLength(1)
    })

    test('that were not sent are counted by reason, channel and period', async () => {
      const happened = fc.array(
        fc.record({
          at: time,
          channel: fc.constantFrom(...CHANNELS),
          because: fc.option(fc.constantFrom(...NOT_ASKED_REASONS)),
        }),
        { maxLength: 15 },
      )
      await fc.assert(
        fc.asyncProperty(
          happened,
          time,
          time,
          fc.option(fc.constantFrom(...CHANNELS)),
          async (events, from, to, channel) => {
            const store = await emptyStore()
            for (const [index, { at, because, channel: on }] of events.entries()) {
              const resolved = {
                kind: 'resolved' as const,
                at,
                by: 'bot' as const,
                ...(because && { notAsked: because }),
              }
              const ended = conversation({ id: `c${index}`, channel: on, owner: 'closed' })
              await committed(store, change(ended, { events: [resolved] }))
              expect(await store.conversations.events(`c${index}`)).toEqual([resolved])
            }
            const counts = new Map<NotAskedReason, number>()
            for (const { at, because, channel: on } of events) {
              if (because && at >= from && at < to && (channel === null || on === channel))
                counts.set(because, (counts.get(because) ?? 0) + 1)
            }
            const expected = [...counts].map(([reason, count]) => ({ reason, count }))
            expect(await store.surveys.notAsked({ from, to }, channel ?? undefined)).toEqual(
              expected.toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
            )
          },
        ),
        { numRuns: 25 },
      )
    })

    test('count a customer’s messages without their answers to surveys', async () => {
      const store = await emptyStore()
      const said = [
        message('m1'),
        message('m2', { from: 'bot' }),
        message('m3', { body: { kind: 'survey-response', surveyId: 's', answers: { rating: 4 } } }),
        message('m4', { text: '{"kind":"survey-response"' }),
      ]
      await committed(store, change(conversation(), { messages: said }))
      expect(await store.surveys.customerMessages('c1')).toBe(2)
    })

    test('that may be asked once only are asked once, by whoever of 20 conversations is first', async () => {
      const store = await emptyStore()
      const ids = Array.from({ length: 20 }, (_, index) => `c${index}`)
      const reads = await Promise.all(ids.map((id) => committed(store, change(conversation({ id })))))
      const results = await Promise.all(
        reads.map((read) => {
          const asked = survey(`s-${read.id}`, { conversationId: read.id, form: 'nps' })
          return store.conversations.commit(
            change(read, { survey: asked, notAskedSince: { form: 'nps', since: START } }),
          )
        }),
      )
      const kinds = results.map(({ kind }) => kind).toSorted()
      expect(kinds).toEqual(['committed', ...Array.from({ length: 19 }, () => 'conflict')])
      expect(await store.surveys.lastAsked('anna')).toEqual([{ form: 'nps', sentAt: START, answered: false }])
      // One that was asked long ago, or of another form, is not in the way.
      const later = { form: 'nps', since: START + 1 }
      const [read] = await Promise.all([store.conversations.get('c3')])
      if (!read) throw new TypeError('c3 is there')
      await committed(
        store,
        change(read, { survey: survey('next', { conversationId: 'c3', form: 'nps' }), notAskedSince: later }),
      )
    })
  })
}
