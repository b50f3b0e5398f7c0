import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assurance, NextCheck, Session } from '../../bot/http/api.ts'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES
const CLI = join(import.meta.dirname, '../../bot/cli.ts')
const PASSWORD = 'correct horse battery'

describe.skipIf(!hasBrowser)('the page of the random check', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
    context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    const who = ['--email', 'mia@example.com', '--role', 'manager']
    const args = [CLI, 'agent', 'add', ...who, '--data', folder.path, '--url', server.url, '--json']
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    const { link } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { link: string }
    await page.goto(link)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('The same again').fill(PASSWORD)
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.getByRole('link', { name: 'Dashboard' }).click()
    await page.getByRole('heading', { level: 1, name: 'How we are doing' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  /** A customer with these messages. */
  async function customerWrites(...texts: string[]): Promise<void> {
    const post = async (path: string, token: string, data: object) =>
      (
        await context.request.post(`${server.url}/v3/directline${path}`, {
          data,
          headers: token ? { authorization: `Bearer ${token}` } : {},
        })
      ).json() as Promise<{ conversationId: string; token: string }>
    const { conversationId, token } = await post('/tokens/generate', '', {})
    for (const text of texts) {
      const activity = { type: 'message', text, from: { id: 'me' }, locale: 'en-US' }
      await post(`/conversations/${conversationId}/activities`, token, activity)
    }
  }

  async function get<Value>(path: string): Promise<Value> {
    return (await (await context.request.get(`${server.url}${path}`)).json()) as Value
  }

  /** The rest of an afternoon's work, as the page would send it. */
  async function judgeAll(need: string): Promise<void> {
    const { csrfToken } = await get<Session>('/api/session')
    for (;;) {
      const next = await get<NextCheck>('/api/checks/next')
      if (next.kind === 'nothing-left') return
      const { conversationId, seq } = next
      const sent = await context.request.post(`${server.url}/api/checks`, {
        data: { conversationId, seq, meant: { kind: 'need', need } },
        headers: { 'x-candor-csrf': csrfToken },
      })
      expect(sent.status()).toBe(200)
    }
  }

  /** Looks at the page as it stands, wide and narrow, in both languages; ends as it began. */
  async function looks(name: string): Promise<void> {
    for (const [language, other] of [
      ['en', '中文'],
      ['zh', 'English'],
    ] as const) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await accessibilityProblems(page), `${name}, ${language}, ${width} px`).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `${name}, ${language} is wider than ${width} px`).toBeLessThanOrEqual(0)
        const path = join(PICTURES ?? '', `check-${name}-${language}-${width}.png`)
        if (PICTURES) await page.screenshot({ path, fullPage: true })
      }
      await page.getByRole('button', { name: other, exact: true }).click()
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  }

  it('is reached from the other pages, and says what is lacking while nobody has written', async () => {
    await page.getByRole('link', { name: 'Check' }).click()
    await page.getByText('Not enough evidence: 0 of 72').waitFor()
    await page.getByText(/Every message that could be checked has been/).waitFor()
    await looks('nothing')
  })

  it('is worked by keyboard alone: type, Enter, Enter, and only then see what the bot did', async () => {
    await customerWrites('What are your opening hours?', 'And when do you open on Sundays?')
    await page.reload()
    await page.getByRole('searchbox', { name: 'Search needs' }).waitFor()
    await looks('judge')
    const shown = await page.locator('.said blockquote').innerText()
    expect(await page.locator('main').innerText()).not.toMatch(/The bot:|It said/)
    await page.getByRole('searchbox', { name: 'Search needs' }).focus()
    await page.keyboard.type('opening')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Save')
    expect(await get<NextCheck>('/api/checks/next')).toMatchObject({ text: shown })
    await page.keyboard.press('Enter')
    await page.getByText('The bot took it for the same.').waitFor()
    await page.getByText('Not enough evidence: 1 of 72').waitFor()
    await looks('judged')
    await page.getByRole('button', { name: 'Next message' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.said blockquote').innerText()).not.toBe(shown)
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  })

  it('takes “none of our needs” and “cannot tell”, by the arrow keys too', async () => {
    await page.getByRole('radio', { name: 'None of our needs' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: 'Cannot tell' }).isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText('The bot took it for something else.').waitFor()
    await page.getByText('You: Cannot tell').waitFor()
  })

  it('shows the guarantee, and the threshold that keeps it, once enough messages were judged', async () => {
    for (let i = 0; i < 286; i++) await customerWrites('What are your opening hours?')
    await judgeAll('opening-hours')
    await page.reload()
    await page.getByText('Guaranteed', { exact: true }).first().waitFor()
    await page.getByText(/That is what keeps the promise/).waitFor()
    expect(await get<Assurance>('/api/assurance')).toMatchObject({ guarantee: { kind: 'guaranteed' }, checks: 288 })
    await looks('guaranteed')
  })
})
