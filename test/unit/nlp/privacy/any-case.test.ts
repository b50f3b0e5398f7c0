import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCase } from '../../../../nlp/privacy/any-case.ts'

const WORDS = String.raw`\bpo box|licen[cs]e(?:[ -]?(?:no|nr))?|税号|\d{2}st`

describe('words in any case', () => {
  const pattern = new RegExp(`^(?:${anyCase(WORDS)})$`, 'u')

  it('are what the flag for the whole pattern would match', () => {
    const likely = fc.constantFrom('po box', 'License', 'LICENCE-nr', 'licence NO', '税号', '12ST', 'licen[se', 'x')
    const flagged = new RegExp(`^(?:${WORDS})$`, 'i')
    const text = fc.tuple(likely, fc.infiniteStream(fc.boolean())).map(([word, capitals]) => {
      return [...word].map((letter) => (capitals.next().value ? letter.toUpperCase() : letter)).join('')
    })
    fc.assert(fc.property(text, (word) => pattern.test(word) === flagged.test(word)))
  })

  it('leave the rest of the pattern as it is', () => {
    const street = new RegExp(`\\p{Lu}\\p{Ll}+ ${anyCase('road')}`, 'u')
    expect(['Elm Road', 'Elm ROAD', 'elm road'].map((text) => street.test(text))).toEqual([true, true, false])
  })
})
