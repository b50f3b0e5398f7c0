import { describe, expect, it } from 'vitest'
import { nameGroups } from '../../../../nlp/clusters/name-groups.ts'

describe('naming clusters', () => {
  it('prefers the phrase that the group has and others have not', () => {
    const texts = [
      'how do i rent a tent',
      'rent a tent for a week',
      'can you rent a tent',
      'how do i buy a boat',
      'rent a boat',
    ]
    expect(nameGroups(texts, [[0, 1, 2]])[0]).toContain('tent')
  })

  it('writes a word as most of its texts do', () => {
    const texts = ['wrapped gifts', 'gifts wrapped', 'wrap gifts', 'gifts']
    expect(nameGroups(texts, [[0, 1, 2, 3]])[0]).toMatch(/^gifts/)
  })

  it('never shows a long number, which could be somebody’s', () => {
    const texts = ['order 48213 lamp', 'order 48213 lamp', 'order 48213 lamp', 'other things']
    expect(nameGroups(texts, [[0, 1, 2]])[0]).not.toMatch(/\d/)
  })

  it('gives two groups with the same best phrase different names', () => {
    const texts = [
      'blue lamp shade',
      'blue lamp shade',
      'blue lamp shade',
      'red lamp shade',
      'red lamp shade',
      'red lamp shade',
    ]
    const names = nameGroups(texts, [
      [0, 1, 2],
      [3, 4, 5],
    ])
    expect(new Set(names).size).toBe(2)
  })

  it('is empty where a group has no word in common', () => {
    expect(nameGroups(['can you', 'could you', 'will you'], [[0, 1, 2]])).toEqual([''])
  })
})
