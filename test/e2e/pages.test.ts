import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES
const CLI = join(import.meta.dirname, '../../bot/cli.ts')
const PASSWORD = 'correct horse battery'

const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'light', width: 320 },
] as const

describe.skipIf(!hasBrowser)('the pages', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  /** A page that remembers what it complained about. */
  async function open(
    path: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // That nobody is signed in yet, and that a line is down, is what these pages are told by a status.
      if (message.type() === 'error' && !/Failed to load resource|WebSocket|ERR_/.test(message.text()))
        complaints.push(message.text())
    })
    await page.goto(`${server.url}${path}`)
    return { page, context, complaints }
  }

  /** Adds somebody and gives back the path of their sign-in link. */
  function addAgent(email: string): string {
    const args = [CLI, 'agent', 'add', '--email', email, '--data', folder.path, '--url', server.url, '--json']
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    const { link } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { link: string }
    return link.slice(server.url.length)
  }

  const box = (page: Page) => page.getByRole('textbox', { name: 'Your message' })
  const own = (page: Page, text: string) => page.locator('[data-from="customer"]').getByText(text, { exact: true })

  describe('in every look', () => {
    it.each(LOOKS)('read well and fit: $locale, $colorScheme, $width px', async ({ locale, colorScheme, width }) => {
      const look = { locale, colorScheme, viewport: { width, height: 780 } }
      for (const path of ['/', '/chat/', '/desk', '/dashboard', '/check', '/what-if']) {
        const { page, context, complaints } = await open(path, look)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        expect(await accessibilityProblems(page), path).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `${path} is wider than the window`).toBeLessThanOrEqual(0)
        expect(complaints, path).toEqual([])
        if (PICTURES) {
          const name = `${path.replaceAll('/', '') || 'shop'}-${locale}-${colorScheme}-${width}.png`
          await page.screenshot({ path: join(PICTURES, name), fullPage: true })
        }
        await context.close()
      }
    })
  })

  describe('the embed', () => {
    it('is one plain script under 10 KB', async () => {
      const response = await fetch(`${server.url}/chat.js`, { headers: { 'accept-encoding': 'identity' } })
      const text = await response.text()
      expect(response.headers.get('content-type')).toMatch(/javascript/)
      expect(text.length).toBeLessThan(10_000)
      expect(text).not.toMatch(/\bimport\b|\bexport\b/)
      expect(text).toBe(await readFile(join(import.meta.dirname, '../../web/dist/chat.js'), 'utf8'))
    })

    it('loads nothing of the chat before it is opened, takes the focus in and gives it back on Escape', async () => {
      const { page, context } = await open('/')
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      const button = page.getByRole('button', { name: 'Chat with us' })
      await button.waitFor()
      expect(asked.filter((path) => /^\/(chat\/|v3\/)/.test(path))).toEqual([])
      await button.click()
      const chat = page.frameLocator('iframe')
      await chat.getByRole('textbox', { name: 'Your message' }).waitFor()
      await page.keyboard.type('into the chat')
      expect(await chat.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe('into the chat')
      expect(asked.filter((path) => path.startsWith('/v3/'))).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('iframe').waitFor({ state: 'hidden' })
      await page.keyboard.press('Enter')
      await page.locator('iframe').waitFor({ state: 'visible' })
      await context.close()
    })

    it('follows the language of the page around it', async () => {
      const { page, context } = await open('/')
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('button', { name: '在线客服' }).click()
      await page.frameLocator('iframe').getByRole('textbox', { name: '输入消息' }).waitFor()
      await context.close()
    })
  })

  describe('the chat', () => {
    it('keeps its shape when somebody writes one endless word, and counts what is too much', async () => {
      const { page, context } = await open('/chat/', { viewport: { width: 390, height: 780 } })
      await box(page).fill('x'.repeat(4001))
      await page.getByText(/^Too long by 1\./).waitFor()
      const send = await page.getByRole('button', { name: 'Send', exact: true }).boundingBox()
      expect(send && send.x + send.width).toBeLessThanOrEqual(390)
      await context.close()
    })

    it('says what happens to messages before the first one, and stores nothing until then', async () => {
      const { page, context } = await open('/chat/')
      await page.getByText(/What you write is stored/).waitFor()
      expect(await page.evaluate(() => localStorage.getItem('candor.chat.identity'))).toBeNull()
      await box(page).fill('Hello')
      await box(page).press('Enter')
      await page.locator('[data-from="bot"]').first().waitFor()
      expect(await page.getByText(/What you write is stored/).count()).toBe(0)
      await context.close()
    })

    it('makes a new line on Shift+Enter and does not send the Enter that ends a Chinese composition', async () => {
      const { page, context } = await open('/chat/')
      await box(page).fill('one')
      await box(page).press('Shift+Enter')
      await page.keyboard.type('two')
      expect(await box(page).inputValue()).toBe('one\ntwo')
      for (const init of [{ isComposing: true }, { keyCode: 229 }])
        await box(page).dispatchEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init })
      expect(await box(page).inputValue()).toBe('one\ntwo')
      await box(page).press('Enter')
      await page.locator('[data-from="customer"]').getByText('two').waitFor()
      await context.close()
    })

    it('counts near the limit and keeps what is too long unsent, in full', async () => {
      const { page, context } = await open('/chat/')
      await box(page).fill('x'.repeat(3_600))
      await page.getByText('3,600 of 4,000 characters').waitFor()
      await box(page).fill('x'.repeat(4_001))
      await page.getByText(/^Too long by 1\./).waitFor()
      await box(page).press('Enter')
      expect((await box(page).inputValue()).length).toBe(4_001)
      expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
      await context.close()
    })

    it('keeps what is written without a connection, over a reload, and sends it once when it is back', async () => {
      const { page, context } = await open('/chat/')
      await box(page).fill('Hello')
      await box(page).press('Enter')
      await page.locator('[data-from="bot"]').first().waitFor()
      await page.route('**/v3/**', (route) => route.abort())
      await page.routeWebSocket('**/v3/**', (socket) => socket.close())
      await page.reload()
      await page.getByText(/No connection/).waitFor()
      await box(page).fill('written on the train')
      await box(page).press('Enter')
      await page.locator('[data-delivery="sending"]').waitFor()
      await page.reload()
      await page.locator('[data-delivery="sending"]').getByText('written on the train').waitFor()
      await page.unrouteAll()
      await page.close()
      const later = await context.newPage()
      await later.goto(`${server.url}/chat/`)
      await later.locator('[data-from="customer"][data-delivery="stored"]').getByText('written on the train').waitFor()
      expect(await own(later, 'written on the train').count()).toBe(1)
      expect(await own(later, 'Hello').count()).toBe(1)
      await context.close()
    })

    it('shows a message once although its acknowledgement was lost and it went out twice', async () => {
      const { page, context } = await open('/chat/')
      await box(page).fill('Hello')
      await box(page).press('Enter')
      await page.locator('[data-from="bot"]').first().waitFor()
      let posts = 0
      await page.route('**/activities', async (route) => {
        posts += 1
        if (posts > 1) return route.continue()
        await route.fetch()
        await route.abort()
      })
      await box(page).fill('Thank you, that is all')
      await box(page).press('Enter')
      await own(page, 'Thank you, that is all').waitFor()
      await expect.poll(() => page.locator('[data-delivery="sending"]').count()).toBe(0)
      await page.reload()
      await own(page, 'Thank you, that is all').waitFor()
      expect(await own(page, 'Thank you, that is all').count()).toBe(1)
      await context.close()
    })

    it('goes on in the same conversation when its token is refused', async () => {
      const { page, context } = await open('/chat/')
      await box(page).fill('Hello')
      await box(page).press('Enter')
      await page.locator('[data-from="bot"]').first().waitFor()
      const conversationId = () =>
        page.evaluate(() => JSON.parse(localStorage.getItem('candor.chat.identity') ?? '{}').conversationId as unknown)
      const before = await conversationId()
      await page.route('**/activities', (route) => route.fulfill({ status: 403, json: {} }), { times: 1 })
      await box(page).fill('still me')
      await box(page).press('Enter')
      await page.locator('[data-delivery="stored"]').getByText('still me').waitFor()
      expect(await own(page, 'still me').count()).toBe(1)
      expect(before).toBeTypeOf('string')
      expect(await conversationId()).toBe(before)
      await context.close()
    })
  })

  describe('the desk', () => {
    it('takes a one-time link out of the address, asks for a password and then signs in with it', async () => {
      const { page, context } = await open(new URL(server.signIn ?? '').pathname + new URL(server.signIn ?? '').search)
      await page.getByLabel('New password').waitFor()
      expect(page.url()).not.toContain('link=')
      expect(await accessibilityProblems(page)).toEqual([])
      await page.getByLabel('New password').fill('short')
      await page.getByLabel('The same again').fill('short')
      await page.getByRole('button', { name: 'Save password' }).click()
      await page
        .getByRole('alert')
        .getByText(/at least 12/)
        .waitFor()
      await page.getByLabel('New password').fill(PASSWORD)
      await page.getByLabel('The same again').fill(PASSWORD)
      await page.getByRole('button', { name: 'Save password' }).click()
      await page.getByText('Nobody is waiting.').waitFor()
      await context.close()
    })

    it('works by keyboard alone and counts the waiting in its title', async () => {
      const customer = await open('/chat/')
      await customer.page.getByRole('button', { name: 'Talk to a person' }).click()
      await customer.page.locator('[data-kind="queued"]').waitFor()

      const { page, context } = await open(addAgent('ann@example.com'))
      await page.getByLabel('New password').fill(PASSWORD)
      await page.getByLabel('The same again').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByTestId('escalation').waitFor()
      await expect.poll(() => page.title()).toBe('(1) Desk')
      await page.keyboard.press('j')
      await page.getByRole('button', { name: 'Accept this conversation' }).waitFor()
      await page.keyboard.press('a')
      await page.getByRole('textbox', { name: /Your reply/ }).waitFor()
      await page.keyboard.type('jakare? is not a shortcut here')
      await page.keyboard.press('Enter')
      await customer.page.getByText('jakare? is not a shortcut here').waitFor()
      await page.getByText('What the bot understood').first().click()
      expect(await accessibilityProblems(page)).toEqual([])
      if (PICTURES) await page.screenshot({ path: join(PICTURES, 'desk-answering.png') })
      await page.getByRole('log').focus()
      await page.keyboard.press('e')
      await page.getByRole('dialog').waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
      await page.keyboard.press('Enter')
      await customer.page.getByRole('region', { name: 'How was it?' }).waitFor()
      if (PICTURES) await customer.page.screenshot({ path: join(PICTURES, 'chat-survey.png') })
      expect(await accessibilityProblems(customer.page)).toEqual([])
      await customer.context.close()
      await context.close()
    })
  })
})
