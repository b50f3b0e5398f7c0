import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openStore } from '../../store/index.ts'
import { temporaryFolder } from '../support/running-server.ts'

const CHILD = join(import.meta.dirname, 'goodwill-child.ts')
const ROUNDS = 3
/** For so many vouchers there is money. */
const VOUCHERS = 25

const folder = temporaryFolder()
afterAll(() => folder.remove())

it('loses and doubles no voucher and spends no cent twice, while two nodes are killed again and again', async () => {
  const path = join(folder.path, 'candor.db')
  await (await openStore(path)).close()
  const told: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(
      ['here', 'there'].map(async (node, i) => {
        const child = spawn(process.execPath, [CHILD, path, `${node}${round}`, String(VOUCHERS * 10)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        let said = ''
        const enough = new Promise<void>((resolve) => {
          child.stdout.on('data', (chunk) => {
            said += chunk
            // Somewhere in the middle of the next one.
            if (said.split('\n').length > 8 + 3 * i + round) resolve()
          })
        })
        await enough
        child.kill('SIGKILL')
        await once(child, 'close')
        told.push(...said.split('\n').slice(0, -1))
      }),
    )
  }
  const store = await openStore(path)
  let [given, refused] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    for (const node of [`here${round}`, `there${round}`]) {
      for (let i = 0; ; i++) {
        const id = `${node}-${i}`
        if (!(await store.conversations.get(id))) break
        const isRated = (await store.surveys.responseTo(`survey-${id}`)) !== undefined
        const treatments = await store.goodwill.ofCustomer(`cu-${id}`)
        const said = await store.conversations.messages(id, 0, 10)
        // What was stored of the rating was stored of the gift, and nothing else.
        expect(treatments).toHaveLength(isRated ? 1 : 0)
        expect(said).toHaveLength(treatments[0]?.state === 'given' ? 1 : 0)
        if (treatments[0]?.state === 'given') given++
        else if (treatments[0]) refused++
        if (told.includes(id)) expect(isRated).toBe(true)
      }
    }
  }
  expect(given + refused).toBeGreaterThanOrEqual(told.length)
  expect(given).toBe(VOUCHERS)
  expect(refused).toBeGreaterThan(0)
  expect(await store.goodwill.spent('2026-11')).toBe(given * 1_000)
  await store.close()
})
