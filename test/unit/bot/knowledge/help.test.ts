import { describe, expect, test } from 'vitest'
import { checkPack, learntHash, loadPack } from '../../../../bot/knowledge/index.ts'
import { packFolder, REFUND } from './pack-folder.ts'

const EN = '# Help\n\n## Money\n\n### Refunds {#refunds}\n\nWithin 5 days.\n'
const ZH = '# 帮助\n\n### 退款 {#refunds}\n\n5 天内。\n'
const BOTH = { 'help/en.md': EN, 'help/zh.md': ZH }

async function warningsWith(files: Record<string, string | undefined>): Promise<string[]> {
  const { pack, problems, warnings } = await checkPack(await packFolder(files))
  // Help never keeps a pack from serving.
  expect(problems).toEqual([])
  expect(pack?.needs.map(({ name }) => name)).toContain('refund')
  return warnings
}

describe('the help of a pack', () => {
  test('is its Markdown per language, as it is written, without a byte order mark', async () => {
    const pack = await loadPack(await packFolder({ ...BOTH, 'help/en.md': `\uFEFF${EN}` }))
    expect(pack.help).toEqual({ en: EN, zh: ZH })
  })

  test('is absent where there is none, and the sources may then lead to a page of the company’s own', async () => {
    const { pack, warnings } = await checkPack(await packFolder())
    expect(pack).not.toHaveProperty('help')
    expect(warnings).toEqual([])
  })

  test('changes without a new model having to be trained', async () => {
    const without = learntHash(await loadPack(await packFolder()))
    expect(learntHash(await loadPack(await packFolder(BOTH)))).toBe(without)
    expect(learntHash(await loadPack(await packFolder({ ...BOTH, 'help/en.md': `${EN}\nMore.\n` })))).toBe(without)
  })
})

describe('what is not in order with the help is a warning', () => {
  test('nothing when every source leads to a section in every language', async () => {
    expect(await warningsWith(BOTH)).toEqual([])
  })

  const cases: [what: string, files: Record<string, string>, warnings: string[]][] = [
    [
      'a source whose section is missing in one language',
      { ...BOTH, 'help/zh.md': '# 帮助\n' },
      ['needs/refund.yaml:11: the section {#refunds} is not in help/zh.md. Add it there, or mend the link.'],
    ],
    [
      'a source that was mistyped, in both languages',
      { ...BOTH, 'needs/refund.yaml': REFUND.replace('/help#refunds', '/help#refund') },
      [
        'needs/refund.yaml:11: the section {#refund} is not in help/en.md. Did you mean "refunds"?',
        'needs/refund.yaml:11: the section {#refund} is not in help/zh.md. Did you mean "refunds"?',
      ],
    ],
    [
      'a name that stands only in an example of Markdown, not in a heading',
      { ...BOTH, 'help/en.md': '# Help\n\n```\n### Refunds {#refunds}\n```\n' },
      ['needs/refund.yaml:11: the section {#refunds} is not in help/en.md. Add it there, or mend the link.'],
    ],
    [
      'a section that is there twice, where it stands the second time',
      { ...BOTH, 'help/en.md': `${EN}\r\n### Money back {#refunds}\r\n` },
      ['help/en.md:9: the section {#refunds} is there twice. Rename one.'],
    ],
    [
      'a language of the pack without help',
      { 'help/en.md': EN },
      ['help/zh.md:1: is not there. Write it, or customers who read "zh" see the help in another language.'],
    ],
    [
      'a file that is no help in a language Candor speaks',
      { ...BOTH, 'help/english.md': EN },
      ['help/english.md:1: is not read: the help page is written in en.md and zh.md.'],
    ],
    [
      'an empty file',
      { ...BOTH, 'help/zh.md': ' \n' },
      [
        'help/zh.md:1: the file is empty. Write it, or remove it.',
        'help/zh.md:1: is not there. Write it, or customers who read "zh" see the help in another language.',
      ],
    ],
  ]
  test.each(cases)('%s', async (_what, files, warnings) => {
    expect(await warningsWith(files)).toEqual(warnings)
  })

  test.each(['/help', '/help?topic=refunds', '/helpdesk#nothing', 'https://shop.example/help#nothing'])(
    'but not a source that leads to the whole page or elsewhere: %s',
    async (url) => {
      expect(await warningsWith({ ...BOTH, 'needs/refund.yaml': REFUND.replace('/help#refunds', url) })).toEqual([])
    },
  )

  test('a section may have a Chinese name, written in the link as it is or percent-encoded', async () => {
    const help = { 'help/en.md': '### Refunds {#退款}\n', 'help/zh.md': '### 退款 {#退款}\n' }
    for (const url of ['/help#退款', `/help#${encodeURIComponent('退款')}`])
      expect(await warningsWith({ ...help, 'needs/refund.yaml': REFUND.replace('/help#refunds', url) })).toEqual([])
  })
})
