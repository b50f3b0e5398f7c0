import { describe, expect, test } from 'vitest'
import { readClu } from '../../../../../bot/knowledge/formats/read-clu.ts'
import { asked, lost, said, sourceFiles } from './source-files.ts'

const PROJECT = {
  projectFileVersion: '2023-04-01',
  stringIndexType: 'Utf16CodeUnit',
  metadata: { projectKind: 'Conversation', projectName: 'TeaHouse', language: 'en-us', multilingual: true },
  assets: {
    projectKind: 'Conversation',
    intents: [{ category: 'None' }, { category: 'BookTable' }, { category: 'Menu' }, { category: 'Unused' }],
    entities: [
      { category: 'Guest', prebuilts: [{ category: 'Person.Name' }] },
      {
        category: 'Seat',
        list: {
          sublists: [
            { listKey: 'Window', synonyms: [{ language: 'en', values: ['by the window'] }] },
            { listKey: 'Garden', synonyms: [] },
          ],
        },
      },
      { category: 'Mood' },
      { category: 'TableCode', regex: { expressions: [{ regexKey: 'a', language: 'en', regexPattern: 'T[0-9]+' }] } },
    ],
    utterances: [
      {
        text: 'a table for Mei please',
        intent: 'BookTable',
        dataset: 'Train',
        entities: [
          { category: 'Guest', offset: 12, length: 3 },
          { category: 'Mood', offset: 0, length: 1 },
        ],
      },
      { text: 'one seat by the window', intent: 'BookTable', entities: [] },
      { text: '有什么茶', intent: 'Menu', language: 'zh-hans', entities: [] },
      { text: 'what teas are there', intent: 'Menu', dataset: 'Test', entities: [] },
      { text: 'how tall is the moon', intent: 'None', entities: [] },
    ],
  },
}

describe('readClu', () => {
  const read = readClu(sourceFiles({ 'tea.json': PROJECT }))

  test('reads utterances with their language, and None as out of scope', () => {
    expect(said(read)).toEqual([
      'BookTable: a table for Mei please',
      'BookTable: one seat by the window',
      'Menu: 有什么茶',
      'Menu: what teas are there',
      'None? how tall is the moon',
    ])
    expect(read.examples.map(({ tag }) => tag)).toEqual(['en-us', 'en-us', 'zh-hans', 'en-us', 'en-us'])
    expect(read.name).toBe('TeaHouse')
  })

  test('makes details of prebuilt entities that are labelled, and of lists that an example says a value of', () => {
    expect(asked(read)).toEqual(['BookTable.guest: person', 'BookTable.seat: choice Window/Garden'])
  })

  test('lists what cannot be carried over, with its place', () => {
    expect(lost(read)).toEqual([
      'tea.json, assets.entities[3]: the pattern /T[0-9]+/ of "TableCode"',
      'tea.json, assets.utterances[3]: that "what teas are there" belongs to the test set',
      'tea.json, assets.entities[1]: "Window" in "Seat" said as by the window',
      'tea.json, assets.entities[2]: the entity "Mood"',
      'tea.json, assets.entities[3]: the entity "TableCode"',
    ])
    expect([...read.declared]).toContainEqual(['Unused', 'tea.json, assets.intents[3]'])
  })

  test.each([
    ['broken JSON', '{\n  "assets": {,}\n}', 'tea.json, line 2, column 14: not readable as JSON'],
    ['no assets', {}, 'tea.json, assets: '],
    [
      'an utterance without a text',
      { assets: { utterances: [{ intent: 'x' }] } },
      'tea.json, assets.utterances[0].text: ',
    ],
  ])('refuses %s, naming the place', (_what, content, message) => {
    expect(() => readClu(sourceFiles({ 'tea.json': content }))).toThrow(`IMPORT_INVALID: ${message}`)
  })

  test('refuses a file that is not UTF-8, and reads UTF-16 with a byte order mark', () => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify(PROJECT)}`, 'utf16le')
    expect(said(readClu(new Map([['tea.json', utf16]])))).toHaveLength(5)
    expect(() => readClu(new Map([['tea.json', new Uint8Array([0xc4, 0xe3])]]))).toThrow(
      'the file is not UTF-8. Save it as UTF-8.',
    )
  })
})
