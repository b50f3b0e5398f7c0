import { describe, expect, test } from 'vitest'
import { readQna } from '../../../../../bot/knowledge/formats/lu/read-qna.ts'
import { readQnaMakerTsv } from '../../../../../bot/knowledge/formats/read-qnamaker-tsv.ts'
import { lost, said, sourceFiles } from './source-files.ts'

describe('readQna', () => {
  test('reads questions with their variations, answers and sources', () => {
    const read = readQna(
      sourceFiles({
        'help.qna': [
          '> !# @kb.name = Bakery',
          '> !# @qna.pair.source = https://bakery.example/hours',
          '# ? When are you open?',
          '- opening hours',
          '- 你们几点开门',
          '```markdown',
          '\\#1 Every day,',
          '',
          '- from 7 to 19.',
          '```',
          '### ?Do you bake cakes',
          '```',
          'Yes.',
          '```',
        ].join('\r\n'),
      }),
    )
    expect(said(read)).toEqual([
      'When are you open?: When are you open?',
      'When are you open?: opening hours',
      'When are you open?: 你们几点开门',
      'Do you bake cakes: Do you bake cakes',
    ])
    expect(read.answers).toEqual([
      {
        label: 'When are you open?',
        text: '#1 Every day,\n\n- from 7 to 19.',
        url: 'https://bakery.example/hours',
        where: 'help.qna:6',
      },
      { label: 'Do you bake cakes', text: 'Yes.', where: 'help.qna:12' },
    ])
    expect(read.name).toBe('Bakery')
    expect(lost(read)).toEqual([])
  })

  test('lists filters, follow-ups and imports with their line', () => {
    const read = readQna(
      sourceFiles({
        'a.qna':
          '[manual.pdf](https://x.example/m.pdf)\n<a id = "1"></a>\n# ? q\n**Filters:**\n- city = oslo\n```\nA\n```\n**Prompts:**\n- [more](#?more) `context-only`\nstray\n',
      }),
    )
    expect(said(read)).toEqual(['q: q'])
    expect(lost(read)).toEqual([
      'a.qna:1: the import of https://x.example/m.pdf',
      'a.qna:5: the filter "city = oslo" of "q"',
      'a.qna:10: the follow-up "[more](#?more) `context-only`" of "q"',
      'a.qna:11: the line "stray"',
    ])
  })

  test.each([
    [
      'an answer without an end',
      '# ? q\n```\nA\n',
      'a.qna, line 2: the answer that begins here never ends. Close it with a line of ```.',
    ],
    ['an answer without a question', '```\nA\n```\n', 'a.qna, line 1: the answer has no question above it.'],
    ['an empty question', '# ?\n', 'a.qna, line 1: the question is empty.'],
  ])('refuses %s', (_what, source, message) => {
    expect(() => readQna(sourceFiles({ 'a.qna': source }))).toThrow(`IMPORT_INVALID: ${message}`)
  })
})

const HEADER = 'Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId'

describe('readQnaMakerTsv', () => {
  test('gathers the questions of an answer, and lists what an answer cannot have', () => {
    const read = readQnaMakerTsv(
      sourceFiles({
        'kb.tsv': [
          HEADER,
          'Is "oat milk" free?\tYes.\\nAlways.\thttps://cafe.example/milk\t\t[]\tfalse\t[]\t1',
          'oat milk price\tYes.\\nAlways.\thttps://cafe.example/milk\t\t[]\tfalse\t[]\t1',
          'Where are you?\tMain Street.\tcafe.docx\tcity:oslo\t[]\tfalse\t[{"displayText":"map"}]\t2',
          'map\tHere.\tEditorial\t\t[]\ttrue\t[]\t3',
          '',
        ].join('\n'),
      }),
    )
    expect(said(read)).toEqual([
      'Is "oat milk" free?: Is "oat milk" free?',
      'Is "oat milk" free?: oat milk price',
      'Where are you?: Where are you?',
    ])
    expect(read.answers).toEqual([
      { label: 'Is "oat milk" free?', text: 'Yes.\nAlways.', url: 'https://cafe.example/milk', where: 'kb.tsv, row 2' },
      { label: 'Where are you?', text: 'Main Street.', where: 'kb.tsv, row 4' },
    ])
    expect(lost(read)).toEqual([
      'kb.tsv, row 4: the source "cafe.docx" of "Where are you?"',
      'kb.tsv, row 4: the metadata city:oslo of "Where are you?"',
      'kb.tsv, row 4: the follow-ups [{"displayText":"map"}] of "Where are you?"',
      'kb.tsv, row 5: "map" with its answer "Here."',
    ])
  })

  test('reads a table that a spreadsheet saved, with quotes and line ends in cells', () => {
    const read = readQnaMakerTsv(sourceFiles({ 'kb.tsv': 'Question\tAnswer\nhi\t"two ""big""\nlines"\n' }))
    expect(read.answers[0]?.text).toBe('two "big"\nlines')
  })

  test('gathers by the answer where there are no ids', () => {
    const read = readQnaMakerTsv(sourceFiles({ 'kb.tsv': 'Question\tAnswer\na\tX\nb\tX\nc\tY\n' }))
    expect(said(read)).toEqual(['a: a', 'a: b', 'c: c'])
  })

  test.each([
    [
      'no column for answers',
      'Question\tReply\na\tb\n',
      'kb.tsv, row 1: there is no column "answer", found: Question, Reply.',
    ],
    ['an empty question', `${HEADER}\n\tA\n`, 'kb.tsv, row 2: the question is empty.'],
  ])('refuses %s', (_what, source, message) => {
    expect(() => readQnaMakerTsv(sourceFiles({ 'kb.tsv': source }))).toThrow(`IMPORT_INVALID: ${message}`)
  })
})
