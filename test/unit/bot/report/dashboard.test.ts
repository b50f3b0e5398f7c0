import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countOutcomes } from '../../../../analytics/index.ts'
import type { GapTry } from '../../../../bot/learning/index.ts'
import { gapModelBytes } from '../../../../bot/models/index.ts'
import { buildDashboard } from '../../../../bot/report/dashboard.ts'
import type { ReportQuery } from '../../../../bot/report/days.ts'
import { buildSatisfactionReport } from '../../../../bot/report/satisfaction/satisfaction-report.ts'
import type { CsatRating, Survey } from '../../../../domain/index.ts'
import { PRIOR_GAP } from '../../../../nlp/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, START, survey, turn } from '../../../contract/store/sample.ts'
import { policy } from '../../../support/minds.ts'

const range = { from: '2026-11-01', to: '2026-11-30' }
let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

const dashboard = (now: number) => buildDashboard(store, { timeZone: 'UTC' }, policy, range, now)

/** Ended by silence after an answer; `rating` undefined: nobody said how it was. */
async function ended(id: string, rating?: 1 | 5): Promise<void> {
  const sent = survey(`s-${id}`, { conversationId: id })
  const begun = change(conversation({ id }), {
    messages: [{ id, from: 'customer', at: START, language: 'en', text: 'hi', body: { kind: 'text' } }],
    turn: turn(id, { conversationId: id }),
    events: [{ kind: 'resolved', at: START, by: 'idle' }],
    survey: sent,
  })
  const answer = rating && { response: { surveyId: sent.id, at: START + 1, rating } }
  await committed(store, { ...begun, ...answer })
}

describe('the dashboard', () => {
  it('says how many outcomes are known, by whose word, and how many are missing', async () => {
    await ended('a', 5)
    await ended('b', 1)
    await ended('c')
    const later = await dashboard(START + 10 * DAY)
    expect(later.outcomes).toEqual({
      known: { survey: 2, agent: 0, reopened: 0, abandoned: 0 },
      missing: 1,
      excluded: 0,
      pending: 0,
    })
    expect(later.definitions.outcomes).toMatchObject({ en: expect.any(String), zh: expect.any(String) })
    expect((await dashboard(START + 1)).outcomes).toMatchObject({ missing: 0, pending: 3 })
  })

  it('keeps what rates the bot and what rates people apart, as the report on satisfaction counts them', async () => {
    const asked = fc.record({
      form: fc.constantFrom('csat', 'ces'),
      about: fc.constantFrom<Survey['about'][]>(
        { kind: 'bot', modelId: 'm' },
        { kind: 'agent', agentId: 'ann', escalationId: 'e' },
      ),
      day: fc.integer({ min: 0, max: 8 }),
      rating: fc.option(fc.constantFrom<CsatRating[]>(1, 2, 3, 4, 5)),
      resolved: fc.boolean(),
    })
    const channels = fc.constantFrom<ReportQuery[]>(range, { ...range, channel: 'web' }, { ...range, channel: 'teams' })
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 12 }), channels, async (surveys, query) => {
        const own = await openStore(':memory:')
        for (const [i, { form, about, day, rating, resolved }] of surveys.entries()) {
          const sent = survey(`s${i}`, { conversationId: `c${i}`, form, about, sentAt: START + day * DAY })
          const said = form === 'csat' ? { ...(rating && { rating }), resolved } : { score: 5 }
          const response = { surveyId: sent.id, at: sent.sentAt + 1, ...said }
          await committed(own, change(conversation({ id: `c${i}` }), { survey: sent, ...(rating && { response }) }))
        }
        const now = START + 9 * DAY
        const shown = await buildDashboard(own, { timeZone: 'UTC' }, policy, query, now)
        const satisfaction = await buildSatisfactionReport(own, { timeZone: 'UTC', needs: [] }, query, now)
        await own.close()
        expect(shown.total.csat).toEqual(satisfaction.csat)
        for (const subject of ['bot', 'agent'] as const) {
          const counted = shown.days.map(({ csat }) => csat[subject].satisfied.denominator)
          expect(counted.reduce((sum, n) => sum + n)).toBe(satisfaction.csat[subject].satisfied.denominator)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('says whose weights estimate the gap', async () => {
    expect((await dashboard(START)).gapModel).toEqual({ kind: 'prior' })
    const about: GapTry = {
      triedAt: START,
      learntFrom: { from: 0, to: START },
      outcomes: countOutcomes([{ kind: 'known', met: 1, source: 'survey' }, { kind: 'missing' }, { kind: 'missing' }]),
      against: 'prior',
      attempt: 1,
      verdict: { promote: true, reasons: [] },
    }
    await store.gapModels.save(
      { id: 'g1', createdAt: START, dataHash: '', manifest: JSON.stringify(about), bytes: gapModelBytes(PRIOR_GAP) },
      { at: START, reason: 'gate', by: 'system' },
    )
    expect((await dashboard(START)).gapModel).toEqual({ kind: 'trained', id: 'g1', outcomes: 1, missing: 2 })
  })
})
