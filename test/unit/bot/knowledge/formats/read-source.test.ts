import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip } from '../../../../../bot/knowledge/formats/open-zip.ts'
import { readFormat } from '../../../../../bot/knowledge/formats/read-format.ts'
import { readSource } from '../../../../../bot/knowledge/formats/read-source.ts'
import { temporaryFolder } from '../pack-folder.ts'
import { said, sourceFiles } from './source-files.ts'

describe('readSource', () => {
  test('reads a folder in the order of its names, without hidden files and links, and looks into zips', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'b'))
    await mkdir(join(folder, 'node_modules'))
    for (const name of ['b/2.lu', 'a.lu', '.hidden', 'node_modules/x.lu']) await writeFile(join(folder, name), name)
    await writeFile(join(folder, 'z.zip'), zipSync({ 'in/c.lu': strToU8('c') }))
    await symlink('/etc/hostname', join(folder, 'link.lu'))
    expect([...(await readSource(folder)).keys()]).toEqual(['a.lu', 'b/2.lu', 'z.zip/in/c.lu'])
    expect([...(await readSource(join(folder, 'z.zip'))).keys()]).toEqual(['in/c.lu'])
  })

  test('names files of other kinds without reading them', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'model.tar.gz'), 'x')
    await writeFile(join(folder, 'a.lu'), 'x')
    expect([...(await readSource(folder))].map(([name, bytes]) => [name, bytes.length])).toEqual([
      ['a.lu', 1],
      ['model.tar.gz', 0],
    ])
  })

  test('says which file cannot be read', async () => {
    await expect(readSource('/no/such/file')).rejects.toThrow(
      'FILE_UNREADABLE: Cannot read /no/such/file: it is not there',
    )
  })
})

describe('openZip', () => {
  const limits = { files: 20, bytes: 1024 * 1024 }
  const open = (bytes: Uint8Array) => openZip('agent.zip', bytes, limits)

  test.each(['../evil.json', '/etc/evil.json', 'a/../../evil.json', 'C:\\evil.json'])('refuses the name %s', (name) => {
    expect(() => open(zipSync({ [name]: strToU8('x') }))).toThrow('the name leads out of the zip')
  })

  test('refuses a small zip that becomes too large, before unpacking it', () => {
    const bomb = zipSync({ 'intents/a.json': new Uint8Array(limits.bytes + 1) })
    expect(bomb.length).toBeLessThan(limits.bytes / 100)
    expect(() => open(bomb)).toThrow(/IMPORT_INVALID: agent.zip, intents\/a.json: it has more than .* MB when unpacked/)
  })

  test('is not misled by a zip that lies about its sizes', () => {
    const bytes = zipSync({ a: new Uint8Array(1_000_000) })
    const view = new DataView(bytes.buffer)
    const central = bytes.findIndex((_byte, at) => at < bytes.length - 4 && view.getUint32(at, true) === 0x02014b50)
    view.setUint32(central + 24, 10, true)
    let unpacked = 0
    try {
      unpacked = open(bytes).get('a')?.length ?? 0
    } catch (error) {
      expect(error).toMatchObject({ code: 'IMPORT_INVALID' })
    }
    expect(unpacked).toBeLessThanOrEqual(10)
  })

  test('refuses more files than any bot has, and a zip that is cut off', () => {
    const many = Object.fromEntries(Array.from({ length: limits.files + 1 }, (_, at) => [`f${at}`, new Uint8Array(0)]))
    expect(() => open(zipSync(many))).toThrow('when unpacked')
    const whole = zipSync({ 'a.json': strToU8('{}') })
    expect(() => open(whole.slice(0, whole.length - 30))).toThrow('IMPORT_INVALID: agent.zip, the zip: not readable')
  })
})

describe('readFormat', () => {
  const LU = '# A\n- one\n'
  const NLU = 'nlu:\n  - intent: B\n    examples: |\n      - two\n'

  test('tells the formats apart by name and content, and reads a folder that holds several', () => {
    const read = readFormat(
      'x',
      sourceFiles({
        'a.lu': LU,
        'b.qna': '# ? q\n```\nA\n```\n',
        'c.tsv': 'Question\tAnswer\nr\tA\n',
        'd.csv': 'text,label\nthree,C\n',
        'e.yml': NLU,
        'f.json': { projectFileVersion: '1', assets: { utterances: [{ text: 'four', intent: 'D' }] } },
        'g.json': { luis_schema_version: '7.0.0', utterances: [{ text: 'five', intent: 'E' }] },
        'h/intents/F.json': { name: 'F' },
        'h/intents/F_usersays_en.json': [{ data: [{ text: 'six' }] }],
        'prices.csv': 'item,price\ntea,3\n',
        'photo.jpg': '...',
        'other.json': { a: 1 },
      }),
      'auto',
    )
    expect(said(read)).toEqual(['A: one', 'q: q', 'r: r', 'C: three', 'B: two', 'D: four', 'E: five', 'F: six'])
    expect(read.notCarried.map(({ where }) => where)).toEqual(['prices.csv', 'photo.jpg', 'other.json'])
  })

  test('takes a single file at its word when the format is named', () => {
    expect(said(readFormat('x', sourceFiles({ 'export.bak': LU }), 'lu'))).toEqual(['A: one'])
  })

  test('reads of a folder only the files of the named format, and lists the others', () => {
    const read = readFormat('x', sourceFiles({ 'a.lu': LU, 'e.yml': NLU }), 'lu')
    expect(said(read)).toEqual(['A: one'])
    expect(read.notCarried).toMatchObject([{ where: 'e.yml' }])
  })

  test.each([
    ['nothing that is read', { 'a.jpg': 'x' }, 'x, a.jpg: nothing here is in one of the formats csv, clu, luis,'],
    ['no file at all', {}, 'x, the folder: there is no file.'],
  ])('refuses %s', (_what, files, message) => {
    expect(() => readFormat('x', sourceFiles(files), 'auto')).toThrow(`IMPORT_INVALID: ${message}`)
  })

  const deep = 100_000
  test.each([
    [
      'JSON',
      'a.json',
      `{"luis_schema_version":"7","utterances":[{"text":"x","intent":"y","entities":${'[{"entity":"z","children":'.repeat(deep)}[]${'}]'.repeat(deep)}}]}`,
    ],
    ['YAML', 'a.yml', `nlu: ${'['.repeat(deep)}`],
  ])('refuses %s that is nested without end', (_what, name, content) => {
    expect(() => readFormat('x', sourceFiles({ [name]: content }), 'auto')).toThrow(`IMPORT_INVALID: ${name}, `)
  })

  test.each([
    ['rasa', (line: string) => `nlu:\n- intent: a\n  examples: |\n    - ${line}\n    - ok\n`],
    ['lu', (line: string) => `# a\n- ${line}\n- ok\n`],
  ] as const)('passes a line over that no customer could write, in %s', (format, around) => {
    for (const line of ['['.repeat(200_000), '{'.repeat(200_000), '[a'.repeat(100_000), '('.repeat(200_000)]) {
      const read = readFormat('x', sourceFiles({ file: around(line) }), format)
      expect(said(read)).toEqual(['a: ok'])
      expect(read.notCarried[0]?.why).toBe('no message has more than 4000')
    }
  })

  test('says what is missing in a CSV that is given by itself', () => {
    expect(() => readFormat('x', sourceFiles({ 'a.csv': 'item,price\n' }), 'auto')).toThrow('there is no column "text"')
  })
})
