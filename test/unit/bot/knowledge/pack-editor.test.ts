import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDraftNeed, checkPack, diffPacks, isWritable, loadPack, setAnswer } from '../../../../bot/knowledge/index.ts'
import { whileLocked } from '../../../../bot/knowledge/pack-editor/locked.ts'
import { withValues } from '../../../../bot/knowledge/pack-editor/with-values.ts'
import { PERSON, packFolder, REFUND, temporaryFolder } from './pack-folder.ts'

const GIFT = {
  name: 'gift-wrap',
  title: { en: 'Gift wrapping', zh: '礼品包装' },
  examples: { en: ['can you wrap it as a gift', 'gift wrapping please'] },
}
const textOf = (dir: string, file: string) => readFile(join(dir, file), 'utf8')
const answersOf = async (dir: string, need: string) => {
  const pack = await loadPack(dir)
  return pack.needs.find(({ name }) => name === need)?.answer
}

describe('a draft need', () => {
  test('is in the pack with its titles, its examples and a draft of an answer in each language', async () => {
    const dir = await packFolder()
    const { file, before, after } = await addDraftNeed(dir, GIFT)
    expect(file).toBe('needs/gift-wrap.yaml')
    expect(await loadPack(dir)).toEqual(after)
    expect(diffPacks(before, after)).toMatchObject({
      added: [{ need: 'gift-wrap', title: GIFT.title, examples: { en: 2, zh: 0 }, draft: true }],
      changed: [],
    })
    expect(await answersOf(dir, 'gift-wrap')).toMatchObject({
      draft: true,
      text: { en: expect.stringContaining('Gift wrapping'), zh: expect.stringContaining('礼品包装') },
    })
  })

  test('has the title that there is in a language for which none was given', async () => {
    const dir = await packFolder()
    const { after } = await addDraftNeed(dir, { ...GIFT, title: { zh: '礼品包装' } })
    expect(after.needs.find(({ name }) => name === 'gift-wrap')?.title).toEqual({ en: '礼品包装', zh: '礼品包装' })
  })

  test('does not take the name of another, and leaves that one as it is', async () => {
    const dir = await packFolder()
    await expect(addDraftNeed(dir, { ...GIFT, name: 'refund' })).rejects.toMatchObject({
      code: 'NEED_EXISTS',
      details: { need: 'refund' },
    })
    expect(await textOf(dir, 'needs/refund.yaml')).toBe(REFUND)
  })

  test('is refused with what is wrong where the pack would not be sound with it, and nothing is written', async () => {
    const dir = await packFolder()
    const before = await readdir(join(dir, 'needs'))
    const taught = addDraftNeed(dir, { ...GIFT, examples: { en: ['Where is my refund', 'something else'] } })
    await expect(taught).rejects.toMatchObject({ code: 'PACK_INVALID', details: { dir, count: 1 } })
    await expect(taught).rejects.toThrow('is also in needs/gift-wrap.yaml')
    await expect(addDraftNeed(dir, { ...GIFT, name: 'Gift Wrap' })).rejects.toThrow('Use small letters and hyphens')
    expect(await readdir(join(dir, 'needs'))).toEqual(before)
    expect(await readdir(dir)).not.toContain('.being-edited')
  })

  test('is not written into a pack that has problems already', async () => {
    const dir = await packFolder({ 'needs/person.yaml': `${PERSON}colour: red\n` })
    await expect(addDraftNeed(dir, GIFT)).rejects.toMatchObject({ code: 'PACK_INVALID', details: { count: 1 } })
  })
})

describe('an answer', () => {
  test('is replaced, and no other character of the file', async () => {
    const source = `# Ask finance before you change this\n${REFUND.replace('withinHours: 48 }', 'withinHours:   48 } # agreed')}`
    const dir = await packFolder({ 'needs/refund.yaml': source })
    const { file, before, after } = await setAnswer(
      dir,
      'refund',
      'en',
      'We pay {orderNumber} back: 5 days.',
      'The refund of {orderNumber} is under way.',
    )
    expect(file).toBe('needs/refund.yaml')
    const written = source.replace(
      "'The refund of {orderNumber} is under way.'",
      '"We pay {orderNumber} back: 5 days."',
    )
    expect(await textOf(dir, 'needs/refund.yaml')).toBe(written)
    expect(diffPacks(before, after).changed).toMatchObject([{ need: 'refund', answer: [{ language: 'en' }] }])
  })

  test('is no draft once it is written in every language', async () => {
    const dir = await packFolder()
    await addDraftNeed(dir, GIFT)
    const drafted = await answersOf(dir, 'gift-wrap')
    await setAnswer(dir, 'gift-wrap', 'en', 'Yes, for free.', drafted?.text.en ?? '')
    expect(await answersOf(dir, 'gift-wrap')).toMatchObject({ draft: true, text: { en: 'Yes, for free.' } })
    await setAnswer(dir, 'gift-wrap', 'zh', '可以，免费。', drafted?.text.zh ?? '')
    expect(await answersOf(dir, 'gift-wrap')).toEqual({
      draft: false,
      text: { en: 'Yes, for free.', zh: '可以，免费。' },
    })
  })

  test('does not replace another than the one that was looked at', async () => {
    const dir = await packFolder()
    await expect(setAnswer(dir, 'refund', 'en', 'Soon.', 'It is on its way.')).rejects.toMatchObject({
      code: 'ANSWER_CHANGED',
    })
    await expect(setAnswer(dir, 'nothing', 'en', 'Soon.', '')).rejects.toMatchObject({ code: 'NEED_UNKNOWN' })
    expect(await textOf(dir, 'needs/refund.yaml')).toBe(REFUND)
  })

  test('may not have a place that the need has no detail for', async () => {
    const dir = await packFolder()
    const edit = setAnswer(dir, 'person', 'en', 'Dear {name}.', 'I am passing you on.')
    await expect(edit).rejects.toThrow('needs/person.yaml:7: unknown placeholder "{name}"')
  })
})

describe('edits at once', () => {
  test('lose nothing of one another, and of two for the same place the second is told', async () => {
    const dir = await packFolder()
    const names = Array.from({ length: 6 }, (_, i) => `gift-${i}`)
    await Promise.all(
      names.map((name) =>
        addDraftNeed(dir, { name, title: { en: name, zh: name }, examples: { en: [`${name} one`, `${name} two`] } }),
      ),
    )
    const pack = await loadPack(dir)
    expect(pack.needs.map(({ name }) => name)).toEqual([...names, 'person', 'refund'])

    const old = 'I am passing you on.'
    const both = await Promise.allSettled([
      setAnswer(dir, 'person', 'en', 'One.', old),
      setAnswer(dir, 'person', 'zh', '二。', '为您转接。'),
      setAnswer(dir, 'person', 'en', 'Three.', old),
    ])
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'ANSWER_CHANGED' } }])
    expect((await answersOf(dir, 'person'))?.text.zh).toBe('二。')
    expect(['One.', 'Three.']).toContain((await answersOf(dir, 'person'))?.text.en)
    expect((await checkPack(dir)).problems).toEqual([])
  })

  test('wait for one another, and not for an editor that died', async () => {
    const dir = await temporaryFolder()
    await writeFile(join(dir, '.being-edited'), '')
    const done: string[] = []
    const work = (name: string) => async () => {
      done.push(`${name} begins`)
      await readdir(dir)
      done.push(`${name} ends`)
    }
    await Promise.all([whileLocked(dir, work('a'), 100), whileLocked(dir, work('b'), 100)])
    expect(done.filter((_, i) => i % 2 === 0).map((line) => line.replace('begins', 'ends'))).toEqual(
      done.filter((_, i) => i % 2 === 1),
    )
    expect(await readdir(dir)).toEqual([])
  })

  test('leave the lock to whoever took it over from an edit that was too slow', async () => {
    const dir = await temporaryFolder()
    const { promise: takenOver, resolve: tellTakenOver } = Promise.withResolvers<void>()
    const { promise: slowIsDone, resolve: tellDone } = Promise.withResolvers<void>()
    const slow = whileLocked(dir, () => takenOver)
    while ((await readdir(dir)).length === 0);
    const next = whileLocked(
      dir,
      async () => {
        tellTakenOver()
        await slowIsDone
        expect(await readdir(dir)).toEqual(['.being-edited'])
      },
      60,
    )
    await slow
    tellDone()
    await next
    expect(await readdir(dir)).toEqual([])
  })
})

describe('a folder that must not be written', () => {
  const root = process.getuid?.() === 0
  /** Nobody keeps the superuser from writing: as somebody else then. */
  async function asSomebodyElse(work: () => Promise<void>): Promise<void> {
    if (root) process.seteuid?.(65_534)
    try {
      await work()
    } finally {
      if (root) process.seteuid?.(0)
    }
  }

  test('is told apart from one that may be', async () => {
    const dir = await packFolder()
    expect(await isWritable(dir)).toBe(true)
    expect(await isWritable(join(dir, 'nowhere'))).toBe(false)
  })

  test('is left as it is, and the edit says that it cannot be made there', async () => {
    const dir = await packFolder()
    await chmod(join(dir, 'needs'), 0o555)
    await chmod(dir, 0o555)
    await asSomebodyElse(async () => {
      await expect(addDraftNeed(dir, GIFT)).rejects.toMatchObject({ code: 'PACK_READ_ONLY', details: { dir } })
    })
    await chmod(dir, 0o755)
    await chmod(join(dir, 'needs'), 0o755)
    expect(await readdir(join(dir, 'needs'))).toEqual(['person.yaml', 'refund.yaml'])
  })
})

describe('a value in a YAML file', () => {
  const WRITTEN = ['plain', '"in quotes"', "'in others'", '>-\n      folded\n      text', '|\n      as\n\n      it is']
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom('a: b # c', '- x', '', 'true', '12', '{x', ' ', '你好：', 'a\n\n b\n', '"', "'", '\\'),
  )

  test('is read as it was written, whatever it is and whatever stood there, and the rest is as before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WRITTEN), texts, fc.boolean(), (before, value, draft) => {
        const file = (own: string) =>
          `# top\nanswer: # here\n  text:\n    en: ${own}\n    zh: [ 1,2 ]   # keep\n  draft: true\n`
        const written = withValues(file(before), [
          { path: ['answer', 'text', 'en'], value },
          { path: ['answer', 'draft'], value: draft },
        ])
        expect(written).toBe(file(JSON.stringify(value)).replace('draft: true', `draft: ${draft}`))
      }),
    )
  })

  test('is put where there was none, and comments stay', () => {
    expect(
      withValues('# top\nanswer:\n  text: { en: Yes. }\n', [{ path: ['answer', 'text', 'zh'], value: '好' }]),
    ).toBe('# top\nanswer:\n  text: { en: Yes., zh: 好 }\n')
  })
})
