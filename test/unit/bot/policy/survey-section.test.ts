import { describe, expect, it } from 'vitest'
import { surveySection } from '../../../../bot/policy/survey-section.ts'
import { policy } from '../../../support/minds.ts'

const text = { en: 'How?', zh: '怎么样？' }
const SCALE = { name: 'packing', kind: 'scale', from: 1, to: 5, low: text, high: text, text, required: true }

function problemsOf(form: object): string[] {
  const { error } = surveySection.safeParse({
    expiresHours: 72,
    own: [{ name: 'parcel', share: 1, items: [SCALE], ...form }],
  })
  return error?.issues.map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`) ?? []
}

describe('what a policy says of surveys', () => {
  it('may be as short as in older files, and then means what the default means', () => {
    expect(surveySection.parse({ expiresHours: 72 })).toEqual(policy.survey)
  })

  it('holds forms of the company’s own', () => {
    expect(problemsOf({})).toEqual([])
    expect(problemsOf({ needs: ['refund'], items: [SCALE, { name: 'wish', kind: 'text', text }] })).toEqual([])
  })

  it.each<[string, object, string]>([
    ['the name of a standard form', { name: 'nps' }, '0.name: is the name of a standard form'],
    [
      'an item that the form needs for itself',
      { items: [{ ...SCALE, name: 'surveyId' }] },
      '0.items.0.name: is a name that the form needs for itself',
    ],
    [
      'an item that every object has',
      { items: [{ ...SCALE, name: 'constructor' }] },
      '0.items.0.name: is a name that the form needs for itself',
    ],
    ['an item twice', { items: [SCALE, SCALE] }, '0.items: has a name twice'],
    ['a scale too long for a phone', { items: [{ ...SCALE, from: 0, to: 11 }] }, '0.items.0: has more than 11 points'],
  ])('refuses %s', (_what, form, problem) => {
    expect(problemsOf(form)).toEqual([problem])
  })
})
