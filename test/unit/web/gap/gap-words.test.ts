import { describe, expect, it } from 'vitest'
import type { GapRemedy, LargestGap } from '../../../../bot/http/api.ts'
import { lossSentence, remedySentences } from '../../../../web/gap/gap-words.ts'
import { en } from '../../../../web/gap/words/en.ts'
import { zh } from '../../../../web/gap/words/zh.ts'
import { evidenceText } from '../../../../web/shared/rate-words.ts'
import { sortRows } from '../../../../web/shared/sortable-table.tsx'

const rate = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  low: 0.1,
  high: 0.9,
})

function gap(parts: Partial<LargestGap> = {}): LargestGap {
  return {
    about: { kind: 'need', need: 'refund', title: { en: 'Refunds', zh: '退款' } },
    messages: 12,
    handovers: 0,
    dissatisfied: 0,
    unmet: 0,
    cost: 3,
    share: 0.5,
    enough: true,
    remedies: [],
    ...parts,
  }
}

const closing = (remedy: GapRemedy) => remedySentences(gap({ remedies: [remedy] }), 'en', en)

describe('an entry of the list', () => {
  it('says what happened and nothing of what did not', () => {
    expect(lossSentence(gap(), 'en', en)).toBe('12 messages.')
    const all = gap({ handovers: 1, dissatisfied: 2, unmet: 3.25 })
    expect(lossSentence(all, 'en', en)).toMatch(
      /^12 messages, 1 handover, 2 dissatisfied customers, about 3\.[23] conv/,
    )
    expect(lossSentence(all, 'zh', zh)).toMatch(/^12 条消息，1 次转人工，2 位顾客不满意，.*。$/)
  })

  it('says of few that they are too few, and of no cause that none stands out', () => {
    expect(remedySentences(gap({ enough: false }), 'en', en)).toEqual(['Too few to tell what would close it.'])
    expect(remedySentences(gap(), 'en', en)[0]).toMatch(/^No single cause/)
  })

  it('names the other need, and says when the answer is only a draft', () => {
    const otherTitle = { en: 'Exchanges', zh: '换货' }
    expect(closing({ kind: 'confusable-needs', other: 'exchange', otherTitle, evidence: rate(5, 10) })[0]).toMatch(
      /“Exchanges”.*5 of 10 \(50 %, likely 10 % to 90 %\)/,
    )
    expect(closing({ kind: 'missing-answer', draft: true, evidence: rate(0, 0) })).toEqual([
      'Write the answer: it is still a draft.',
    ])
    expect(closing({ kind: 'missing-answer', draft: true, evidence: rate(6, 8) })[0]).toMatch(/draft\. .*6 of 8/)
  })
})

describe('a share', () => {
  it('of nothing is no data, of few is counts, of enough has its interval', () => {
    expect(evidenceText(rate(0, 0), 'en', en)).toBe('no data yet')
    expect(evidenceText(rate(3, 4), 'en', en)).toBe('3 of 4')
    expect(evidenceText(rate(3, 5), 'en', en)).toBe('3 of 5 (60 %, likely 10 % to 90 %)')
  })
})

describe('a sorted table', () => {
  const sorted = (values: (number | string | null)[], direction: 'ascending' | 'descending') =>
    sortRows(
      values.map((value) => ({ value })),
      { value: (row) => row.value },
      direction,
      'zh-CN',
    ).map(({ value }) => value)

  it('has rows without a value last, whichever way it is sorted', () => {
    expect(sorted([2, null, 10, 1], 'ascending')).toEqual([1, 2, 10, null])
    expect(sorted([2, null, 10, 1], 'descending')).toEqual([10, 2, 1, null])
  })

  it('sorts names as the language of the page does', () => {
    expect(sorted(['退款', '安装', '发票'], 'ascending')).toEqual(['安装', '发票', '退款'])
  })
})
