import { describe, expect, it } from 'vitest'
import { SHORTCUT_GROUPS, SHORTCUTS } from '../../../../web/desk/shortcuts.ts'
import { en } from '../../../../web/desk/words/en.ts'

describe('the list of shortcuts', () => {
  it('names every key that does something', () => {
    const listed = Object.values(SHORTCUT_GROUPS)
      .flat()
      .map(([, meaning]) => meaning)
    expect(new Set(listed)).toEqual(new Set(Object.keys(en.shortcutMeaning)))
    for (const meaning of Object.values(SHORTCUTS)) expect(listed).toContain(meaning)
  })
})
