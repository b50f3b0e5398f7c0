import { describe, expect, it } from 'vitest'
import type { FittedLaw } from '../../../../bot/http/api.ts'
import { lawSentences } from '../../../../web/trust/law-sentences.ts'
import { en } from '../../../../web/trust/words/en.ts'
import { zh } from '../../../../web/trust/words/zh.ts'

const LAW: FittedLaw = {
  kind: 'fitted',
  observed: 30,
  leftOut: 0,
  link: 'follows',
  rate: { value: 0.02, low: 0.012, high: 0.028 },
  threshold: { value: 0.7, low: 0.62, high: 1.3 },
  drift: { value: -0.001, low: -0.0025, high: 0.0005 },
  index: { mean: 0.65, least: 0.5, most: 0.8 },
  path: [],
  forecast: [{ week: '2027-W08', monday: '2027-02-22', value: 0.512, low: 0.4, high: 0.62 }],
  whatIf: null,
}
const inEnglish = (law: Parameters<typeof lawSentences>[0]) => lawSentences(law, 'en', en.dynamics).join(' ')

describe('the sentences on the law of trust', () => {
  it('say how much trust follows, from where on, and what is forecast, with intervals in points and percent', () => {
    expect(inEnglish(LAW)).toBe(
      [
        'From 30 weeks:',
        'Trust follows transparency. With ten points more of transparency, trust moves by +1.4 points (likely +0.8 to +2) more each week.',
        // What an index can be ends at 100 %.
        'Trust holds at a transparency of 70 % (likely 62 % to 100 %): above it trust rises, below it falls.',
        'At the mean transparency of these weeks, 65 %, trust moves by −0.7 points (likely −1.8 to +0.4) each week.',
        'If transparency goes on as it was, trust in 2027-W08 (from 2027-02-22) is 51 % (likely 40 % to 62 %).',
      ].join(' '),
    )
  })

  it('promise no "what if" and no threshold where the link is not shown, or is against the law', () => {
    const unclear = inEnglish({ ...LAW, link: 'not-shown', threshold: null })
    expect(unclear).toMatch(/do not show that trust follows transparency.*no “what if”/)
    expect(unclear).not.toMatch(/holds at/)
    const against = inEnglish({ ...LAW, link: 'against', rate: { value: -0.02, low: -0.03, high: -0.01 } })
    expect(against).toMatch(/trust fell where transparency rose: by −1.4 points/)
    expect(against).not.toMatch(/holds at/)
  })

  it('say what is missing where there is no law', () => {
    expect(inEnglish({ kind: 'too-few-weeks', observed: 1, needed: 12, leftOut: 0 })).toMatch(
      /^In one week both.*12 such weeks/,
    )
    expect(inEnglish({ kind: 'steady-index', observed: 20, least: 0.698, most: 0.704 })).toMatch(
      /between 69.8 % and 70.4 %/,
    )
  })

  it('say how many weeks were left out at an end, and why', () => {
    expect(inEnglish({ ...LAW, leftOut: 1 })).toMatch(/One week is left out, because trust was at or near 0 or 100 %/)
    expect(inEnglish({ kind: 'too-few-weeks', observed: 8, needed: 12, leftOut: 20 })).toMatch(/20 weeks are left out/)
  })

  it('say the same in Chinese', () => {
    const said = lawSentences(LAW, 'zh', zh.dynamics)
    expect(said).toHaveLength(5)
    expect(said[1]).toBe(
      '信任随透明度变化：透明度每提高 10 个百分点，信任度每周多变化 +1.4 个百分点（可能在 +0.8 至 +2 之间）。',
    )
    expect(said[2]).toBe('透明度为 70%（可能在 62% 至 100% 之间）时，信任度保持不变：高于它则上升，低于它则下降。')
  })
})
