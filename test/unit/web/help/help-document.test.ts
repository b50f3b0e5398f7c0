import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentsOf, readHelp } from '../../../../web/help/help-document.ts'

describe('readHelp', () => {
  test('cuts the page at its headings and takes their names off', () => {
    const help = readHelp('# Help\n\nHello.\n\n## Orders\n\n### Where is *it*? {#orders-where}\n\nHere.\n\n- a\n')
    expect(help.title).toBe('Help')
    expect(help.intro.map(({ type }) => type)).toContain('paragraph')
    expect(help.parts.map(({ id, depth, title }) => ({ id, depth, title }))).toEqual([
      { id: 'part-1', depth: 2, title: 'Orders' },
      { id: 'orders-where', depth: 3, title: 'Where is it?' },
    ])
    expect(help.parts[1]?.blocks.map(({ type }) => type).filter((type) => type !== 'space')).toEqual([
      'paragraph',
      'list',
    ])
  })

  test('lets a page have one title only: a second one is a part like the others', () => {
    const help = readHelp('# Help\n\n# More {#more}\n')
    expect(help.title).toBe('Help')
    expect(help.parts).toMatchObject([{ id: 'more', depth: 2, title: 'More' }])
  })

  test('has no title, intro or parts when there is nothing', () => {
    expect(readHelp('')).toEqual({ title: undefined, intro: [], parts: [] })
  })

  test('gives the demo shop the same parts in both languages, so that a switch keeps the place', () => {
    const ids = (language: string) => {
      const file = join(import.meta.dirname, `../../../../knowledge/demo-shop/help/${language}.md`)
      return readHelp(readFileSync(file, 'utf8')).parts.map(({ id }) => id)
    }
    expect(ids('en')).toContain('delivery-cost')
    expect(ids('zh')).toEqual(ids('en'))
  })
})

describe('contentsOf', () => {
  const titles = (markdown: string) =>
    contentsOf(readHelp(markdown).parts).map(({ part, under }) => [part.title, under.map(({ title }) => title)])

  test('puts deeper headings under the higher one before them', () => {
    expect(titles('## A\n### B\n#### C\n## D\n')).toEqual([
      ['A', ['B', 'C']],
      ['D', []],
    ])
  })

  test('is flat when all headings are alike, and keeps a deep one that comes first', () => {
    expect(titles('### A\n### B\n')).toEqual([
      ['A', []],
      ['B', []],
    ])
    expect(titles('### A\n## B\n')).toEqual([
      ['A', []],
      ['B', []],
    ])
  })
})
