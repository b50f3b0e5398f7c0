import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../bot/http/index.ts'
import { openStore } from '../../store/index.ts'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES
const CLI = join(import.meta.dirname, '../../bot/cli.ts')
const PASSWORD = 'correct horse battery'
const MESSAGES = [
  'How do I return an item?',
  'where is my parcel',
  'I want my money back',
  '怎么退货',
  'purple trombones are heavy',
  'can I pay in installments',
  'let me talk to a human',
  'opening hours please',
]
const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 390 },
] as const

describe.skipIf(!hasBrowser)('the page "what if"', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
    const conversations = await Promise.all(MESSAGES.map((text) => write(text)))
    // What two of them were about, as a random check found.
    const store = await openStore(join(folder.path, 'candor.db'))
    const check = { seq: 1, at: Date.now(), source: 'check', by: 'kim' } as const
    await store.labels.putFirstCheck({
      ...check,
      conversationId: conversations[0] ?? '',
      meant: { kind: 'need', need: 'return-item' },
    })
    await store.labels.putFirstCheck({ ...check, conversationId: conversations[7] ?? '', meant: { kind: 'none' } })
    const mia = { id: 'mia', email: 'mia@shop.test', name: 'Mia', role: 'manager', createdAt: 0 } as const
    await store.people.add({ ...mia, languages: ['en', 'zh'], queues: [], capacity: 5 }, await hashPassword(PASSWORD))
    await store.close()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  /** A customer of its own writes one message, as any chat client would. */
  async function write(text: string): Promise<string> {
    const post = async (path: string, body: object, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
      return (
        await fetch(`${server.url}/v3/directline${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      ).json()
    }
    const { token, conversationId } = (await post('/tokens/generate', {})) as { token: string; conversationId: string }
    await post(`/conversations/${conversationId}/activities`, { type: 'message', text, from: { id: 'me' } }, token)
    return conversationId
  }

  const editor = (page: Page) => page.getByRole('textbox', { name: /YAML/ })

  async function asManager(look: { locale: string; colorScheme: 'light' | 'dark'; width: number }): Promise<Page> {
    const { locale, colorScheme, width } = look
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 780 } })
    const page = await context.newPage()
    const answer = await context.request.post(`${server.url}/api/session`, {
      data: { email: 'mia@shop.test', password: PASSWORD },
    })
    expect(answer.status()).toBe(200)
    await page.goto(`${server.url}/what-if`)
    return page
  }

  it('compares a policy that a manager typed by keyboard, says what is wrong with a bad one, and loses nothing', async () => {
    const link = new URL(server.signIn ?? '')
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${server.url}/what-if${link.search}`)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('The same again').fill(PASSWORD)
    await page.keyboard.press('Enter')

    await editor(page).waitFor()
    const inForce = await editor(page).inputValue()
    expect(inForce).toContain('# How the bot decides.')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText(/^0 of 8 conversations differ/).waitFor()
    await page.getByText('Control: the policy in force makes every recorded decision again.').waitFor()

    const bad = inForce.replace('answerAbove: 0.75', 'answerAbove: 75')
    await editor(page).fill(bad)
    await page.getByRole('button', { name: 'Compare' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/This policy cannot be read: decide\.answerAbove: .*What you wrote is still here\./).waitFor()
    expect(await editor(page).inputValue()).toBe(bad)
    expect(await accessibilityProblems(page)).toEqual([])

    await page.getByRole('button', { name: 'Back to the policy in force' }).click()
    expect(await editor(page).inputValue()).toBe(inForce)
    await page.getByRole('button', { name: 'Bring my changes back' }).click()
    expect(await editor(page).inputValue()).toBe(bad)

    await editor(page).fill(inForce.replace('answerAbove: 0.75', 'answerAbove: 1'))
    await page.getByRole('button', { name: 'Compare' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Conversations to look at' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
    await page.getByText(/fewer answers by the bot per 100 conversations|No clear change in answers/).waitFor()
    await page
      .getByText(/By random checks alone, wrong answers among 2 messages: 1 with the policy in force, 0 with/)
      .waitFor()
    await page
      .getByRole('region', { name: 'Decision by decision' })
      .getByRole('rowheader', { name: 'Answer' })
      .waitFor()

    await page
      .getByRole('link', { name: /^Conversation of/ })
      .first()
      .click()
    await page.getByRole('log').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  it('says the same on the command line, to people and to machines', async () => {
    const policy = join(folder.path, 'careful.yaml')
    const shipped = await readFile(join(import.meta.dirname, '../../bot/policy/default-policy.yaml'), 'utf8')
    await writeFile(policy, shipped.replace('answerAbove: 0.75', 'answerAbove: 1'))
    const replay = (...more: string[]) => {
      const args = [CLI, 'policy', 'replay', '--policy', policy, '--data', folder.path, ...more]
      return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, CANDOR_DATABASE: '' } })
    }
    const { stdout, stderr } = replay('--json')
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      conversations: 8,
      cappedAt: null,
      reproduced: { count: 8, of: 8 },
      answered: { checked: { messages: 2, wrongBefore: 1, wrongAfter: 0 } },
    })
    expect(stderr).toContain('deciding anew: 100 %')
    const table = replay().stdout
    expect(table).toMatch(/^answer +clarify +\d+ +\d+$/m)
    expect(table).toMatch(/^By random checks alone: 2 messages$/m)
    expect(table).toMatch(/^ {2}answered wrong +1 before, 0 after; /m)
  })

  it.each(LOOKS)('reads well and fits: $locale, $colorScheme, $width px', async (look) => {
    const page = await asManager(look)
    await editor(page).waitFor()
    const chinese = look.locale === 'zh-CN'
    await editor(page).fill((await editor(page).inputValue()).replace('answerAbove: 0.75', 'answerAbove: 1'))
    await page.getByRole('button', { name: chinese ? '比较' : 'Compare' }).click()
    await page.getByRole('heading', { name: chinese ? '可查看的会话' : 'Conversations to look at' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    if (PICTURES) {
      const name = `what-if-${look.locale}-${look.colorScheme}-${look.width}.png`
      await page.screenshot({ path: join(PICTURES, name), fullPage: true })
    }
    // A manager may read what a customer was told.
    await page.locator('.examples a').first().click()
    await page.getByRole('log').waitFor()
    await page.context().close()
  })
})
