import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { exampleKey } from '../../../../bot/knowledge/example-key.ts'
import { importPack, loadPack } from '../../../../bot/knowledge/index.ts'
import { temporaryFolder } from './pack-folder.ts'

async function importRows(
  rows: [text: string, label: string][],
  options: { name?: string; language?: 'en' | 'zh' } = {},
) {
  const folder = await temporaryFolder()
  const csvFile = join(folder, 'in.csv')
  const outDir = join(folder, 'deep', 'out')
  await writeFile(csvFile, Papa.unparse([['text', 'label'], ...rows]))
  const report = await importPack({
    from: csvFile,
    format: 'csv',
    outDir,
    language: 'auto',
    outOfScopeLabel: 'oos',
    ...options,
  })
  return { report, outDir, pack: await loadPack(outDir) }
}

describe('importPack', () => {
  test('makes a need of every label, keeps the label, and drafts answers that a customer may see', async () => {
    const { report, pack } = await importRows([
      ['where is my order', 'ORDER_STATUS'],
      ['我的订单呢', 'ORDER_STATUS'],
      ['is it raining', 'oos'],
      ['can I pay later', '付款'],
    ])
    expect(report).toMatchObject({
      needs: 2,
      examples: { en: 2, zh: 1 },
      outOfScope: 1,
      duplicates: 0,
      conflicts: 0,
      notes: [],
    })
    expect(pack.needs.map(({ name, label }) => [name, label])).toEqual([
      ['order-status', 'ORDER_STATUS'],
      ['付款', undefined],
    ])
    expect(pack.needs[0]).toMatchObject({
      title: { en: 'Order status', zh: 'Order status' },
      examples: { en: ['where is my order'], zh: ['我的订单呢'] },
      answer: { draft: true, text: { en: expect.stringMatching(/^About “Order status”: .*person/) } },
    })
    expect(pack).toMatchObject({ name: 'out', languages: ['en', 'zh'], defaultLanguage: 'en' })
    expect(pack.outOfScope).toEqual({ en: ['is it raining'], zh: [] })
  })

  test('keeps one of each repeated text, and the first of two labels, and says so', async () => {
    const { report, pack } = await importRows([
      ['refund', 'a'],
      ['Refund ', 'a'],
      ['refund', 'b'],
      ['other', 'a'],
      ['other', 'c'],
      ['third', 'c'],
    ])
    expect(report).toMatchObject({ duplicates: 1, conflicts: 2 })
    expect(report.notes).toEqual([
      'row 3: "Refund" is the same as row 2; kept once',
      'row 4: "refund" is "b" here and "a" in row 2; kept only as "a"',
      'row 6: "other" is "c" here and "a" in row 5; kept only as "a"',
      'the label "b" has no text of its own left, so it is not in the pack',
    ])
    expect(pack.needs.map(({ name }) => name)).toEqual(['a', 'c'])
  })

  test('keeps labels apart that would have the same file name', async () => {
    const { report, pack } = await importRows([
      ['one', 'Order_Status'],
      ['two', 'order status'],
      ['three', 'ORDER-STATUS'],
    ])
    expect(pack.needs.map(({ name, label }) => [name, label])).toEqual([
      ['order-status', 'Order_Status'],
      ['order-status-2', 'order status'],
      ['order-status-3', 'ORDER-STATUS'],
    ])
    expect(report.notes).toHaveLength(2)
  })

  test('takes the language given instead of the script, and the name given instead of the folder', async () => {
    const { pack } = await importRows(
      [
        ['ok', 'yes'],
        ['fine', 'yes'],
        ['nope', 'zzz'],
      ],
      { language: 'zh', name: 'My Shop' },
    )
    expect(pack).toMatchObject({ name: 'my-shop', title: { zh: 'My Shop' }, languages: ['zh'] })
    expect(pack.needs[0]?.examples).toEqual({ en: [], zh: ['ok', 'fine'] })
  })

  test('every text comes back as it was, whatever YAML might make of it', async () => {
    const nasty = [
      'yes',
      'no',
      'null',
      '~',
      '0%',
      '- x',
      'a: b',
      '# c',
      '1e3',
      '2026-11-22',
      "it's",
      '"q"',
      '{x}',
      '[y]',
      '&a',
      '*a',
      '!t',
      '|',
      '>',
      'a\nb',
      'tab\there',
      '%TAG',
      '@x',
      '`y',
      '...',
      '---',
      '0x1F',
      '🙂',
      'a #b',
    ]
    const { pack } = await importRows([...nasty.map((text): [string, string] => [text, 'a']), ['other', 'b']])
    expect(pack.needs[0]?.examples.en).toEqual(nasty)
  })

  test('no row is lost, whatever stands in the cells', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.trim())
      .filter((text) => text !== '')
    const label = fc.oneof(fc.constantFrom('A', 'a', 'A b', 'a_b', '中', 'oos', '{x}', '/'), cell)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, label), { minLength: 1, maxLength: 12 }), async (rows) => {
        const all: [string, string][] = [['one need', 'one'], ['another need', 'two'], ...rows]
        const { report, pack } = await importRows(all)
        const kept = [
          ...pack.needs.map(({ name, label = name, examples }) => ({ label, examples })),
          { label: 'oos', examples: pack.outOfScope ?? {} },
        ].flatMap(({ label, examples }) =>
          Object.values(examples).flatMap((texts) => texts.map((text) => ({ text, label }))),
        )
        expect(kept.length + report.duplicates + report.conflicts).toBe(all.length)
        for (const { text, label } of kept) {
          const first = all.find(([other]) => exampleKey(other) === exampleKey(text))
          expect(first).toEqual([text, label])
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an import that cannot be done', () => {
  test('leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    const csvFile = join(folder, 'in.csv')
    await writeFile(csvFile, 'text,label\nx,oos\ny,the only label\n')
    const options = {
      from: csvFile,
      format: 'csv',
      outDir: join(folder, 'out'),
      language: 'auto',
      outOfScopeLabel: 'oos',
    } as const
    await expect(importPack(options)).rejects.toThrow('there are 1 label(s) besides "oos", and it takes two')
    await expect(importPack({ ...options, from: join(folder, 'none.csv') })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    expect(await readdir(folder)).toEqual(['in.csv'])
  })

  test('does not touch a folder that holds something, and takes one that is empty', async () => {
    const folder = await temporaryFolder()
    const csvFile = join(folder, 'in.csv')
    await writeFile(csvFile, 'text,label\nx,a\ny,b\n')
    const outDir = join(folder, 'out')
    const options = { from: csvFile, format: 'csv', outDir, language: 'auto', outOfScopeLabel: 'oos' } as const
    await mkdir(outDir)
    await importPack(options)
    await writeFile(join(outDir, 'mine.txt'), 'precious')
    await expect(importPack(options)).rejects.toMatchObject({ code: 'FILE_EXISTS' })
    await expect(importPack({ ...options, outDir: csvFile })).rejects.toMatchObject({ code: 'FILE_EXISTS' })
    expect(await readFile(join(outDir, 'mine.txt'), 'utf8')).toBe('precious')
    expect((await readdir(folder)).toSorted()).toEqual(['in.csv', 'out'])
  })
})
