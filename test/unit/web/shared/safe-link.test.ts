import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkParts, safeHref } from '../../../../web/shared/safe-link.ts'

describe('an address', () => {
  it.each(['https://example.com/a?b=1', 'http://example.com', '/help#returns'])('may be followed: %s', (address) => {
    expect(safeHref(address)).toBe(address)
  })
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' https://example.com',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'https://',
    'help',
    '',
  ])('is only shown: "%s"', (address) => {
    expect(safeHref(address)).toBeUndefined()
  })
})

describe('a text with addresses in it', () => {
  it('links the address and leaves the full stop to the sentence', () => {
    expect(linkParts('See https://example.com/help.')).toEqual([
      { text: 'See ' },
      { text: 'https://example.com/help', href: 'https://example.com/help' },
      { text: '.' },
    ])
  })
  it('ends an address at Chinese punctuation', () => {
    expect(linkParts('请看https://example.com/a。谢谢')[1]).toEqual({
      text: 'https://example.com/a',
      href: 'https://example.com/a',
    })
  })
  it('is itself again when its parts are joined', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('http://', '。', '<b>', ' ')))
    fc.assert(
      fc.property(pieces, (texts) => {
        const text = texts.join('')
        expect(
          linkParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
