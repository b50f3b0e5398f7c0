import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LearningReport } from '../../bot/http/api.ts'
import { accessibilityProblems, type BrowserState, hasBrowser } from '../support/browser.ts'
import { expectReadable, LOOKS, lookingAs, pictureName, takePicture } from '../support/looks.ts'
import { runningSite } from '../support/site.ts'
import { liveFourWeeks } from './four-weeks.ts'
import { learntMonth } from './learnt-month.ts'

const CLI = join(import.meta.dirname, '../../bot/cli.ts')

describe.skipIf(!hasBrowser)('the page on learning, after three weeks of it', () => {
  const site = runningSite(async (dataDir) => {
    await liveFourWeeks(dataDir)
    await learntMonth(dataDir, Date.now())
  })
  let manager: BrowserState
  beforeAll(async () => {
    manager = await site.people.sessionOf('mia@example.com', 'manager')
  })

  function candor(...args: string[]): string {
    return spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' }).stdout
  }

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await site.open('/learning', { storageState: manager, ...options })
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  const tries = (page: Page) => page.getByTestId('try')

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    const { page, complaints } = await site.open('/learning', { storageState: manager, ...lookingAs(look) })
    await tries(page).first().waitFor()
    await takePicture(page, pictureName('learning', look), { fullPage: true })
    await expectReadable(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('says what was tried and why, the newest first, and which one serves', async () => {
    const page = await open()
    await tries(page).first().waitFor()
    const said = await tries(page).allTextContents()
    expect(said).toHaveLength(5)
    expect(said[0]).toMatch(
      /Policy.*Proposed.*61 conversations .* worth 0.427 each by the policy’s stakes, before 0.184/,
    )
    expect(said[1]).toMatch(/Gap model.*Kept back.*not shown to be better: Brier score 0.176 against 0.181/)
    expect(said[2]).toMatch(/Understanding.*Taken back.*The guard took it back.*handed over: 31 of 74, before 14 of 96/)
    expect(said[2]).not.toMatch(/answer did not serve/)
    expect(said[3]).toMatch(/Kept back.*6 only it reads right and 7 only the one before.*worse in Chinese/)
    expect(said[4]).toMatch(/Promoted.*Serves now.*It knows new needs: gift-card/)
    await page.context().close()
  })

  it('says which figures of policy.yaml would be which, and leads to where they can be tried', async () => {
    const page = await open()
    const proposed = tries(page).filter({ hasText: 'Proposed' })
    await proposed.getByText('The bot answers alone when it is surer than: from 0.75 to 0.65').waitFor()
    await proposed.getByText('Chance that a person meets the need: from 0.95 to 0.81').waitFor()
    expect(await proposed.locator('code').allTextContents()).toEqual([
      'decide.answerAbove',
      'stakes.standard.personSolves',
    ])
    await proposed.getByText(/change these figures in policy.yaml/).waitFor()
    await proposed.getByRole('link', { name: 'Try them first on recorded conversations' }).click()
    await page.waitForURL('**/what-if')
    await page.context().close()
  })

  it('shows what changed with as much time before as after, and nothing that chance would explain as a gain', async () => {
    const page = await open()
    const effects = page.getByTestId('effect')
    await effects.first().waitFor()
    expect(await effects.count()).toBe(2)
    expect(await effects.first().textContent()).toMatch(
      /The 2 days before and the same time after. It was taken back afterwards/,
    )
    expect(await effects.last().textContent()).toMatch(
      /The 8 days before and the same time after.*no difference can be shown/,
    )
    await page.getByText(/Something new took over, and no difference can be shown yet/).waitFor()
    await page.context().close()
  })

  it('has every point of the chart in a table, with how far it may be off', async () => {
    const page = await open()
    await page.getByText('Show “Read right on the frozen suite” as a table').click()
    const rows = page.getByRole('region', { name: 'Table: Read right on the frozen suite' }).locator('tbody tr')
    expect(await rows.count()).toBe(4)
    expect(await rows.first().locator('td').first().textContent()).toMatch(/^50 of 58 \(86 %, likely \d+ % to \d+ %\)$/)
    await page.context().close()
  })

  it('says what to do where nothing was tried', async () => {
    const page = await open()
    await tries(page).first().waitFor()
    await page.getByRole('button', { name: 'Today' }).click()
    await page.getByText('Nothing was tried in this range.').waitFor()
    await page.getByText(/A model is tried when enough messages have been accepted in the review/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it('has the same figures on the terminal, in words and as JSON', () => {
    const words = candor('learn', 'report', '--data', site.dataDir)
    expect(words).toMatch(/Something new took over, and no difference can be shown yet/)
    expect(words).toMatch(/learnt-3 .*gone back from .* by the guard/)
    expect(words).toMatch(/worse in Chinese: 0 gained and 6 lost/)
    expect(words).toMatch(/the guard: handed over: worse, 31 of 74 against 14 of 96/)
    expect(words).toMatch(
      /decide.answerAbove: 0.75 -> 0.65\n.*personSolves: 0.95 -> 0.81\n.*in policy.yaml of the pack/,
    )
    const json = candor('learn', 'report', '--data', site.dataDir, '--json')
    const report = JSON.parse(json.trim().split('\n').at(-1) ?? '') as LearningReport
    expect(report.tries.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['policy-1', 'proposed'],
      ['gap-1', 'kept-back'],
      ['learnt-3', 'rolled-back'],
      ['learnt-2', 'kept-back'],
      ['learnt-1', 'promoted'],
    ])
    expect(report.labels).toMatchObject({ accepted: 20, rejected: 4 })
    // The server may have gathered some of the four weeks' messages meanwhile.
    expect(report.labels.pending).toBeGreaterThanOrEqual(6)
  })

  it('is not for agents', async () => {
    const page = await open({ storageState: await site.people.sessionOf('ann@example.com', 'agent') })
    await page.getByText('The report on learning is for managers and administrators.').waitFor()
    await page.context().close()
  })
})
