import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AskedItem, type FormAnswer, questionQuality } from '../../../../analytics/index.ts'
import { seeded } from '../../../support/seeded.ts'

const scale = (name: string): AskedItem => ({ name, kind: 'scale', from: 1, to: 7 })
const ITEMS = [scale('clear'), scale('quick'), scale('kind'), scale('whole')]

/** What a customer says of an item: how content they are, and some noise. */
function score(content: number, draw: () => number, shift = 0): number {
  return Math.max(1, Math.min(7, Math.round(4 + 2 * content + 1.5 * (draw() + draw() - 1) + shift)))
}

/** Answers of customers who understand the items, but for what `twist` makes of it. */
function answersOf(
  n: number,
  twist: (answer: { language: string; content: number; draw: () => number }) => FormAnswer['values'] = () => ({}),
  seed = 5,
): FormAnswer[] {
  const draw = seeded(seed)
  return Array.from({ length: n }, (_, i) => {
    const language = i % 3 === 0 ? 'zh' : 'en'
    // Customers of one language are more content: that is no fault of a question.
    const content = draw() + draw() - 1 + (language === 'zh' ? 0.4 : 0)
    const values = Object.fromEntries(ITEMS.map(({ name }) => [name, score(content, draw)]))
    return { language, answerMs: 1_000 * (1 + i), values: { ...values, ...twist({ language, content, draw }) } }
  })
}

const flagsOf = (answers: FormAnswer[], items = ITEMS) =>
  questionQuality(items, answers).items.flatMap(({ name, flags }) => flags.map(({ kind }) => `${name}: ${kind}`))

describe('the quality of questions', () => {
  it('finds nothing wrong with questions that are understood, also where one language is more content', () => {
    for (let seed = 1; seed <= 20; seed++) expect(flagsOf(answersOf(400, undefined, seed))).toEqual([])
  })

  it('flags the question that was read the other way round, with the correlation that shows it', () => {
    const answers = answersOf(300, ({ content, draw }) => ({ kind: score(-content, draw) }))
    expect(flagsOf(answers)).toEqual(['kind: reversed', 'kind: languages-differ'])
    const found = questionQuality(ITEMS, answers).items[2]
    expect(found?.flags[0]).toMatchObject({ kind: 'reversed', with: { value: found?.itemTotal?.value } })
    expect(found?.itemTotal?.high).toBeLessThan(0)
  })

  it('flags the question that goes with none of the others, and says what alpha would be without it', () => {
    const answers = answersOf(300, ({ draw }) => ({ whole: 1 + Math.floor(7 * draw()) }))
    const quality = questionQuality(ITEMS, answers)
    const flag = quality.items[3]?.flags.find(({ kind }) => kind === 'unrelated')
    if (flag?.kind !== 'unrelated') throw new TypeError('not flagged')
    expect(flag.alphaWithout).toBeGreaterThan(flag.alpha)
    expect(quality.items.slice(0, 3).flatMap(({ flags }) => flags)).toEqual([])
  })

  it('flags the question that one language reads otherwise, and not the others for being compared with it', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const misread = answersOf(
        400,
        ({ language, content, draw }) => ({ quick: score(content, draw, language === 'zh' ? -1 : 0) }),
        seed,
      )
      expect(flagsOf(misread)).toEqual(['quick: languages-differ'])
      const compared = questionQuality(ITEMS, misread).items[1]?.languages
      expect(compared).toMatchObject({ languages: ['en', 'zh'], besideOthers: true })
      expect(compared?.difference.value).toBeLessThan(0)
    }
  })

  it('of a single scale can only say that languages differ, not whose fault it is', () => {
    const answers = answersOf(400).map(({ values, ...rest }) => ({ ...rest, values: { clear: values.clear ?? 1 } }))
    const [found] = questionQuality([scale('clear')], answers).items
    expect(found?.languages).toMatchObject({ besideOthers: false, standsOut: true })
    expect(found).toMatchObject({ itemTotal: null, alphaIfDropped: null })
  })

  it('flags what many skip and what nearly everybody answers alike, and a text that nobody has to write never', () => {
    const items: AskedItem[] = [scale('clear'), { name: 'resolved', kind: 'yes-no' }, { name: 'comment', kind: 'text' }]
    const answers = Array.from({ length: 100 }, (_, i): FormAnswer => {
      return { language: 'en', answerMs: 1, values: { clear: i < 95 ? 7 : 3, ...(i < 40 && { resolved: true }) } }
    })
    expect(flagsOf(answers, items)).toEqual(['clear: ceiling', 'resolved: skipped'])
    expect(questionQuality(items, answers).items.map(({ skipped }) => skipped.numerator)).toEqual([0, 60, 100])
  })

  it('flags nothing from fewer than thirty answers', () => {
    expect(flagsOf(answersOf(29, ({ draw }) => ({ whole: 1 + Math.floor(7 * draw()), kind: 7 })))).toEqual([])
  })

  it('counts who gives every scale the same, and how long people took', () => {
    const answers = answersOf(100).map((answer, i) =>
      i < 25 ? { ...answer, values: { clear: 4, quick: 4, kind: 4, whole: 4 } } : answer,
    )
    const quality = questionQuality(ITEMS, answers)
    expect(quality.straightLined?.numerator).toBeGreaterThanOrEqual(25)
    expect(quality.straightLined?.denominator).toBe(100)
    expect(quality.answerTime).toEqual({ n: 100, medianMs: 50_000, p90Ms: 90_000 })
    expect(quality.byLanguage.map(({ language, answerTime }) => [language, answerTime.n])).toEqual([
      ['en', 66],
      ['zh', 34],
    ])
    expect(questionQuality(ITEMS.slice(0, 2), answers).straightLined).toBeNull()
  })

  it('holds every share within 0..1, and is the same whatever the order of answers', () => {
    const value = fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined })
    const answer = fc
      .tuple(fc.constantFrom('en', 'zh'), fc.nat(100_000), value, value, value)
      .map(([language, answerMs, clear, quick, kind]): FormAnswer => {
        const all = Object.entries({ clear, quick, kind }).filter(([, given]) => given !== undefined)
        return { language, answerMs, values: Object.fromEntries(all) as Record<string, number> }
      })
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
        const items = ITEMS.slice(0, 3)
        const quality = questionQuality(items, answers)
        for (const { skipped, floor, ceiling } of quality.items) {
          for (const share of [skipped, floor, ceiling]) {
            expect(share?.numerator).toBeLessThanOrEqual(share?.denominator ?? -1)
          }
        }
        const turned = questionQuality(items, answers.toReversed())
        expect(turned.items.map(({ flags }) => flags.map(({ kind }) => kind))).toEqual(
          quality.items.map(({ flags }) => flags.map(({ kind }) => kind)),
        )
        expect(turned.answerTime).toEqual(quality.answerTime)
      }),
    )
  })
})
