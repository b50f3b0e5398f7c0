import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../support/running-server.ts'

const CLI = join(import.meta.dirname, '../../../../bot/cli.ts')
const folder = temporaryFolder()
afterAll(() => folder.remove())

function candor(...args: string[]) {
  const env = { ...process.env, CANDOR_DATABASE: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr, lastLine: stdout.trim().split('\n').at(-1) ?? '' }
}

describe('the command line', () => {
  it('ends with one JSON object also when it fails, for machines that asked for it', () => {
    const { status, stderr, lastLine } = candor('pack', 'check', join(folder.path, 'nothing'), '--json')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^PACK_NOT_FOUND: /)
    expect(JSON.parse(lastLine)).toMatchObject({ error: { code: 'PACK_NOT_FOUND' } })
  })

  it.each([
    [['trusty'], /unknown command 'trusty'\n\(Did you mean trust\?\)/],
    [['trust', 'fitt'], /unknown command 'fitt'\n\(Did you mean fit\?\)/],
    [['trust', 'fit', '--weeks'], /unknown option '--weeks'/],
    [['report', '--dat', 'x'], /unknown option '--dat'\n\(Did you mean --data\?\)/],
  ])('says of a wrong name what may be meant and where all names are: %s', (args, said) => {
    const { status, stderr } = candor(...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(said)
    expect(stderr).toContain('add --help')
  })

  it('does not make an installation out of a mistyped folder when it only reads', () => {
    const missing = join(folder.path, 'mistyped')
    const { status, stderr } = candor('report', '--data', missing)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^DATABASE_UNREACHABLE: .*it is not there.*--data/)
    expect(existsSync(missing)).toBe(false)
  })

  it('adds somebody once, keeps the folder to itself, and changes no role in passing', () => {
    const data = join(folder.path, 'data')
    const add = (...more: string[]) => candor('agent', 'add', '--data', data, '--json', '--email', ...more)
    const added = JSON.parse(add('Ann@example.com', '--role', 'agent').lastLine)
    expect(added).toMatchObject({ email: 'ann@example.com', role: 'agent' })
    expect(statSync(data).mode & 0o077).toBe(0)
    expect(JSON.parse(add('ann@example.com').lastLine)).toMatchObject({ id: added.id, role: 'agent' })
    expect(add('ann@example.com', '--role', 'manager').stderr).toMatch(/--role: ann@example.com is there already/)
    expect(add('ann').stderr).toMatch(/--email: "ann" is no address/)
  })

  it('says whom somebody serves, and changes it', () => {
    const data = join(folder.path, 'skills')
    const agent = (what: string, ...more: string[]) => candor('agent', what, '--data', data, ...more)
    const ann = ['--email', 'ann@example.com']
    agent('add', ...ann, '--languages', 'zh', '--queues', 'returns')
    expect(agent('change', ...ann, '--languages', 'all', '--capacity', '2').lastLine).toBe(
      'ann@example.com: every language; returns; 2 at once.',
    )
    expect(agent('list').stdout).toMatch(/^ann@example.com +agent +away +every language; returns; 2 at once\n$/)
    expect(agent('add', ...ann, '--queues', 'sales').stderr).toMatch(/--queues: .*is there already.*agent change/)
  })

  it('shows that the gap is estimated by weights set by hand, and trains nothing from nothing', () => {
    const data = join(folder.path, 'gap')
    candor('agent', 'add', '--data', data, '--email', 'a@b')
    expect(candor('gap', 'show', '--data', data).stdout).toMatch(/^prior: weights set by hand\n.*No challenger/s)
    expect(JSON.parse(candor('gap', 'show', '--data', data, '--json').lastLine)).toMatchObject({
      id: 'prior',
      model: { kind: 'prior' },
      tries: [],
    })
    const trained = candor('gap', 'train', '--data', data, '--json')
    expect(JSON.parse(trained.lastLine)).toEqual({ kind: 'too-few-outcomes', known: 0, needed: 200 })
    expect(candor('gap', 'train', '--data', data, '--since', 'May').stderr).toMatch(/^PERIOD_INVALID: .*"May"/)
  })

  it('refuses a report over days that are none', () => {
    candor('agent', 'add', '--data', join(folder.path, 'some'), '--email', 'a@b')
    const { status, stderr } = candor('report', '--data', join(folder.path, 'some'), '--from', '2026-13-01')
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^PERIOD_INVALID: .*"2026-13-01"/) })
  })

  it('says what is wrong with a policy, by its field', () => {
    const file = join(folder.path, 'policy.yaml')
    const shipped = readFileSync(join(import.meta.dirname, '../../../../bot/policy/default-policy.yaml'), 'utf8')
    writeFileSync(file, shipped)
    expect(candor('policy', 'check', file).stdout).toMatch(/a valid policy/)
    writeFileSync(file, shipped.replace('maxAsks: 2', 'maxAsks: two'))
    const { status, stderr, lastLine } = candor('policy', 'check', file, '--json')
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^POLICY_INVALID: .*decide\.maxAsks/),
    })
    expect(JSON.parse(lastLine)).toMatchObject({ error: { code: 'POLICY_INVALID' } })
  })
})
