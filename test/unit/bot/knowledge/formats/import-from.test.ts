import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportPack } from '../../../../../bot/knowledge/formats/index.ts'
import { checkPack, importPack, loadPack } from '../../../../../bot/knowledge/index.ts'
import { packFolder, temporaryFolder } from '../pack-folder.ts'

async function importFiles(files: Record<string, unknown>, more: { language?: 'en' | 'zh'; name?: string } = {}) {
  const folder = await temporaryFolder()
  const from = join(folder, 'source.zip')
  const outDir = join(folder, 'out')
  const text = (content: unknown) => (typeof content === 'string' ? content : JSON.stringify(content))
  await writeFile(
    from,
    zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(text(content))]))),
  )
  const report = await importPack({ from, format: 'auto', outDir, language: 'auto', outOfScopeLabel: 'oos', ...more })
  return { report, outDir, pack: await loadPack(outDir) }
}

const QNA = '# ? How do I pay?\n- paying\n```\nBy card.\n```\n# ? 你们在哪里\n```\n主街 1 号。\n```\n'

describe('importing from another product', () => {
  test('carries answers, fills the other language in, and drafts only what is missing', async () => {
    const { report, pack, outDir } = await importFiles({
      'a.qna': QNA,
      'b.lu': '# Hours\n- when open\n- opening hours\n',
    })
    expect(report).toMatchObject({ needs: 3, examples: { en: 4, zh: 1 }, answers: 2, details: 0 })
    expect(pack.needs.map(({ label, answer }) => [label, answer.text.en, answer.draft])).toEqual([
      ['Hours', expect.stringContaining('no written answer'), true],
      ['How do I pay?', 'By card.', false],
      [undefined, '主街 1 号。', false],
    ])
    expect((await checkPack(outDir)).problems).toEqual([])
  })

  test('carries details with their prompts, in every language of the pack', async () => {
    const { report, pack } = await importFiles({
      'agent.json': { displayName: 'My Zoo' },
      'intents/buy.json': {
        name: 'buy',
        responses: [
          {
            parameters: [
              {
                name: 'mail',
                dataType: '@sys.email',
                required: true,
                prompts: [{ lang: 'en', value: 'Your address?' }],
              },
              { name: 'kind', dataType: '@kind' },
            ],
          },
        ],
      },
      'intents/buy_usersays_en.json': [{ data: [{ text: 'a ticket' }] }],
      'intents/buy_usersays_zh-cn.json': [{ data: [{ text: '买票' }] }],
      'intents/buy_usersays_fr.json': [{ data: [{ text: 'un billet' }] }, { data: [{ text: 'deux billets' }] }],
      'intents/hi.json': { name: 'hi' },
      'intents/hi_usersays_en.json': [{ data: [{ text: 'hello' }] }],
      'entities/kind.json': { name: 'kind' },
      'entities/kind_entries_en.json': [{ value: 'day' }, { value: 'year' }],
    })
    expect(pack.needs[0]?.details).toEqual([
      { name: 'mail', type: 'email', required: true, weight: 1, prompt: { en: 'Your address?', zh: '请告诉我：Mail' } },
      {
        name: 'kind',
        type: 'choice',
        required: false,
        weight: 1,
        prompt: { en: 'Please tell me: Kind', zh: '请告诉我：Kind' },
        choices: [
          { en: 'day', zh: 'day' },
          { en: 'year', zh: 'year' },
        ],
      },
    ])
    expect(pack.name).toBe('my-zoo')
    expect(report.details).toBe(2)
    expect(report.notCarried).toEqual([
      {
        what: '2 text(s) of "buy" in "fr", such as "un billet"',
        where: 'intents/buy_usersays_fr.json, [0]',
        why: 'Candor does not speak this language',
      },
    ])
  })

  test('takes the language that the caller insists on', async () => {
    const { report } = await importFiles({ 'a.fr-fr.lu': '# A\n- un\n- deux\n# B\n- trois\n' }, { language: 'en' })
    expect(report).toMatchObject({ needs: 2, examples: { en: 3, zh: 0 }, notCarried: [] })
  })

  test('does not say an answer that a program was to fill in, and keeps its text in the list', async () => {
    const { report, pack } = await importFiles({
      'nlu.yml':
        'nlu:\n- intent: a\n  examples: |\n    - one\n    - two\n- intent: b\n  examples: |\n    - three\n    - four\n',
      'domain.yml':
        'responses:\n  utter_a: [{ text: "Order {order_id} is late" }]\n  utter_b: [{ text: "costs $5 {}" }]\n',
    })
    expect(pack.needs.map(({ answer }) => [answer.draft, answer.text.en])).toEqual([
      [true, expect.stringContaining('no written answer')],
      [false, 'costs $5 ()'],
    ])
    expect(report.notCarried.map(({ what }) => what)).toEqual([
      'the answer "Order {order_id} is late" of "a"',
      'the braces in "costs $5 {}"',
    ])
  })

  test('lists intents without examples, and refuses a source with less than two needs', async () => {
    const { report } = await importFiles({ 'a.lu': '# A\n- one\n# B\n- two\n# Empty\n' })
    expect(report.notCarried).toMatchObject([{ what: 'the intent "Empty"', where: 'a.lu:5' }])
    await expect(importFiles({ 'a.lu': '# A\n- one\n# None\n- two\n' })).rejects.toThrow(
      'there are 1 need(s) with examples',
    )
  })
})

describe('exportPack', () => {
  test.each(['rasa', 'clu', 'csv'] as const)(
    'writes a %s export that comes back with all its examples',
    async (format) => {
      const dir = await packFolder()
      const folder = await temporaryFolder()
      const out = join(folder, format === 'rasa' ? 'bot' : `out.${format === 'clu' ? 'json' : 'csv'}`)
      const report = await exportPack({ dir, format, out })
      expect(report).toMatchObject({
        needs: 2,
        examples: { en: 16, zh: 16 },
        answers: format === 'rasa' ? 2 : 0,
        outOfScope: 0,
      })
      const again = join(folder, 'again')
      await importPack({ from: out, format: 'auto', outDir: again, language: 'auto', outOfScopeLabel: 'oos' })
      const [before, after] = [await loadPack(dir), await loadPack(again)]
      expect(after.needs.map(({ name, examples }) => [name, examples])).toEqual(
        before.needs.map(({ name, examples }) => [name, examples]),
      )
      await expect(exportPack({ dir, format, out })).rejects.toMatchObject({ code: 'FILE_EXISTS' })
      expect((await readdir(folder)).toSorted()).toEqual(['again', out.slice(folder.length + 1)].toSorted())
    },
  )
})
