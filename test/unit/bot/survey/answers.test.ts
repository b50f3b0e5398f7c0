import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerInWords } from '../../../../bot/survey/answer-in-words.ts'
import { answersOf, responseOf } from '../../../../bot/survey/answers-of.ts'
import { itemsOf } from '../../../../bot/survey/forms.ts'
import { readAnswers } from '../../../../bot/survey/read-answers.ts'
import { CandorError, type SurveyAnswers, type SurveyItem } from '../../../../domain/index.ts'

const OWN: SurveyItem[] = [
  {
    name: 'parcel',
    kind: 'scale',
    from: 1,
    to: 5,
    low: { en: 'bad', zh: '差' },
    high: { en: 'good', zh: '好' },
    text: { en: 'The parcel', zh: '包裹' },
    required: false,
  },
  { name: 'onTime', kind: 'yes-no', text: { en: 'On time', zh: '准时' }, required: false },
  { name: 'wish', kind: 'text', text: { en: 'A wish', zh: '建议' }, required: false },
]
const FORMS = ['csat', 'nps', 'ces', 'parcel'].map((form) => ({
  id: 's',
  form,
  ...(form === 'parcel' && { items: OWN }),
}))

/** Any answers that a form takes. */
function answersTo(items: readonly SurveyItem[]): fc.Arbitrary<SurveyAnswers> {
  const text = fc
    .string({ minLength: 1, maxLength: 40 })
    .map((given) => given.trim())
    .filter((given) => given !== '')
  const answerTo = (item: SurveyItem): fc.Arbitrary<number | boolean | string> =>
    item.kind === 'scale' ? fc.integer({ min: item.from, max: item.to }) : item.kind === 'yes-no' ? fc.boolean() : text
  const required = items.filter((item) => item.required).map(({ name }) => name)
  return fc
    .record(Object.fromEntries(items.map((item) => [item.name, answerTo(item)])), { requiredKeys: required })
    .map((answers) => ({ ...answers }))
    .filter((answers) => Object.keys(answers).length > 0) as fc.Arbitrary<SurveyAnswers>
}

/** As a card sends it: everything is text, and what was not touched is empty. */
function submitted(items: readonly SurveyItem[], answers: SurveyAnswers): Record<string, string> {
  const textOf = (answer: SurveyAnswers[string] | undefined) =>
    answer === undefined ? '' : answer === true ? 'yes' : answer === false ? 'no' : String(answer)
  return Object.fromEntries(items.map(({ name }) => [name, textOf(answers[name])]))
}

const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (problem) {
    return problem instanceof CandorError ? problem.code : String(problem)
  }
  return 'done'
}

describe.each(FORMS)('an answer to the form $form', (survey) => {
  const items = itemsOf(survey)

  it('is stored and read back as it was filled in', () => {
    fc.assert(
      fc.property(answersTo(items), (answers) => {
        const read = readAnswers(items, submitted(items, answers), undefined, 'en')
        expect(read).toEqual(answers)
        expect(answersOf(survey, responseOf(survey, read, 7))).toEqual(answers)
      }),
    )
  })

  it('that leaves something open in a change leaves it as it was, but for a text that is emptied', () => {
    fc.assert(
      fc.property(answersTo(items), answersTo(items), (before, after) => {
        const expected: Record<string, unknown> = {}
        for (const { name, kind } of items) {
          const value = after[name] ?? (kind === 'text' ? undefined : before[name])
          if (value !== undefined) expected[name] = value
        }
        expect(readAnswers(items, submitted(items, after), before, 'en')).toEqual(expected)
      }),
    )
  })

  it('says in one line what was answered, in both languages', () => {
    fc.assert(
      fc.property(answersTo(items), fc.constantFrom('en' as const, 'zh' as const), (answers, language) => {
        const line = answerInWords(items, answers, language)
        for (const answer of Object.values(answers)) {
          if (typeof answer !== 'boolean') expect(line).toContain(String(answer))
        }
        expect(line).not.toContain('undefined')
      }),
    )
  })

  it('without anything is refused', () => {
    expect(codeOf(() => readAnswers(items, {}, undefined, 'en'))).toBe('BODY_INVALID')
    expect(codeOf(() => readAnswers(items, submitted(items, {}), undefined, 'en'))).toBe('BODY_INVALID')
  })

  it('outside its scale, or no whole number, is refused', () => {
    const scale = items.find((item) => item.kind === 'scale')
    if (scale?.kind !== 'scale') throw new TypeError('every form here has a scale')
    for (const wrong of [scale.from - 1, scale.to + 1, scale.from + 0.5, 'many', '1.0', true, Number.NaN]) {
      expect(codeOf(() => readAnswers(items, { [scale.name]: wrong }, undefined, 'en'))).toBe('BODY_INVALID')
    }
  })
})
