import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPack } from '../../../../bot/knowledge/index.ts'
import { LANGUAGES, NEED_ROLES } from '../../../../domain/index.ts'

const DIR = join(import.meta.dirname, '../../../../knowledge/demo-shop')
const { pack, problems, warnings } = await checkPack(DIR)
const needs = pack?.needs ?? []

describe('the demo shop', () => {
  test('leaves no blank between two Chinese sentences of an answer', () => {
    const spaced = needs.filter(({ answer }) => /[。！？；，] /u.test(answer.text.zh ?? ''))
    expect(spaced.map(({ name }) => name)).toEqual([])
  })

  test('has no problem and no warning', () => {
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
  })

  test('has replies that agents can insert, with something to fill in', () => {
    expect(pack?.replies?.length).toBeGreaterThanOrEqual(6)
    expect(JSON.stringify(pack?.replies)).toMatch(/\{agent\}.*\{orderNumber\}/)
  })

  test('knows at least 28 needs, and every role', () => {
    expect(needs.length).toBeGreaterThanOrEqual(28)
    expect(new Set(needs.map(({ role }) => role))).toEqual(new Set(NEED_ROLES))
  })

  test.each(LANGUAGES)('has 14 or more examples for every need in %s', (language) => {
    const counts = needs.map(({ name, examples }) => [name, examples[language]?.length ?? 0] as const)
    expect(counts.filter(([, count]) => count < 14)).toEqual([])
  })

  test.each(LANGUAGES)('has 40 or more messages that are none of the needs in %s', (language) => {
    expect(pack?.outOfScope?.[language]?.length).toBeGreaterThanOrEqual(40)
  })

  test('writes Chinese under zh and not under en', () => {
    const han = /\p{Script=Han}/u
    expect(needs.flatMap(({ examples }) => examples.en ?? []).filter((text) => han.test(text))).toEqual([])
    for (const { answer, title } of needs) {
      expect(han.test(answer.text.zh ?? '') && han.test(title.zh ?? '')).toBe(true)
      expect(han.test((answer.text.en ?? '') + (title.en ?? ''))).toBe(false)
    }
  })

  test('gives a source for everything but small talk', () => {
    const without = needs.filter(({ answer }) => answer.source?.url === undefined).map(({ role }) => role)
    expect(without.toSorted()).toEqual(['goodbye', 'greeting', 'thanks'])
  })

  test.each(LANGUAGES)(
    'has a help section for every source, under the name the source gives it, in %s',
    async (language) => {
      const help = await readFile(join(DIR, 'help', `${language}.md`), 'utf8')
      const sections = new Map(
        [...help.matchAll(/^### (.+) \{(#[a-z-]+)\}$/gm)].map(([, title, anchor]) => [anchor, title]),
      )
      const headings = help.match(/^### /gm) ?? []
      expect(sections.size).toBe(headings.length)
      const wanted = needs.flatMap(({ answer }) => (answer.source ? [answer.source] : []))
      expect(wanted.map(({ url }) => [url, sections.get(url?.replace('/help', ''))])).toEqual(
        wanted.map(({ url, title }) => [url, title[language]]),
      )
    },
  )
})
