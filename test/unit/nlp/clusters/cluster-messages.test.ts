import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../../bot/knowledge/index.ts'
import { LANGUAGES } from '../../../../domain/index.ts'
import { clusterMessages, type UncoveredMessage } from '../../../../nlp/index.ts'
import { seededRandom, shuffle } from '../../../../nlp/intent/random.ts'
import { SAMPLE, sampleMessages } from './sample-messages.ts'

const lexicon = loadLexicon()
const cluster = (messages: UncoveredMessage[]) => clusterMessages(messages, { lexicon })
const topicOf = (id: string) => id.split(' ').slice(0, 2).join(' ')

const anyText = fc.oneof(
  fc.constantFrom(...sampleMessages().map(({ text }) => text)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '   ', '???', '👍'),
)
const anyMessages = fc
  .array(fc.record({ text: anyText, language: fc.constantFrom(...LANGUAGES) }), { maxLength: 60 })
  .map((messages) => messages.map((message, i) => ({ id: `m${i}`, ...message })))

describe('clustering messages that no need covers', () => {
  it.each(LANGUAGES)('finds what customers ask for again and again (%s)', (language) => {
    const found = cluster(sampleMessages([language]))
    for (const topic of Object.keys(SAMPLE[language].topics)) {
      const own = found.filter(({ ids }) => topicOf(ids[0] ?? '') === `${language} ${topic}`)
      expect(own, topic).toHaveLength(1)
      const inside = own[0]?.ids.filter((id) => topicOf(id) === `${language} ${topic}`) ?? []
      expect(inside.length, topic).toBeGreaterThanOrEqual(5)
      expect(inside.length / (own[0]?.ids.length ?? 0), topic).toBeGreaterThanOrEqual(0.8)
    }
  })

  it('names a cluster with its own words, in its language', () => {
    const nameOf = (topic: string) => cluster(sampleMessages()).find(({ ids }) => topicOf(ids[0] ?? '') === topic)?.name
    expect(nameOf('en wrapping')).toContain('gift wrap')
    expect(nameOf('zh wrapping')).toContain('礼品包装')
    expect(nameOf('en careers')).toContain('job')
    expect(nameOf('zh recycling')).toContain('电池')
  })

  it('keeps the languages apart', () => {
    for (const { ids, language } of cluster(sampleMessages())) {
      expect(new Set(ids.map((id) => id.split(' ')[0]))).toEqual(new Set([language]))
    }
  })

  it('leaves out what nobody else asks', () => {
    const inside = cluster(sampleMessages()).flatMap(({ ids }) => ids)
    expect(inside.filter((id) => id.includes('stray'))).toEqual([])
  })

  it('counts the same question asked by many as a cluster, and puts it in the middle', () => {
    const same = Array.from({ length: 7 }, (_, i) => ({
      id: `same ${i}`,
      text: `Where is my bike${'!'.repeat(i)}`,
      language: 'en' as const,
    }))
    expect(cluster(same)).toEqual([
      { ids: same.map(({ id }) => id), language: 'en', name: 'bike', cohesion: expect.closeTo(1, 5) },
    ])
    const among = cluster([...sampleMessages(['en']), ...same])
    expect(among[0]?.ids.slice(0, 7)).toEqual(same.map(({ id }) => id))
  })

  it('makes nothing of no message, of one, and of messages without words', () => {
    expect(cluster([])).toEqual([])
    expect(cluster([{ id: '1', text: 'gift wrapping', language: 'en' }])).toEqual([])
    expect(
      cluster(['', ' ', '?!', '👍', '\u200b', '…'].map((text, i) => ({ id: `${i}`, text, language: 'zh' }))),
    ).toEqual([])
  })

  it('puts every message in at most one cluster, each of five at least, largest first, with a cohesion of 0 to 1', () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        const found = cluster(messages)
        const ids = found.flatMap((one) => one.ids)
        expect(new Set(ids).size).toBe(ids.length)
        const known = new Map(messages.map((message) => [message.id, message.language]))
        for (const one of found) {
          expect(one.ids.length).toBeGreaterThanOrEqual(5)
          expect(one.cohesion).toBeGreaterThanOrEqual(0)
          expect(one.cohesion).toBeLessThanOrEqual(1)
          expect(one.ids.every((id) => known.get(id) === one.language)).toBe(true)
        }
        const sizes = found.map((one) => one.ids.length)
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }),
      { numRuns: 60 },
    )
  })

  it('finds the same whatever order the messages come in', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 })
    fc.assert(
      fc.property(fc.oneof(anyMessages, fc.constant(sampleMessages())), seeds, (messages, seed) => {
        const shuffled = [...messages]
        shuffle(shuffled, seededRandom(seed))
        expect(cluster(shuffled)).toEqual(cluster(messages))
      }),
      { numRuns: 40 },
    )
  })

  it('takes hostile lengths, and reads only the beginning of a text', () => {
    const tail = 'x1 '.repeat(300_000)
    const long = SAMPLE.en.topics.wrapping?.map((text, i) => ({
      id: `${i}`,
      text: `${text.padEnd(220)}${tail}${i}`,
      language: 'en' as const,
    }))
    expect(cluster(long ?? [])[0]?.ids).toHaveLength(7)
  })

  it('lets texts beyond those it compares join the clusters', () => {
    const nouns = 'mug lamp chair sofa table clock vase rug shelf bowl'.split(' ')
    const count = 5400
    const messages = Array.from({ length: count }, (_, i) => {
      const noun = nouns[Math.floor(i / 2) % 10]
      const tag = `${String.fromCharCode(97 + (i % 26))}${i}`
      const text = i % 2 ? `please gift wrap the ${noun} ${tag}` : `recycle batteries of this ${noun} ${tag}`
      return { id: `${i % 2 ? 'wrap' : 'recycle'} ${i}`, text, language: 'en' as const }
    })
    const found = clusterMessages(messages)
    for (const { ids } of found) expect(new Set(ids.map((id) => id.split(' ')[0])).size).toBe(1)
    expect(found.flatMap(({ ids }) => ids).length).toBeGreaterThan(5000)
  })
})
