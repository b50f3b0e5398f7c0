import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../support/running-server.ts'

const CLI = join(import.meta.dirname, '../../../../bot/cli.ts')
const folder = temporaryFolder()
afterAll(() => folder.remove())

function ask(csv: string, items: string, ...more: string[]) {
  const file = join(folder.path, 'answers.csv')
  writeFileSync(file, csv)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'survey', 'reliability', '--responses', file, '--items', items, ...more],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

describe('survey reliability', () => {
  it('prints exactly the two alphas and how many answers they rest on, as JSON', () => {
    // Of two items: r = 0.5, so 2 r / (1 + r) = 2/3; the second is twice the scale, so raw alpha is less.
    const { stdout } = ask('A,B,other\n1,2,x\n2,6,y\n3,4,z\n', 'A,B', '--json')
    const found = JSON.parse(stdout)
    expect(Object.keys(found)).toEqual(['standardizedAlpha', 'alpha', 'n'])
    expect(found.standardizedAlpha).toBeCloseTo(2 / 3, 12)
    expect(found.alpha).toBeCloseTo(4 / 7, 12)
    expect(found.n).toBe(3)
  })

  it('leaves out answers with a missing item or a word for a number, and says how many', () => {
    const csv = '\uFEFFname;B;A\nann;2;1\nben;;2\ncal;n/a;2\ndee;6;2\n;4;3\n\n'
    const { stdout } = ask(csv, 'A, B')
    expect(stdout).toMatch(/^standardised alpha {2}0\.666667\nraw alpha {11}0\.571429\nanswers {13}3; 2 left out/)
    expect(stdout).toMatch(/\nA +2\.000 +1\.000 +0\.500 +-\nB +4\.000 +2\.000 +0\.500 +-\n$/)
  })

  it.each([
    ['an unknown column, with those there are', 'A,B\n1,2\n', 'A,C', /no column "C"\. Its columns are: A, B\./],
    ['fewer than two items', 'A,B\n1,2\n', 'A', /--items: needs at least two items, got "A"/],
    ['an item named twice', 'A,B\n1,2\n', 'A,A', /--items: has "A" twice/],
    ['fewer than two complete rows', 'A,B\n1,2\n3,\n', 'A,B', /1 of its rows has a number for every item, 1 lack one/],
    ['an item that everybody answered alike', 'A,B\n1,2\n3,2\n', 'A,B', /every answer to "B" is the same/],
    ['a quote that never ends', 'A,B\n"1,2\n3,2\n', 'A,B', /Close every quote/],
  ])('refuses %s', (_, csv, items, problem) => {
    const { status, stderr } = ask(csv, items)
    expect(status).toBe(1)
    expect(stderr).toMatch(problem)
  })

  it('says which file cannot be read', () => {
    const missing = join(folder.path, 'missing.csv')
    const args = [CLI, 'survey', 'reliability', '--responses', missing, '--items', 'A,B', '--json']
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'FILE_UNREADABLE', details: { file: missing } } })
  })
})
