import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DATA_SETS,
  explainMissingData,
  findDataSets,
  keepBackFifth,
  readDataSet,
  selectDataSets,
} from '../../../bench/nlu/data-sets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-bench-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(path: string, rows: string[]): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), ['text,label', ...rows].join('\n'))
}

describe('data sets', () => {
  it('are found only when the file to measure on is there as well', async () => {
    await write('clinc150/train.csv', ['hello,greet'])
    expect(findDataSets(folder)).toEqual([])
    await write('clinc150/validation.csv', ['hi,greet'])
    expect(findDataSets(folder).map(({ key }) => key)).toEqual(['clinc150'])
  })

  it('keep a fifth back where there is one file only', async () => {
    await write(
      'banking77/train.csv',
      Array.from({ length: 50 }, (_, row) => `message ${row},need-${row % 5}`),
    )
    const [set] = findDataSets(folder)
    if (set === undefined) throw new TypeError('banking77 was not found')
    const { train, test } = await readDataSet(folder, set, 1)
    expect([train.length, test.length]).toEqual([40, 10])
    expect(new Set(test.map(({ label }) => label)).size).toBe(5)
  })

  it('are learnt from in an order that the seed alone decides, not need by need as the files have it', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `message ${row},need-${Math.floor(row / 10)}`)
    await write('clinc150/train.csv', rows)
    await write('clinc150/validation.csv', rows)
    const [set] = findDataSets(folder)
    if (set === undefined) throw new TypeError('clinc150 was not found')
    const { train, test } = await readDataSet(folder, set, 1)
    expect((await readDataSet(folder, set, 1)).train).toEqual(train)
    expect(train).not.toEqual(test)
    expect(new Set(train.map(({ text }) => text))).toEqual(new Set(test.map(({ text }) => text)))
  })

  it('never measure on a message that was trained on', () => {
    const messages = Array.from({ length: 43 }, (_, row) => ({ text: `message ${row}`, label: `need-${row % 4}` }))
    const { train, test } = keepBackFifth(messages, 3)
    expect([...train, ...test].map(({ text }) => text).toSorted()).toEqual(messages.map(({ text }) => text).toSorted())
  })

  it('refuse an unknown name and list the known ones', () => {
    expect(() => selectDataSets(DATA_SETS, ['clinc'])).toThrow(/"clinc".*clinc150, banking77/)
  })

  it('say where each can be had and under which licence when there are none', () => {
    const text = explainMissingData('/nowhere')
    expect(text).toContain('/nowhere')
    for (const { key, origin, licence } of DATA_SETS) {
      expect(text).toContain(key)
      expect(text).toContain(`${origin}; licence: ${licence}`)
    }
  })
})
