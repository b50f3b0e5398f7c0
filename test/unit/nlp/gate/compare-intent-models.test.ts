import { describe, expect, it } from 'vitest'
import {
  compareIntentModels,
  type IntentComparison,
  type JudgedMessage,
  type Said,
  spentLevel,
} from '../../../../nlp/index.ts'
import { replacedChampions } from '../../../support/simulated-challengers.ts'

const FIRST: IntentComparison = { newNeeds: [], goneNeeds: [], attempt: 1, seed: 1 }

/** A model that says so much of what it reads, rightly or wrongly, and little of all else. */
function says(right: boolean, confidence = 0.9): Said {
  return { right, confidence, brier: right ? (1 - confidence) ** 2 : 1 + confidence ** 2 }
}

interface Outcome {
  count: number
  champion: Said
  challenger: Said
  about?: Partial<JudgedMessage>
}

function messages(...outcomes: Outcome[]): JudgedMessage[] {
  return outcomes.flatMap(({ count, champion, challenger, about }) =>
    Array.from({ length: count }, () => ({
      language: 'en' as const,
      truth: { kind: 'need' as const, need: 'refund' },
      ofSuite: false,
      champion,
      challenger,
      ...about,
    })),
  )
}

const bothRight = (count: number, about: Partial<JudgedMessage> = {}) => ({
  count,
  champion: says(true),
  challenger: says(true),
  about,
})
const gained = (count: number, about: Partial<JudgedMessage> = {}) => ({
  count,
  champion: says(false),
  challenger: says(true),
  about,
})
const lost = (count: number, about: Partial<JudgedMessage> = {}) => ({
  count,
  champion: says(true),
  challenger: says(false),
  about,
})

const codes = (
  judged: JudgedMessage[],
  how: Partial<typeof FIRST & { newNeeds: string[]; goneNeeds: string[] }> = {},
) => compareIntentModels(judged, { ...FIRST, ...how }).reasons.map(({ code }) => code)

describe('the gate of models that read messages', () => {
  it('promotes a challenger that reads more messages right, with the figures', () => {
    const verdict = compareIntentModels(messages(bothRight(60), gained(14), lost(2)), FIRST)
    expect(verdict.promote).toBe(true)
    expect(verdict.reasons[0]).toMatchObject({ code: 'better', cases: 76, gained: 14, lost: 2, level: 0.0125 })
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['better', 'surer', 'calibration-kept'])
  })

  it('promotes one that reads the same and is surer of what is right', () => {
    const judged = messages({ count: 40, champion: says(true, 0.6), challenger: says(true, 0.75) })
    const verdict = compareIntentModels(judged, FIRST)
    expect(verdict.promote).toBe(true)
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['not-better', 'surer', 'calibration-kept'])
  })

  it('keeps one back that is only as good, and says both figures', () => {
    const verdict = compareIntentModels(messages(bothRight(60), gained(8), lost(8)), FIRST)
    expect(verdict.promote).toBe(false)
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['not-better', 'not-surer', 'calibration-kept'])
  })

  it('asks more of every further challenger, of all together no more than once', () => {
    const judged = messages(bothRight(60), gained(9), lost(1))
    expect(codes(judged, { attempt: 1 })).toContain('better')
    expect(codes(judged, { attempt: 2 })).toContain('not-better')
    const spent = Array.from({ length: 1_000 }, (_, n) => spentLevel(n + 1)).reduce((sum, level) => sum + level, 0)
    expect(spent).toBeLessThan(0.05)
  })

  it('judges nothing on fewer than thirty messages', () => {
    expect(compareIntentModels(messages(gained(29)), FIRST)).toEqual({
      promote: false,
      reasons: [{ code: 'too-few-cases', cases: 29, needed: 30 }],
      suite: {},
    })
  })

  it('keeps one back that gains in one language what another loses', () => {
    const judged = messages(bothRight(60), gained(40), lost(6, { language: 'zh' }))
    const verdict = compareIntentModels(judged, FIRST)
    expect(verdict.promote).toBe(false)
    expect(verdict.reasons).toContainEqual(expect.objectContaining({ code: 'language-worse', language: 'zh', lost: 6 }))
  })

  it('keeps one back that takes what is none of the needs for one', () => {
    const none = { truth: { kind: 'none' as const } }
    const verdict = compareIntentModels(messages(gained(40), bothRight(14, none), lost(6, none)), FIRST)
    expect(verdict.promote).toBe(false)
    expect(verdict.reasons).toContainEqual(
      expect.objectContaining({ code: 'out-of-scope-worse', cases: 20, champion: 1, challenger: 0.7 }),
    )
  })

  it('keeps one back that gains on new messages what the frozen suite loses', () => {
    const judged = messages(gained(40), bothRight(50, { ofSuite: true }), lost(6, { ofSuite: true }))
    const verdict = compareIntentModels(judged, FIRST)
    expect(verdict.promote).toBe(false)
    expect(verdict.reasons).toContainEqual(expect.objectContaining({ code: 'worse', among: 'suite', lost: 6 }))
  })

  it('keeps one back that means less by what it says', () => {
    const judged = messages(
      { count: 160, champion: says(true, 0.85), challenger: says(true, 0.55) },
      { count: 10, champion: says(false, 0.85), challenger: says(true, 0.55) },
      { count: 30, champion: says(false, 0.85), challenger: says(false, 0.55) },
    )
    const verdict = compareIntentModels(judged, FIRST)
    expect(verdict.promote).toBe(false)
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['better', 'not-surer', 'calibration-worse'])
  })

  it('asks of one with new needs that it is no worse at the others', () => {
    const warranty = { truth: { kind: 'need' as const, need: 'warranty' } }
    const how = { newNeeds: ['warranty'] }
    expect(codes(messages(bothRight(10), gained(2), lost(2), gained(3, warranty)), how)).toEqual([
      'new-needs',
      'not-worse',
      'calibration-kept',
    ])
    const worse = compareIntentModels(messages(bothRight(60), lost(6), gained(30, warranty)), { ...FIRST, ...how })
    expect(worse.promote).toBe(false)
    expect(worse.reasons).toContainEqual(expect.objectContaining({ code: 'worse', among: 'other-needs', gained: 0 }))
  })

  it('takes the challenger, however it reads, when the pack has no longer a need of the champion', () => {
    const verdict = compareIntentModels(messages(bothRight(40), lost(20)), { ...FIRST, goneNeeds: ['fax'] })
    expect(verdict.promote).toBe(true)
    expect(verdict.reasons[0]).toEqual({ code: 'needs-gone', needs: ['fax'] })
    expect(verdict.reasons.map(({ code }) => code)).toContain('worse')
  })

  it('tells how both read the frozen suite of each language', () => {
    const english = { ofSuite: true }
    const chinese = { ofSuite: true, language: 'zh' as const }
    const { suite } = compareIntentModels(
      messages(bothRight(3, english), lost(1, english), gained(2, chinese), bothRight(30)),
      FIRST,
    )
    expect(suite).toEqual({
      en: { cases: 4, champion: 1, challenger: 0.75 },
      zh: { cases: 2, champion: 0, challenger: 1 },
    })
  })
})

describe('a champion that meets one useless challenger after another', () => {
  it.each([
    ['all messages', 'all', 0.8],
    ['messages that it was unsure of', 'unsure', 0.97],
  ] as const)('is replaced by at most one in twenty of two hundred, judged by %s', (_, judged, likeness) => {
    const { ever } = replacedChampions({ champions: 40, challengers: 5, likeness, judged, seed: 1 })
    expect(ever * 40).toBeLessThanOrEqual(0.05 * 200)
    // Of the champions themselves at most 2 of 40 are expected to go; 5 is the 98th percentile of the binomial.
    expect(ever * 40).toBeLessThanOrEqual(5)
  })

  it('would be replaced by most of them on messages chosen because it misread them, which are therefore not judged', () => {
    const { ever } = replacedChampions({ champions: 10, challengers: 5, likeness: 0.9, judged: 'misread', seed: 1 })
    expect(ever).toBeGreaterThan(0.7)
  })

  it('gives way to one that hears a little better', () => {
    const { ever } = replacedChampions({ champions: 10, challengers: 5, likeness: 0.9, gain: 0.3, seed: 1 })
    expect(ever).toBeGreaterThan(0.7)
  })
})
