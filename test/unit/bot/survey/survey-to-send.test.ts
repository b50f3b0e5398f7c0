import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyDraw } from '../../../../bot/survey/survey-draw.ts'
import { type AskedBefore, type Resolution, surveyToSend } from '../../../../bot/survey/survey-to-send.ts'
import { DAY_MS, HOUR_MS } from '../../../../domain/index.ts'
import { policy as DEFAULT } from '../../../support/minds.ts'

const NOW = Date.UTC(2026, 10, 22)
const ended: Resolution = { at: NOW, need: 'refund', isSpam: false, wasServed: true, isAngryExit: false }
const never: AskedBefore = { asked: [] }
const policy = DEFAULT.survey
const low = () => 0
const PARCEL = {
  name: 'parcel',
  share: 1,
  needs: ['delivery'],
  items: [{ name: 'tidy', kind: 'yes-no' as const, text: { en: 'Tidy?', zh: '整洁吗？' }, required: true }],
}

describe('what a customer is asked after a resolution', () => {
  it('is CSAT each time, as the policy comes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (drawn) => {
        expect(surveyToSend(ended, never, policy, () => drawn)).toEqual({ kind: 'send', form: 'csat' })
      }),
    )
  })

  it.each([
    ['spam', { isSpam: true, wasServed: false, isAngryExit: true }],
    ['nothing-answered', { wasServed: false, isAngryExit: true }],
    ['angry-exit', { isAngryExit: true }],
  ] as const)('is nothing for the reason %s', (because, parts) => {
    expect(surveyToSend({ ...ended, ...parts }, never, policy, low)).toEqual({ kind: 'none', because })
  })

  it('needs a yes where the company waits for one, and heeds a no everywhere', () => {
    const said = (kind: 'given' | 'refused') => ({ ...never, consent: { kind, at: 0 } })
    const optIn = { ...policy, consent: 'opt-in' as const }
    const kinds = (rule: typeof policy) =>
      [never, said('given'), said('refused')].map((before) => surveyToSend(ended, before, rule, low).kind)
    expect(kinds(policy)).toEqual(['send', 'send', 'none'])
    expect(kinds(optIn)).toEqual(['none', 'send', 'none'])
    expect(surveyToSend(ended, never, optIn, low)).toEqual({ kind: 'none', because: 'no-consent' })
  })

  it('is nothing so soon after the last survey, longer after one that was left than after one that was answered', () => {
    const resting = { ...policy, restHours: { answered: 2, unanswered: 24 } }
    const decided = (hours: number, answered: boolean) => {
      const last = { form: 'ces', sentAt: NOW - hours * HOUR_MS, answered }
      const older = { form: 'csat', sentAt: NOW - 900 * HOUR_MS, answered: !answered }
      return surveyToSend(ended, { asked: [older, last] }, resting, low).kind
    }
    expect([decided(1, true), decided(2, true)]).toEqual(['none', 'send'])
    expect([decided(23, false), decided(24, false)]).toEqual(['none', 'send'])
  })

  it('is NPS at most once in the policy’s days, whatever is drawn, and something else in between', () => {
    const asking = { ...policy, nps: { share: 1, everyDays: 90 } }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }), (days) => {
        let last: number | undefined
        for (const day of days.toSorted((a, b) => a - b)) {
          const at = NOW + day * DAY_MS
          const asked = last === undefined ? [] : [{ form: 'nps', sentAt: last, answered: false }]
          const decision = surveyToSend({ ...ended, at }, { asked }, asking, low)
          if (decision.kind !== 'send' || decision.form !== 'nps') {
            expect(decision).toEqual({ kind: 'send', form: 'csat' })
            continue
          }
          if (last !== undefined) expect(at - last).toBeGreaterThan(90 * DAY_MS)
          last = at
        }
      }),
    )
  })

  it('is the company’s own form where it fits the need, with the items as they are now', () => {
    const asking = { ...policy, own: [PARCEL] }
    expect(surveyToSend({ ...ended, need: 'delivery' }, never, asking, low)).toEqual({
      kind: 'send',
      form: 'parcel',
      items: PARCEL.items,
    })
    expect(surveyToSend(ended, never, asking, low)).toMatchObject({ form: 'csat' })
    expect(surveyToSend({ ...ended, need: undefined } as never, never, asking, low)).toMatchObject({ form: 'csat' })
  })

  it('is asked of the share that the policy says, and drawn again the same', () => {
    const quarter = { ...policy, share: 0.25 }
    const kinds = Array.from({ length: 4000 }, (_, index) => {
      const decide = () => surveyToSend(ended, never, quarter, surveyDraw(`c${index}`, index % 7))
      expect(decide()).toEqual(decide())
      return decide()
    })
    const sent = kinds.filter(({ kind }) => kind === 'send').length
    // Five standard deviations of a binomial of 4000 draws.
    expect(Math.abs(sent / 4000 - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / 4000))
    expect(new Set(kinds.flatMap((one) => (one.kind === 'none' ? [one.because] : [])))).toEqual(new Set(['not-drawn']))
  })
})
