import { describe, expect, it } from 'vitest'
import type { BeforeAfter, Gained, LearningReport } from '../../../../bot/http/api.ts'
import { LANGUAGES } from '../../../../domain/index.ts'
import { differenceSentence, gainedSentences } from '../../../../web/learning/learning-sentences.ts'
import { en } from '../../../../web/learning/words/en.ts'
import { zh } from '../../../../web/learning/words/zh.ts'

const dictionaries = { en, zh }
const side = { value: 0.4, low: 0.3, high: 0.5, n: 90, conversations: 40 }
const compared = (low: number, high: number): BeforeAfter => ({
  before: side,
  after: side,
  difference: { value: (low + high) / 2, low, high },
})

function report(gained: Gained): LearningReport {
  const effect = { modelId: 'm', kind: 'intents', at: 0, lengthMs: 1, handoffs: compared(0, 0), gap: null } as const
  return {
    from: '2026-11-01',
    to: '2026-11-30',
    timeZone: 'UTC',
    channel: null,
    labels: { given: { pick: 0, agent: 0, check: 0 }, accepted: 0, rejected: 0, pending: 0, weeks: [] },
    next: { accepted: 7, needed: 20 },
    tries: [{ id: 'm', kind: 'gap', at: 0, outcome: 'kept-back', serves: false, reasons: [] }],
    serving: 'm',
    accuracy: [],
    effects: [
      { ...effect, rolledBack: false, wrongAnswers: compared(0, 0) },
      { ...effect, rolledBack: true, wrongAnswers: compared(0, 0) },
    ],
    gained,
    newNeeds: [{ name: 'gift-card', title: { en: 'Gift cards', zh: '礼品卡' } }],
    definitions: {},
  }
}

const ALL: Record<Gained, true> = {
  'nothing-tried': true,
  'nothing-promoted': true,
  'only-proposed': true,
  'all-rolled-back': true,
  'no-difference-shown': true,
  better: true,
  worse: true,
  mixed: true,
}

describe('what a range has gained', () => {
  it.each(LANGUAGES)('has a sentence of its own for everything there is to say in %s', (language) => {
    const said = (Object.keys(ALL) as Gained[]).map(
      (one) => gainedSentences(report(one), language, dictionaries[language])[0],
    )
    expect(new Set(said).size).toBe(said.length)
    for (const sentence of said) expect(sentence).not.toMatch(/undefined/)
  })

  it('says how far the next try is, which needs are new, and over how many messages nothing is shown', () => {
    const said = gainedSentences(report('no-difference-shown'), 'en', en)
    // Not those of the model that was taken back.
    expect(said[0]).toContain('over 90 messages since')
    expect(said.slice(1)).toEqual([
      'New needs in service: Gift cards.',
      'For the next try of the model that understands messages: 7 newly accepted messages, 20 are needed.',
    ])
  })
})

describe('a difference in words', () => {
  it('is called fewer or more only where its interval leaves nothing out', () => {
    expect(differenceSentence('Handed over', compared(-0.2, -0.04), 'en', en)).toBe(
      'Handed over: −12 points (likely −20 to −4), fewer than chance explains.',
    )
    expect(differenceSentence('Handed over', compared(0.04, 0.2), 'en', en)).toMatch(/\+12 points .*more than chance/)
    expect(differenceSentence('转人工', compared(-0.2, 0.01), 'zh', zh)).toMatch(/看不出差别/)
    expect(differenceSentence('Handed over', { ...compared(0, 0), difference: null }, 'en', en)).toMatch(/too few/)
  })
})
