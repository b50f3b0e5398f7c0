import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFile, FILE_LIMIT } from '../../../../bot/files/index.ts'
import { GIF, HTML, JPEG, PDF, PNG, padded, SVG, WEBP } from '../../../support/sample-files.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })
const KINDS = [
  ['image/png', 'png', PNG],
  ['image/jpeg', 'jpg', JPEG],
  ['image/gif', 'gif', GIF],
  ['image/webp', 'webp', WEBP],
  ['application/pdf', 'pdf', PDF],
] as const

describe('a file', () => {
  it.each(KINDS)('of kind %s is told by its bytes, whatever it is called', (mediaType, extension, content) => {
    expect(checkFile({ name: 'receipt', content })).toEqual({ name: `receipt.${extension}`, mediaType, content })
    expect(checkFile({ name: 'run.html', content }).name).toBe(`run.html.${extension}`)
    expect(checkFile({ name: `Receipt.${extension.toUpperCase()}`, content }).name).toBe(
      `Receipt.${extension.toUpperCase()}`,
    )
  })

  it.each([
    ['a drawing that can hold scripts', SVG],
    ['a page', HTML],
    ['nothing', new Uint8Array()],
    ['a picture behind a page', Buffer.concat([HTML, PNG])],
    ['a document behind a page', Buffer.concat([HTML, PDF])],
    ['a sound, which begins as one kind of picture does', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt ', 'latin1')],
    ['half a head', PNG.slice(0, 4)],
  ])('that is %s is refused', (_what, content) => {
    expect(() => checkFile({ name: 'photo.png', content })).toThrow(code('FILE_REFUSED'))
  })

  it('must be what it is declared as, where it is declared', () => {
    for (const [mediaType, , content] of KINDS) {
      for (const declaredType of [
        mediaType,
        mediaType.toUpperCase(),
        '',
        'application/octet-stream',
        `${mediaType}; a=b`,
      ]) {
        expect(checkFile({ name: 'x', content, declaredType }).mediaType).toBe(mediaType)
      }
      for (const declaredType of ['text/html', 'image/svg+xml', 'image/bmp', 'nonsense']) {
        expect(() => checkFile({ name: 'x', content, declaredType })).toThrow(code('FILE_REFUSED'))
      }
    }
    expect(checkFile({ name: 'x', content: PNG, declaredType: 'image/*' }).mediaType).toBe('image/png')
    expect(() => checkFile({ name: 'x', content: PDF, declaredType: 'image/*' })).toThrow(code('FILE_REFUSED'))
  })

  it('may have 8 MB and not one byte more', () => {
    expect(checkFile({ name: 'x', content: padded(PNG, FILE_LIMIT) }).content).toHaveLength(FILE_LIMIT)
    expect(() => checkFile({ name: 'x', content: padded(PNG, FILE_LIMIT + 1) })).toThrow(code('FILE_TOO_LARGE'))
  })
})

describe('the name of a file', () => {
  const named = (name: string) => checkFile({ name, content: PNG }).name

  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\me\\receipt.png', 'receipt.png'],
    ['receipt\r\nX-Evil: 1.png', 'receiptX-Evil_ 1.png'],
    ['photo\u202egnp.exe', 'photognp.exe.png'],
    ['收据 2026.png', '收据 2026.png'],
    ['', 'file.png'],
    ['.png', 'png.png'],
    ['...', 'file.png'],
    ['a?b*c|d"e<f>.PNG', 'a_b_c_d_e_f_.PNG'],
  ])('%j becomes %j', (given, cleaned) => {
    expect(named(given)).toBe(cleaned)
  })

  const awkward = fc.constantFrom('/', '\\', '.', ' ', '\n', '\u0000', '\u202e', '\u2069', '\ud800')
  const character = fc.oneof(awkward, fc.nat(0x10ffff).map(String.fromCodePoint))

  it('is always short, on one line, without a path, and of its kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 400 }), (given) => {
        const name = named(given)
        expect(name).toMatch(/^[^\\/\p{Cc}\u202a-\u202e\u2066-\u2069]+\.png$/iu)
        expect(Array.from(name).length).toBeLessThanOrEqual(100)
        expect(name.isWellFormed()).toBe(true)
        expect(named(name)).toBe(name)
      }),
    )
  })

  it('of any length is read at once', () => {
    expect(named(`${' '.repeat(1_000_000)}x`)).toBe('x.png')
  })
})
