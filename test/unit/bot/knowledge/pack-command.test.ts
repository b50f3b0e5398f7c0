import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { packCommand } from '../../../../bot/commands/pack.ts'
import { loadPack } from '../../../../bot/knowledge/index.ts'
import { ensureChampion } from '../../../../bot/models/index.ts'
import { systemClock } from '../../../../domain/index.ts'
import { openStore } from '../../../../store/index.ts'
import { policy } from '../../../support/minds.ts'
import { packFolder, REFUND, temporaryFolder } from './pack-folder.ts'

async function run(...args: string[]): Promise<{ lines: string[]; notes: string[]; exitCode: number }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await packCommand().parseAsync(args, { from: 'user' })
  return {
    lines: out.mock.calls.map(([line]) => String(line)),
    notes: err.mock.calls.map(([line]) => String(line)),
    exitCode: Number(process.exitCode ?? 0),
  }
}

afterEach(() => {
  process.exitCode = 0
  vi.restoreAllMocks()
})

describe('candor pack check', () => {
  test('says what there is and exits 0 for a sound pack', async () => {
    const dir = await packFolder()
    const { lines, exitCode } = await run('check', dir)
    expect(lines).toEqual([`${dir}: 2 needs, 16 en + 16 zh examples; 0 problem(s), 0 warning(s).`])
    expect(exitCode).toBe(0)
  })

  test('prints one JSON object and exits 1 for a pack with a problem', async () => {
    const { lines, exitCode } = await run(
      'check',
      '--json',
      await packFolder({ 'needs/refund.yaml': REFUND.replace('CD-1', 'CD-1]') }),
    )
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ok: false, needs: 1, examples: { en: 8, zh: 8 }, warnings: [] })
    expect(exitCode).toBe(1)
  })

  test('finds what is wrong with the pack’s own policy', async () => {
    const { lines, exitCode } = await run('check', await packFolder({ 'policy.yaml': 'decide: {answerAbove: 9}' }))
    expect(lines[0]).toMatch(/policy\.yaml.*decide\.answerAbove/)
    expect(exitCode).toBe(1)
  })
})

describe('candor pack diff', () => {
  const CHANGED = {
    'needs/refund.yaml': REFUND.replace('my money,', 'my cash,').replace('is under way', 'is on its way'),
  }

  test('says what changed from one folder to another, in words and as data', async () => {
    const [old, changed] = [await packFolder(), await packFolder(CHANGED)]
    const { lines } = await run('diff', old, changed)
    expect(lines.join('\n').split('\n')).toEqual([
      '+ refund, example (en): "my cash"',
      '- refund, example (en): "my money"',
      '~ refund, answer (en): "The refund of {orderNumber} is under way." -> "The refund of {orderNumber} is on its way."',
    ])
    vi.restoreAllMocks()
    const asData = await run('diff', old, changed, '--json')
    expect(JSON.parse(asData.lines[0] ?? '')).toMatchObject({
      added: [],
      changed: [{ need: 'refund', examples: [{ language: 'en', added: ['my cash'], removed: ['my money'] }] }],
    })
    vi.restoreAllMocks()
    expect((await run('diff', old, old)).lines).toEqual(['Nothing changed.'])
  })

  test('of one folder says what changed since the model that serves was trained', async () => {
    const [data, dir] = [await temporaryFolder(), await packFolder()]
    await expect(run('diff', dir, '--data', data)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    const store = await openStore(join(data, 'candor.db'))
    try {
      await expect(run('diff', dir, '--data', data)).rejects.toMatchObject({ code: 'MODEL_UNREADABLE' })
      await ensureChampion(
        store,
        await loadPack(dir),
        policy,
        systemClock,
        () => 'm1',
        () => undefined,
      )
    } finally {
      await store.close()
    }
    vi.restoreAllMocks()
    expect((await run('diff', dir, '--data', data)).lines).toEqual(['Nothing changed.'])
    await writeFile(join(dir, 'needs/refund.yaml'), CHANGED['needs/refund.yaml'])
    vi.restoreAllMocks()
    expect((await run('diff', dir, '--data', data)).lines[0]).toContain('+ refund, example (en): "my cash"')
  })
})

describe('candor pack check --review', () => {
  const silent = () => vi.spyOn(process.stderr, 'write').mockImplementation(() => true)

  test('reports what a model mixes up, with progress apart from it, and still exits 0', async () => {
    const stray = REFUND.replace(
      'my money, pay me back',
      'pay me back, let me talk to a human agent please, real human operator',
    )
    const dir = await packFolder({ 'needs/refund.yaml': stray })
    const progress = silent()
    const { lines, exitCode } = await run('check', dir, '--review', '--json')
    const { review, ok } = JSON.parse(lines[0] ?? '')
    expect({ ok, exitCode }).toEqual({ ok: true, exitCode: 0 })
    expect(Object.keys(review).toSorted()).toEqual(['confusable', 'duplicates', 'suspects', 'tooFew'])
    const collisions: { text: string; takenFor: string }[] = [
      ...review.suspects,
      ...review.confusable.flatMap((pair: { collisions: [] }) => pair.collisions),
    ]
    expect(collisions).toContainEqual(
      expect.objectContaining({ text: 'let me talk to a human agent please', need: 'refund', takenFor: 'person' }),
    )
    expect(progress.mock.calls.at(-1)?.[0]).toContain('100 %')
    const inWords = await run('check', dir, '--review')
    expect(inWords.lines.join('\n')).toMatch(/^review {3}needs\/.*let me talk to a human agent please/m)
  })

  test('is left out, and says so, when the pack has a problem', async () => {
    const dir = await packFolder({ 'needs/refund.yaml': REFUND.replace('CD-1', 'CD-1]') })
    const { lines, notes } = await run('check', dir, '--review', '--json')
    expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('review')
    expect(notes).toEqual(['The review is left out: mend the problems first.'])
  })
})

describe('candor pack import', () => {
  test('prints one JSON object, and what was left out apart from it', async () => {
    const folder = await temporaryFolder()
    const csv = join(folder, 'in.csv')
    const out = join(folder, 'out')
    await writeFile(csv, 'text,label\nwhere,A\nWhere,A\nwhere,B\n那里,B\nrain,none\n')
    const { lines, notes } = await run('import', '--csv', csv, '--out', out, '--oos-label', 'none', '--json')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { needs: 2, examples: { en: 1, zh: 1 }, outOfScope: 1, duplicates: 1, conflicts: 1, dir: out },
    ])
    expect(notes).toHaveLength(2)
  })

  test('reads another product with --from, and lists what it could not carry over', async () => {
    const folder = await temporaryFolder()
    const from = join(folder, 'bot.lu')
    const out = join(folder, 'out')
    await writeFile(from, '# A\n- send {@date = May 2}\n- {open}\n- twice\n- Twice\n# B\n- two\n')
    const { lines, notes } = await run('import', '--from', from, '--out', out, '--json')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        needs: 2,
        examples: { en: 3, zh: 0 },
        details: 1,
        answers: 0,
        outOfScope: 0,
        duplicates: 1,
        conflicts: 0,
        notCarried: [
          {
            what: 'the pattern "{open}" of "A"',
            where: 'bot.lu:3',
            why: 'it holds a place for an entity. Write it out as examples',
          },
        ],
        notes: ['bot.lu:5: "Twice" is the same as bot.lu:4; kept once'],
        dir: out,
      },
    ])
    expect(notes).toEqual([
      'note  bot.lu:5: "Twice" is the same as bot.lu:4; kept once',
      'not carried  bot.lu:3: the pattern "{open}" of "A": it holds a place for an entity. Write it out as examples',
    ])
  })

  test('asks for a source, and takes one only', async () => {
    const silent = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    const parse = (...args: string[]) => {
      const command = packCommand()
      for (const one of command.commands) one.exitOverride()
      return command.parseAsync(['import', '--out', 'x', ...args], { from: 'user' })
    }
    await expect(parse()).rejects.toThrow("give what to import with '--from <path>' or '--csv <file>'")
    await expect(parse('--csv', 'a', '--from', 'b')).rejects.toThrow('cannot be used with')
    await expect(parse('--csv', 'a', '--format', 'lu')).rejects.toThrow('cannot be used with')
    silent.mockRestore()
  })
})

describe('candor pack export', () => {
  test('prints one JSON object with what the format cannot hold', async () => {
    const dir = await packFolder()
    const out = join(await temporaryFolder(), 'deep', 'out.csv')
    const { lines, notes } = await run('export', dir, '--format', 'csv', '--out', out, '--json')
    const [printed] = lines.map((line) => JSON.parse(line))
    expect(printed).toMatchObject({
      format: 'csv',
      needs: 2,
      examples: { en: 16, zh: 16 },
      answers: 0,
      outOfScope: 0,
      out,
    })
    expect(printed.notCarried).toHaveLength(notes.length)
    expect(notes).toContain('not carried  needs/person.yaml: the role "person": the format has no place for it')
    expect((await readFile(out, 'utf8')).split('\n', 2)).toEqual(['text,label,language', 'a person please,person,en'])
  })
})
