import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../../nlp/intent/tokens.ts'

describe('splitting a message', () => {
  it.each([
    ["i can't log in", ['i', 'cant', 'log', 'in'], []],
    ["the shop's hours", ['the', 'shops', 'hours'], []],
    ['我的order还没到', ['order'], ['我的', '还没到']],
    ['order 20261122001 please', ['order', '#number', 'please'], []],
    ['so 😡 about it', ['so', '😡', 'about', 'it'], []],
    ['?!', [], []],
  ])('takes "%s" apart', (text, words, hanRuns) => {
    expect(tokenize(text)).toMatchObject({ words, hanRuns })
  })

  it('gives words of one stem the same stem', () => {
    expect(new Set(tokenize('deliver delivered delivering delivers').stems).size).toBe(1)
  })

  it('keeps a bounded number of tokens of bounded length', () => {
    const { words, hanRuns } = tokenize(`${'ab '.repeat(2000)}${'x'.repeat(500)}${'退'.repeat(2000)}`)
    expect(words.length + hanRuns.join('').length).toBeLessThanOrEqual(300)
    for (const word of words) expect(word.length).toBeLessThanOrEqual(32)
  })
})
