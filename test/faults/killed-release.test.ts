import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeRelease } from '../../bot/transparency/index.ts'
import { fixedClock } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { temporaryFolder } from '../support/running-server.ts'
import { seededBytes } from '../support/seeded-bytes.ts'

const CHILD = join(import.meta.dirname, 'release-child.ts')
const BEFORE = Date.UTC(2026, 0, 8)
/** Monday, 42 weeks later. */
const NOW = Date.UTC(2026, 9, 26)

const folder = temporaryFolder()
afterAll(() => folder.remove())

/** @param beats after so many it is killed; undefined: when it has nothing left to do */
async function live(path: string, beats?: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, path, `${NOW}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('false') || (beats !== undefined && said.split('\n').length > beats)) resolve()
    })
  })
  child.kill('SIGKILL')
  await once(child, 'close')
}

it('releases each missed week once and overspends no quarter, while two nodes are killed again and again', {
  timeout: 120_000,
}, async () => {
  const path = join(folder.path, 'candor.db')
  const store = await openStore(path)
  const settings = { releaseEvery: 'week', epsilonPerQuarter: 1, rowsPerCustomer: 1 } as const
  await makeRelease({ store, settings, timeZone: 'UTC', clock: fixedClock(BEFORE) }, seededBytes(1))
  for (const beats of [3, 5, 8]) await Promise.all([live(path, beats), live(path, beats + 1)])
  await live(path)
  const weeks = (await store.releases.latest(99)).map(({ period }) => period)
  expect(weeks).toEqual(Array.from({ length: 43 }, (_, back) => `2026-W${`${43 - back}`.padStart(2, '0')}`))
  for (const { spentMicros } of await store.releases.budgets(9)) expect(spentMicros).toBeLessThanOrEqual(1_000_000)
  await store.close()
})
