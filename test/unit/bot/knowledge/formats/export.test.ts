import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { draftPack } from '../../../../../bot/knowledge/draft-pack.ts'
import { exampleKey } from '../../../../../bot/knowledge/example-key.ts'
import type { ExportedPack } from '../../../../../bot/knowledge/formats/export/exported-pack.ts'
import { toClu } from '../../../../../bot/knowledge/formats/export/to-clu.ts'
import { toCsv } from '../../../../../bot/knowledge/formats/export/to-csv.ts'
import { toRasa } from '../../../../../bot/knowledge/formats/export/to-rasa.ts'
import type { FormatReader } from '../../../../../bot/knowledge/formats/imported-pack.ts'
import { looksAnnotated } from '../../../../../bot/knowledge/formats/rasa/annotated-text.ts'
import { readRasa } from '../../../../../bot/knowledge/formats/rasa/read-rasa.ts'
import { readClu } from '../../../../../bot/knowledge/formats/read-clu.ts'
import { readCsv } from '../../../../../bot/knowledge/formats/read-csv.ts'
import { nameFromLabel } from '../../../../../bot/knowledge/label-name.ts'
import type { KnowledgePack, Language, Need } from '../../../../../domain/index.ts'
import { sourceFiles } from './source-files.ts'

type Examples = Partial<Record<Language, string[]>>

function need(label: string, examples: Examples, more: Partial<Need> = {}): Need {
  return {
    name: label,
    label,
    role: 'task',
    title: { en: label },
    group: 'general',
    examples,
    details: [],
    answer: { text: { en: 'An answer.', zh: '答复。' }, draft: false },
    ...more,
  }
}

function packOf(needs: Need[], outOfScope: Examples = {}): KnowledgePack {
  return {
    name: 'round-trip',
    title: { en: 'Round trip', zh: '往返' },
    languages: ['en', 'zh'],
    defaultLanguage: 'en',
    timeZone: 'UTC',
    products: [],
    needs,
    outOfScope,
  }
}

/** What comes back: the examples of every label, and those of none. */
function back(read: FormatReader, { files }: ExportedPack): Record<string, Examples> {
  const imported = read(sourceFiles(Object.fromEntries(files)))
  const drafted = draftPack(imported, { name: 'back', language: 'auto', outOfScopeLabel: 'oos' })
  expect(drafted.notes).toEqual([])
  const found = Object.entries(drafted.files).map(([path, content]) => {
    const { label, examples } = content as { label?: string; examples: Examples }
    const name = path === 'out-of-scope.yaml' ? '(none)' : (label ?? /needs\/(.*)\.yaml/.exec(path)?.[1] ?? path)
    return [name, examples] as const
  })
  return Object.fromEntries(found.filter(([name]) => name !== 'pack.yaml'))
}

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '[a](b)',
    '[c]{"entity": "d"}',
    '{x}',
    '[z]',
    '(y)',
    '\n',
    '- ',
    '#',
    ': ',
    '🙂',
    '退货',
    ' ',
    '\\',
    '|',
    '\t',
    ',',
    ';',
    '\u2028',
    '> ',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
)
const text = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').trim())
  .filter((said) => said !== '')
const examples = fc.record({ en: fc.array(text, { maxLength: 5 }), zh: fc.array(text, { maxLength: 5 }) })
const label = fc.stringMatching(/^[A-Za-z中文][A-Za-z0-9中文_ -]{0,18}[A-Za-z0-9中文]$/)
// Labels that make the same file name are told apart by a number on import, and a note says so: tested with the import.
const packs = fc
  .tuple(
    fc.uniqueArray(fc.tuple(label, examples), {
      minLength: 1,
      maxLength: 4,
      selector: ([name]) => nameFromLabel(name),
    }),
    examples,
  )
  .map(([needs, none]) => {
    // A pack holds every text once.
    const seen = new Set<string>()
    const once = (lists: Examples): Examples =>
      Object.fromEntries(
        Object.entries(lists)
          .map(
            ([language, texts]) =>
              [language, texts.filter((one) => !seen.has(exampleKey(one)) && seen.add(exampleKey(one)))] as const,
          )
          .filter(([, texts]) => texts.length > 0),
      )
    return packOf(
      needs.map(([name, lists]) => need(name, once(lists))),
      once(none),
    )
  })

function expected(pack: KnowledgePack, holds: (said: string) => boolean): Record<string, Examples> {
  const held = (lists: Examples = {}) =>
    Object.fromEntries(
      Object.entries(lists)
        .map(([language, texts]) => [language, texts.filter(holds)] as const)
        .filter(([, texts]) => texts.length > 0),
    )
  const all = [
    ...pack.needs.map((one) => [one.label ?? one.name, held(one.examples)] as const),
    ['(none)', held(pack.outOfScope)] as const,
  ]
  return Object.fromEntries(all.filter(([, lists]) => Object.keys(lists).length > 0))
}

describe('what is exported and imported again', () => {
  test('has the same needs and examples as a CSV', () => {
    fc.assert(
      fc.property(packs, (pack) => {
        fc.pre(pack.needs.some((one) => Object.keys(one.examples).length > 0))
        expect(back(readCsv, toCsv(pack))).toEqual(expected(pack, () => true))
      }),
    )
  })

  test('has the same needs and examples as a CLU project', () => {
    fc.assert(
      fc.property(packs, (pack) => {
        expect(back(readClu, toClu(pack))).toEqual(expected(pack, () => true))
      }),
    )
  })

  test('has the same needs and examples in Rasa, apart from those that are listed', () => {
    fc.assert(
      fc.property(packs, (pack) => {
        const exported = toRasa(pack)
        expect(back(readRasa, exported)).toEqual(expected(pack, (said) => !looksAnnotated(said)))
        const listed = exported.notCarried.filter(({ what }) => what.startsWith('the example'))
        const all = [...pack.needs.map((one) => one.examples), pack.outOfScope ?? {}].flatMap((lists) =>
          Object.values(lists).flat(),
        )
        expect(listed).toHaveLength(all.filter(looksAnnotated).length)
      }),
    )
  })
})

const RENT = need(
  'rent',
  { en: ['a bike please'], zh: ['租车'] },
  {
    role: 'task',
    title: { en: 'Rent a bike', zh: '租车' },
    details: [{ name: 'day', type: 'date', required: true, weight: 1, prompt: { en: 'When?', zh: '哪天？' } }],
    answer: {
      text: { en: 'See you on {day}: "bye"', zh: '{day}见' },
      draft: false,
      source: { title: { en: 'Help' }, url: '/help#rent' },
      promise: { what: { en: 'A call' }, withinHours: 24 },
    },
  },
)
const LOCK = need('lock', { en: ['the lock'] }, { answer: { text: { en: 'x', zh: 'x' }, draft: true } })

describe('toRasa', () => {
  const { files, notCarried, answers } = toRasa(packOf([RENT, LOCK], { en: ['the moon'] }))

  test('writes examples with a dash each, by language', () => {
    expect(parse(files.get('nlu.yml') ?? '')).toEqual({
      version: '3.1',
      nlu: [
        { intent: 'rent', metadata: { language: 'en' }, examples: '- a bike please\n' },
        { intent: 'rent', metadata: { language: 'zh' }, examples: '- 租车\n' },
        { intent: 'lock', metadata: { language: 'en' }, examples: '- the lock\n' },
        { intent: 'out_of_scope', metadata: { language: 'en' }, examples: '- the moon\n' },
      ],
    })
    expect(files.get('nlu.yml')).toContain('examples: |\n')
  })

  test('writes answers as responses, the other languages under a condition, and slots for what they fill in', () => {
    expect(answers).toBe(1)
    expect(parse(files.get('domain.yml') ?? '')).toEqual({
      version: '3.1',
      intents: ['rent', 'lock', 'out_of_scope'],
      slots: {
        language: { type: 'categorical', values: ['en', 'zh'], mappings: [{ type: 'custom' }] },
        day: { type: 'text', mappings: [{ type: 'custom' }] },
      },
      responses: {
        utter_rent: [
          { text: 'See you on {day}: "bye"' },
          { condition: [{ type: 'slot', name: 'language', value: 'zh' }], text: '{day}见' },
        ],
      },
    })
  })

  test('lists what Rasa has no place for, need by need', () => {
    expect(notCarried.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      'pack.yaml: the title "Round trip / 往返"',
      'pack.yaml: the time zone UTC',
      'needs/rent.yaml: the title "Rent a bike / 租车" and the group "general"',
      'needs/rent.yaml: the detail "day" (date) with its prompt',
      'needs/rent.yaml: the source "/help#rent"',
      'needs/rent.yaml: the promise "A call" within 24 h',
      'needs/lock.yaml: the title "lock" and the group "general"',
      'needs/lock.yaml: the answer',
    ])
  })

  test('lists the replies of agents, which no other product takes', () => {
    const reply = { name: 'hello', title: { en: 'Say hello', zh: '打招呼' }, text: { en: 'Hello', zh: '您好' } }
    const listed = toRasa({ ...packOf([RENT, LOCK]), replies: [reply] }).notCarried
    expect(listed).toContainEqual({
      what: 'the reply "Say hello / 打招呼"',
      where: 'replies.yaml',
      why: 'the format has no place for what agents insert',
    })
  })

  test('brings the answers of both languages back', () => {
    const bikes = need(
      'bikes',
      { en: ['bikes'], zh: ['车'] },
      { answer: { text: { en: 'Two: "red"', zh: '两辆' }, draft: false } },
    )
    const imported = readRasa(sourceFiles(Object.fromEntries(toRasa(packOf([bikes])).files)))
    expect(imported.answers).toMatchObject([
      { label: 'bikes', text: 'Two: "red"' },
      { label: 'bikes', text: '两辆', tag: 'zh' },
    ])
  })

  test('gives way to the intents that Rasa keeps for itself, and says so', () => {
    const exported = toRasa(packOf([need('out_of_scope', { en: ['x'] }), LOCK]))
    expect(parse(exported.files.get('domain.yml') ?? '').intents).toEqual(['out_of_scope_2', 'lock'])
    expect(exported.notCarried[0]?.what).toBe('the name "out_of_scope" (written as "out_of_scope_2")')
  })
})

describe('toClu', () => {
  const long = 'a'.repeat(501)
  const exported = toClu(
    packOf([need('Return/Exchange: how?', { en: ['swap it', long] }), need('Return_Exchange_ how_', { zh: ['换'] })], {
      zh: ['月亮'],
    }),
  )
  const project = JSON.parse(exported.files.get('project.json') ?? '')

  test('writes a project that names its languages and has None', () => {
    expect(project.metadata).toMatchObject({
      projectKind: 'Conversation',
      projectName: 'round-trip',
      multilingual: true,
      language: 'en-us',
    })
    expect(project.assets.utterances).toEqual([
      { text: 'swap it', intent: 'Return_Exchange_ how_', language: 'en-us', dataset: 'Train', entities: [] },
      { text: '换', intent: 'Return_Exchange_ how__2', language: 'zh-hans', dataset: 'Train', entities: [] },
      { text: '月亮', intent: 'None', language: 'zh-hans', dataset: 'Train', entities: [] },
    ])
  })

  test('keeps the limits of CLU, and lists what had to change for them', () => {
    expect(exported.notCarried.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'the name "Return/Exchange: how?" (written as "Return_Exchange_ how_")',
        'the name "Return_Exchange_ how_" (written as "Return_Exchange_ how__2")',
        `the example "${long}"`,
        'the answer "An answer. / 答复。"',
      ]),
    )
  })
})
