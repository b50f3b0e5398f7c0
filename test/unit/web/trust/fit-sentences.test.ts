import { describe, expect, it } from 'vitest'
import type { TrustFitReport } from '../../../../bot/http/api.ts'
import { lookSentences } from '../../../../web/trust/fit-sentences.ts'
import { fitEn } from '../../../../web/trust/words/fit-en.ts'
import { fitZh } from '../../../../web/trust/words/fit-zh.ts'

const NOW = Date.UTC(2026, 10, 23, 10)
const NEEDED = { ratings: 600, rows: 200 }
const SEEN = { at: NOW, customers: 58, ratings: 1_210 }

function said(learning: TrustFitReport['learning'], look: TrustFitReport['look']): [en: string, zh: string] {
  const of = { learning, look, needed: NEEDED }
  return [lookSentences(of, 'en', fitEn, NOW).join(' '), lookSentences(of, 'zh', fitZh, NOW).join('')]
}

describe('what is said of a look for better figures of trust', () => {
  it('is that none is taken where the policy says so, whatever was found before', () => {
    const [en, zh] = said('off', { ...SEEN, found: 'tried' })
    expect(en).toBe('Not looked for: policy.yaml says “learning.policy: off”.')
    expect(zh).toContain('learning.policy: off')
  })

  it('is how it is looked for, and when for the first time', () => {
    const [en, zh] = said('propose', null)
    expect(en).toMatch(/you decide whether they serve\. The first look is an hour after/)
    expect(zh).toMatch(/由您决定。服务器启动一小时后/)
    expect(said('apply', null)[0]).toMatch(/serve by themselves/)
  })

  it('is why nothing is proposed: too little, too little that was repeated, too little that is new', () => {
    const [few, fewZh] = said('propose', { ...SEEN, found: 'too-few-ratings' })
    expect(few).toMatch(/1,210 ratings in the ledgers of 58 customers\. Too few .* about 600 are needed\. Keep/)
    expect(fewZh).toMatch(/58 位顾客的记录中共有 1,210 次评价。数量太少.*600/)
    expect(said('propose', { ...SEEN, found: 'too-few-repeated-ratings' })[0]).toMatch(/twice within a month/)
    const [fresh] = said('propose', { ...SEEN, found: 'too-few-new', fresh: 12, needed: 121 })
    expect(fresh).toMatch(/Since the last try 12 new ones have come; the next try takes 121\.$/)
    expect(said('propose', { ...SEEN, found: 'tried' })[0]).toMatch(/58 customers\.$/)
  })
})
