import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { DEFAULT_PACK_DIR, loadPack } from '../../../../bot/knowledge/index.ts'
import { loadPolicy } from '../../../../bot/policy/index.ts'
import { makeRelease, type ReleasedFigures } from '../../../../bot/transparency/index.ts'
import { systemClock } from '../../../../domain/index.ts'
import { openStore } from '../../../../store/index.ts'
import { temporaryFolder } from '../../../support/running-server.ts'
import { seededBytes } from '../../../support/seeded-bytes.ts'

const CLI = join(import.meta.dirname, '../../../../bot/cli.ts')
const folder = temporaryFolder()
afterAll(() => folder.remove())

function show(...args: string[]): string {
  const env = { ...process.env, CANDOR_DATABASE: '' }
  const { stdout } = spawnSync(process.execPath, [CLI, 'transparency', 'show', '--data', folder.path, ...args], {
    encoding: 'utf8',
    env,
  })
  return stdout
}

it('shows what was released, what it has cost and what comes next', async () => {
  const store = await openStore(join(folder.path, 'candor.db'))
  expect(JSON.parse(show('--json'))).toMatchObject({ releases: [], quarters: [], next: { plan: 'due' } })
  const [{ timeZone }, { publicPage: settings }] = [
    await loadPack(DEFAULT_PACK_DIR),
    await loadPolicy(DEFAULT_PACK_DIR),
  ]
  await makeRelease({ store, settings, timeZone, clock: systemClock }, seededBytes(1))
  await store.close()
  const shown = JSON.parse(show('--json')) as ReleasedFigures
  expect(shown.quarters).toMatchObject([{ spentMicros: 333_333, budgetMicros: 1_000_000 }])
  expect(shown.releases).toMatchObject([{ period: shown.next.period, epsilon: 0.333333 }])
  expect(shown.next.plan).toBe('released')
  expect(shown.next.endsAt).toBeGreaterThan(systemClock.now())
  expect(show()).toMatch(/is released.*\n.*epsilon 0\.333333 of 1 spent\n.*released .*epsilon 0\.333333/)
})

it('names the periods that were missed while no server ran', async () => {
  const store = await openStore(join(folder.path, 'candor.db'))
  const { period: last } = (await store.releases.latest(1))[0] ?? { period: '' }
  const [year = 0, month = 0] = last.split('-').map(Number)
  const from = Date.UTC(year, month - 4)
  const cost = { quarter: 'an earlier one', epsilonMicros: 1, budgetMicros: 1 }
  await store.releases.publish({ period: 'earlier', from, to: from + 1, at: from, body: '{}' }, cost)
  await store.close()
  const { missed } = JSON.parse(show('--json')) as ReleasedFigures
  expect(missed).toHaveLength(2)
  expect(show()).toContain(`Missed while no server ran, and due, one a minute: ${missed.join(', ')}.`)
})
