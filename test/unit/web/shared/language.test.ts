import { describe, expect, it } from 'vitest'
import { pageLanguage } from '../../../../web/loader/words.ts'
import { pickLanguage } from '../../../../web/shared/language.ts'
import { duration, percent } from '../../../../web/shared/numbers.ts'

describe('the language of a page', () => {
  it('is the first wanted one that we speak', () => {
    expect(pickLanguage([null, 'fr-FR', 'zh-TW', 'en'])).toBe('zh')
    expect(pickLanguage(['de', undefined])).toBe('en')
  })
  it('is for the button that of the page around it before that of the browser', () => {
    expect(pageLanguage('zh-Hans', ['en-US'])).toBe('zh')
    expect(pageLanguage('', ['zh-CN'])).toBe('zh')
    expect(pageLanguage('fr', ['de'])).toBe('en')
  })
})

describe('a number', () => {
  it('is written as the language writes it', () => {
    expect(percent(0.916, 'en')).toBe('92 %')
    expect(percent(0.916, 'zh')).toBe('92%')
  })
  it('of milliseconds reads as a waiting time', () => {
    expect(duration(42_900, 'en')).toBe('42 s')
    expect(duration(-5, 'en')).toBe('0 s')
    expect(duration(3 * 60_000, 'zh')).toBe('3分钟')
    expect(duration(125 * 60_000, 'en')).toBe('2 h 5 min')
    expect(duration(3 * 86_400_000, 'en')).toBe('3 d')
  })
})
