import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { GoodwillReport } from '../../bot/http/api.ts'
import { type CsatRating, DAY_MS } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'
import { type BrowserState, hasBrowser } from '../support/browser.ts'
import { goodwillNode, goodwillPolicy, voucherRule } from '../support/goodwill-company.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { runningSite } from '../support/site.ts'

const CLI = join(import.meta.dirname, '../../bot/cli.ts')
const PACK = join(import.meta.dirname, '../../knowledge/demo-shop')

const CUSTOMERS = 150
const HOLD_OUT = 0.3

/** Half a year of customers whose complaint an agent confirms: who got the voucher rates 5 next time, the others 3. */
async function halfAYear(dataDir: string, now: number): Promise<void> {
  const store = await openStore(join(dataDir, 'candor.db'))
  const call = voucherRule({ name: 'sorry-call', when: 'promise-broken', give: 'call', cost: 4 })
  const node = goodwillNode(
    store,
    goodwillPolicy({ rules: [voucherRule(), call], budgetPerMonth: 500, holdOut: HOLD_OUT }),
  )
  for (let i = 0; i < CUSTOMERS; i++) {
    const at = now - 180 * DAY_MS + Math.floor((i * 175 * DAY_MS) / CUSTOMERS)
    const [customerId, first] = [`cu${i}`, `c${i}`]
    await node.ends({ customerId, conversationId: first, at, verdict: 'unresolved', knownSince: at - 100 * DAY_MS })
    await node.rates(first, `survey-${first}`, 1, at + 1)
    const [treatment] = await store.goodwill.ofCustomer(customerId)
    const isGiven = treatment?.state === 'given'
    if (i % 4 === 0 && !isGiven) continue
    const again = `${first}-again`
    await node.ends({ customerId, conversationId: again, at: at + 9 * DAY_MS })
    const rating: CsatRating = isGiven ? (i % 3 === 0 ? 4 : 5) : i % 5 === 0 ? 4 : 3
    if (at + 9 * DAY_MS < now) await node.rates(again, `survey-${again}`, rating, at + 9 * DAY_MS + 1)
  }
  await store.close()
}

describe.skipIf(!hasBrowser)('the view on goodwill, after half a year of it', () => {
  const packIn = (dataDir: string) => join(dataDir, 'pack')
  const site = runningSite(openForHalfAYear, (dataDir) => ({ packDir: packIn(dataDir) }))
  let manager: BrowserState
  beforeAll(async () => {
    manager = await site.people.sessionOf('mia@example.com', 'manager')
  })

  async function openForHalfAYear(dataDir: string): Promise<void> {
    const packDir = packIn(dataDir)
    cpSync(PACK, packDir, { recursive: true })
    const shipped = readFileSync(join(import.meta.dirname, '../../bot/policy/default-policy.yaml'), 'utf8')
    const section = shipped.slice(shipped.indexOf('goodwill:\n'))
    const written = section
      .replace(
        / {2}rules:\n[\s\S]*? {2}# All gifts/,
        (rules) => `${examplesIn(shipped)}\n${rules.slice(rules.indexOf('  # All gifts'))}`,
      )
      .replace('budgetPerMonth: 0', 'budgetPerMonth: 500')
      .replace('holdOut: 0.1', `holdOut: ${HOLD_OUT}`)
    writeFileSync(join(packDir, 'policy.yaml'), written)
    await halfAYear(dataDir, Date.now())
  }

  /** The examples that stand in the comments of the shipped policy, as rules. */
  function examplesIn(shipped: string): string {
    const lines = shipped.split('\n')
    const from = lines.findIndex((line) => line.includes('- name: sorry-voucher'))
    const to = lines.indexOf('  rules:')
    const rules = lines.slice(from, to).map((line) => line.replace('  #   ', '    '))
    return ['  rules:', ...rules].join('\n').replace('sorry-voucher', 'sorry')
  }

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await site.open('/trust#goodwill', { storageState: manager, ...options })
    await page.getByTestId('goodwill-rule').first().waitFor()
    return page
  }

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    const { page, complaints } = await site.open('/trust#goodwill', { storageState: manager, ...lookingAs(look) })
    await page.getByTestId('goodwill-rule').first().waitFor()
    await takePicture(page, pictureName('goodwill', look), { fullPage: true })
    await expectReadable(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('says what the command line says: what was spent, whether there are enough, and the difference', async () => {
    const args = [CLI, 'goodwill', 'report', '--data', site.dataDir, '--pack', packIn(site.dataDir), '--json']
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as GoodwillReport
    const [sorry, call] = report.rules
    expect(sorry).toMatchObject({ name: 'sorry', policy: { give: 'voucher', cost: 10 } })
    expect(call).toMatchObject({ name: 'sorry-call', given: 0, effect: { enough: false, trust: { difference: null } } })
    const { n, difference } = sorry?.effect.trust ?? { n: { treated: 0, heldOut: 0 }, difference: null }
    expect(n.treated + n.heldOut).toBeGreaterThan(80)
    expect(difference?.low).toBeGreaterThan(0)

    const page = await open()
    const shown = page.getByTestId('goodwill-rule').first()
    await shown.getByText(`(n = ${n.treated})`).first().waitFor()
    const signed = `+${(difference?.value ?? 0).toFixed(3)} (+${(difference?.low ?? 0).toFixed(3)} to +${(difference?.high ?? 0).toFixed(3)})`
    await shown.getByText(signed).waitFor()
    await page
      .getByTestId('goodwill-budget')
      .getByText(`${report.budget.spent.toFixed(2)} of 500.00 spent`)
      .waitFor()
    const second = page.getByTestId('goodwill-rule').nth(1).getByTestId('goodwill-enough')
    expect(await second.textContent()).toMatch(/^Not enough yet: 0 treated, 0 held out of \d+ treated, \d+ held out/)
    await page.context().close()
  })

  it('says the report in words on the command line, too', () => {
    const args = [CLI, 'goodwill', 'report', '--data', site.dataDir, '--pack', packIn(site.dataDir)]
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(stdout).toMatch(/of 500\.00 spent.*left\nheld out: 30 %\n\nsorry: voucher when bad-rating, 10\.00 each/)
    expect(stdout).toMatch(/trust after 30 days: [\d.-]+ treated, [\d.-]+ held out; difference 0\.\d+ \(95 %: /)
  })
})
