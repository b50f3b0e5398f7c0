import { describe, expect, it } from 'vitest'
import type { PolicyChange, PolicyComparison } from '../../../../bot/http/api.ts'
import { cautions, differences, remainder, truths } from '../../../../web/what-if/sentences.ts'
import { en } from '../../../../web/what-if/words/en.ts'
import { zh } from '../../../../web/what-if/words/zh.ts'

const change = (more: number, fewer: number, of: number, low: number, high: number): PolicyChange => ({
  more,
  fewer,
  of,
  per100: (100 * (more - fewer)) / of,
  low,
  high,
})

const known = {
  messages: 40,
  wrongBefore: 8,
  wrongAfter: 5,
  wrong: change(0, 3, 40, -12.5, -2.5),
  newlyAnswered: { right: 0, wrong: 0, unknown: 0 },
  noLongerAnswered: { right: 4, wrong: 3, unknown: 5 },
  answeredOtherwise: { nowRight: 0, nowWrong: 0, asBefore: 0, unknown: 0 },
}

const comparison: PolicyComparison = {
  from: '2026-11-01',
  to: '2026-11-30',
  timeZone: 'UTC',
  conversations: 100,
  changedConversations: 14,
  cappedAt: null,
  turns: {
    recorded: 250,
    compared: 230,
    notKnown: 16,
    undecidable: { 'no-deliberation': 4, 'text-not-kept': 0, 'need-gone': 0 },
  },
  reproduced: { count: 246, of: 246 },
  handovers: change(12, 0, 100, 8, 16),
  answers: change(0, 12, 100, -16, -8),
  lists: change(1, 1, 100, -2.14, 2.14),
  handedOverLaterAnyway: 3,
  answered: { known, checked: { ...known, messages: 0 } },
  expectedGain: { perConversation: 0.125, valued: 13, of: 14 },
  matrix: [],
  notTried: [],
}

describe('the sentences of a comparison', () => {
  it('say what becomes more and what fewer, nearest end of the interval first', () => {
    expect(differences(comparison, 'en', en).slice(0, 4)).toEqual([
      '12 more handovers per 100 conversations (likely 8 to 16).',
      'Of the 12 conversations with a handover more, 3 went to a person later anyway.',
      '12 fewer answers by the bot per 100 conversations (likely 8 to 16).',
      'No clear change in lists to choose from: between 2.1 fewer and 2.1 more per 100 conversations.',
    ])
    expect(differences(comparison, 'zh', zh)[0]).toBe('每 100 个会话中，转人工增加 12 次（可能在 8 至 16 之间）。')
  })

  it('count wrong answers where it is known, leave out what did not happen, and say where nobody knows', () => {
    expect(truths(comparison, 'en', en)).toEqual([
      '3 fewer wrong answers (likely 1 to 5) among the 40 messages of which it is known what they were about: 5 instead of 8.',
      'No longer answered: 4 right, 3 wrong, 5 not known.',
      'The record cannot tell for 5 of the 12 answers that come, go or change whether they are right.',
      en.noChecks,
    ])
    const nothing = { ...comparison, answered: { known: { ...known, messages: 0 }, checked: known } }
    expect(truths(nothing, 'zh', zh)).toEqual([zh.nothingKnown])
  })

  it('warn of a cap, of decisions that are not made again, and of changes that no record can try', () => {
    expect(cautions(comparison, 'en', en)).toEqual([])
    const doubtful = { ...comparison, cappedAt: 20_000, reproduced: { count: 200, of: 246 }, notTried: ['survey'] }
    expect(cautions(doubtful, 'en', en)).toEqual([
      en.capped('20,000'),
      en.notReproduced('200', '246'),
      en.notTried('survey'),
    ])
  })

  it('account for every recorded message that there is something to say of', () => {
    expect(remainder(comparison, 'en', en)).toEqual([
      en.turnsRecorded('250'),
      en.turnsCompared('230'),
      en.turnsNotKnown('16'),
      en.turnsOfOldVersion('4'),
      en.allReproduced,
    ])
  })
})
