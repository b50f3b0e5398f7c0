import { describe, expect, it } from 'vitest'
import { matchingNeeds } from '../../../../web/shared/matching-needs.ts'

const needs = [
  { name: 'refund-status', title: { en: 'Where is my refund', zh: '退款进度' } },
  { name: 'warranty', title: { en: 'Warranty', zh: '保修' } },
]
const found = (sought: string, chosen?: string) => matchingNeeds(needs, sought, chosen).map((need) => need.name)

describe('the search for a need', () => {
  it('looks at both languages and the name, in any case', () => {
    expect(found('REFUND')).toEqual(['refund-status'])
    expect(found('保修')).toEqual(['warranty'])
    expect(found(' ')).toEqual(['refund-status', 'warranty'])
  })
  it('keeps the chosen one in sight', () => {
    expect(found('refund', 'warranty')).toEqual(['refund-status', 'warranty'])
  })
})
