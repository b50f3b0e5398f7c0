import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { packCommand } from '../../../../bot/commands/pack.ts'
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
})
