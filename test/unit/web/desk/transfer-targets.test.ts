import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transferColleagues } from '../../../../web/desk/transfer-targets.ts'
import { DESK_COLLEAGUES, DESK_ME } from '../../../support/desk-fixtures.ts'

const names = (language: 'en' | 'zh', colleagues = DESK_COLLEAGUES) =>
  transferColleagues({ colleagues, me: DESK_ME }, language).map(({ name }) => name)

describe('whom a conversation can be transferred to', () => {
  it('begins with who is there, has room and serves the language', () => {
    expect(names('en')[0]).toBe('Bo Brandt')
    expect(names('zh')[0]).toBe('陈晓明')
  })
  it('ends with who is not at the desk', () => {
    expect(names('en').at(-1)).toBe('Eve Ek')
  })
  it('is neither oneself nor a manager, who takes nobody', () => {
    const managers = DESK_COLLEAGUES.map((colleague) => ({ ...colleague, role: 'manager' as const }))
    expect(names('en', managers)).toEqual([])
    expect(names('en')).not.toContain(DESK_ME.name)
  })
  it('does not depend on the order in which they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(DESK_COLLEAGUES, { minLength: DESK_COLLEAGUES.length }), (shuffled) => {
        expect(names('en', shuffled)).toEqual(names('en'))
      }),
    )
  })
})
