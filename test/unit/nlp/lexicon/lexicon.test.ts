import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../../bot/knowledge/index.ts'
import { CandorError } from '../../../../domain/index.ts'
import { readLexicon } from '../../../../nlp/index.ts'
import { stem } from '../../../../nlp/intent/tokens.ts'
import { wordIds } from '../../../../nlp/lexicon/lexicon.ts'
import { createWordList } from '../../../../nlp/lexicon/word-list.ts'

const lexicon = loadLexicon()

function vectorOf(id: number): Float32Array {
  const vector = new Float32Array(lexicon.dimensions)
  lexicon.addVector(id, 1, vector)
  return vector
}
const english = (word: string) => vectorOf(lexicon.english.find(stem(word)))
const chinese = (word: string) => vectorOf(lexicon.english.size + lexicon.chinese.find(word))
const likeness = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0)

describe('the lexicon', () => {
  it.each([
    [english('refund'), english('reimburse'), english('weather')],
    [english('song'), english('music'), english('invoice')],
    [chinese('退款'), english('refund'), english('song')],
    [chinese('快递'), chinese('邮寄'), chinese('唱歌')],
  ])('puts words of like meaning closer together than others', (word, like, unlike) => {
    expect(likeness(word, like)).toBeGreaterThan(likeness(word, unlike) + 0.2)
  })

  it('gives vectors of length one', () => {
    for (const vector of [english('refund'), chinese('退款')]) expect(likeness(vector, vector)).toBeCloseTo(1, 4)
  })

  it('takes the longest Chinese words from left to right, and skips what it does not know', () => {
    const [refund, how] = [lexicon.chinese.find('退款'), lexicon.chinese.find('怎么')]
    const ids = wordIds(lexicon, ['qqqqq'], ['怎么退款'])
    expect(ids).toEqual([how, refund].map((id) => lexicon.english.size + id))
  })

  it('is refused with a clear error when it is damaged', () => {
    for (const bytes of [new Uint8Array(3), lexicon.bytes.slice(0, 5000), Buffer.from('CLEX and then nonsense')]) {
      expect(() => readLexicon(bytes)).toThrow(CandorError)
    }
  })
})

describe('a word list', () => {
  it('finds every word in its place and no other', () => {
    const words = ['a', 'ab', 'b', '不', '不要', '退']
    const list = createWordList(words.join('\n'))
    expect(words.map((word) => list.find(word))).toEqual([0, 1, 2, 3, 4, 5])
    expect(['', 'aa', 'c', '要', '退款'].map((word) => list.find(word))).toEqual([-1, -1, -1, -1, -1])
    expect(createWordList('').find('a')).toBe(-1)
  })
})
