import { describe, expect, it } from 'vitest'
import {
  doneText,
  gainReasons,
  meaningTitle,
  sayer,
  shortened,
  writtenBy,
} from '../../../../web/review/candidate-words.ts'
import { isNeedName, proposedName } from '../../../../web/review/need-name.ts'
import { ratingText } from '../../../../web/review/rating-text.ts'
import { keyGroups } from '../../../../web/review/review-keys.ts'
import { en } from '../../../../web/review/words/en.ts'
import { zh } from '../../../../web/review/words/zh.ts'
import { steppedTo } from '../../../../web/shared/tabs.tsx'
import { candidate, REVIEW_NEEDS } from '../../../support/review-fixtures.ts'

describe('why a message stands where it stands', () => {
  it('names what is notable, the strongest first', () => {
    expect(gainReasons({ uncertainty: 0.9, density: 0.8, diversity: 0.1 })).toEqual(['uncertain', 'manyAlike'])
  })

  it('names the strongest where nothing is notable', () => {
    expect(gainReasons({ uncertainty: 0.1, density: 0.4, diversity: 0.6 })).toEqual(['unlikeOthers'])
  })
})

describe('a message in words', () => {
  it('counts messages and customers as people say it', () => {
    const of = (messages: number, customers: number) => candidate('a', 'hello', { messages, customers })
    expect(writtenBy(of(1, 1), 'en', en)).toBe('1 message')
    expect(writtenBy(of(3, 1), 'en', en)).toBe('3 messages from 1 customer')
    expect(writtenBy(of(1200, 7), 'en', en)).toBe('1,200 messages from 7 customers')
    expect(writtenBy(of(3, 2), 'zh', zh)).toBe('2 位顾客的 3 条消息')
  })

  it('names who said what it means, and says so where the name is not known', () => {
    const said = { meant: { kind: 'none' }, answerWrong: false, count: 1 } as const
    expect(sayer({ ...said, source: 'agent', byName: 'Kim' }, en)).toBe('Kim, at the desk')
    expect(sayer({ ...said, source: 'agent' }, en)).toBe('an agent')
    expect(sayer({ ...said, source: 'pick' }, zh)).toBe('顾客自己选的')
  })

  it('has the title of a need in the language of the page, and its name when the pack has lost it', () => {
    const title = (need: string) => meaningTitle({ kind: 'need', need }, REVIEW_NEEDS, 'zh', zh)
    expect(title('invoice')).toBe('开具发票')
    expect(title('gone-need')).toBe('gone-need')
    expect(meaningTitle({ kind: 'none' }, REVIEW_NEEDS, 'en', en)).toBe('No need yet')
  })

  it('is shortened by letters, not by halves of them', () => {
    expect(shortened('short')).toBe('short')
    expect(shortened('😀'.repeat(80))).toBe(`${'😀'.repeat(59)}…`)
  })

  it('says what an act did', () => {
    expect(doneText({ kind: 'accept', meant: { kind: 'none' } }, () => 'X', en)).toBe('Accepted: X.')
    expect(doneText({ kind: 'reject' }, () => 'X', en)).toBe('Rejected.')
  })
})

describe('the name of a need to be', () => {
  it.each([
    ['Gift wrap', 'gift-wrap'],
    ['  Do you gift-wrap?! ', 'do-you-gift-wrap'],
    ['礼品包装', '礼品包装'],
    ['ＧＩＦＴ', 'gift'],
    ['…', ''],
    ['a'.repeat(80), 'a'.repeat(60)],
  ])('made of %j is %j', (title, name) => {
    expect(proposedName(title)).toBe(name)
    expect(isNeedName(name)).toBe(name !== '')
  })

  it.each(['Gift', 'gift wrap', '-gift', 'gift--wrap', '../gift'])('is not %j', (name) => {
    expect(isNeedName(name)).toBe(false)
  })
})

describe('a rating', () => {
  it('is said with how many and how sure, and of one without an interval', () => {
    expect(ratingText({ n: 0, mean: null, low: null, high: null }, 'en', en)).toBe('Not rated yet.')
    expect(ratingText({ n: 1, mean: 5, low: null, high: null }, 'en', en)).toBe('Rated 5 of 5 (1 rating).')
    expect(ratingText({ n: 9, mean: 4.55, low: 4.21, high: 4.9 }, 'en', en)).toBe(
      'Rated 4.6 of 5 (9 ratings, likely 4.2 to 4.9).',
    )
  })

  it('has no interval beyond what can be given', () => {
    expect(ratingText({ n: 2, mean: 4.5, low: -1.9, high: 10.9 }, 'zh', zh)).toBe(
      '平均 4.5 分，满分 5 分（2 个评分，可能在 1 至 5 之间）。',
    )
  })
})

describe('tabs', () => {
  it('go round by arrows and to the ends by Home and End', () => {
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'a'].map((key) => steppedTo(key, 2, 3))).toEqual([
      0,
      1,
      0,
      2,
      undefined,
    ])
  })
})

describe('the list of keys', () => {
  it('says each once, in both languages', () => {
    for (const words of [en, zh]) {
      const groups = keyGroups(words)
      const keys = groups.flatMap(({ shortcuts }) => shortcuts.flatMap(([each]) => each))
      expect(new Set(keys).size).toBe(keys.length)
      const meanings = groups.flatMap(({ shortcuts }) => shortcuts.map(([, meaning]) => meaning))
      expect(new Set(meanings).size).toBe(meanings.length)
    }
  })
})
