import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../bot/http/index.ts'
import { openStore } from '../../store/index.ts'
import { accessibilityProblems, clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { candidate, REVIEW_NOW } from '../support/review-fixtures.ts'
import { type ReviewStub, reviewStub } from '../support/review-stub.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

/** Set it to a folder to have a picture of every look there. */
const PICTURES = process.env.CANDOR_PICTURES
const PASSWORD = 'correct horse battery'

const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', width: 1280 },
  { locale: 'en-US', colorScheme: 'dark', width: 375 },
  { locale: 'zh-CN', colorScheme: 'light', width: 375 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
] as const
const VIEWS = ['messages', 'backlog', 'answers'] as const

describe.skipIf(!hasBrowser)('the review page', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let stub: ReviewStub

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
  beforeEach(() => {
    stub = reviewStub()
  })

  async function open(
    view: (typeof VIEWS)[number] = 'messages',
    options: Parameters<Browser['newContext']>[0] = {},
    name = 'Ann Able',
  ): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options })
    await stub.join(context, name)
    const page = await context.newPage()
    await page.clock.setFixedTime(REVIEW_NOW)
    await page.goto(`${server.url}/review#${view}`)
    await page.getByRole('tabpanel').waitFor()
    return page
  }

  const shown = (page: Page) => page.getByRole('article')
  const rows = (page: Page) => page.locator('.row-text').allTextContents()
  const told = (page: Page) => page.locator('.review-said')
  const choice = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} \\d`) })
  /** Presses a key once the message is the one shown. */
  async function press(page: Page, key: string, on: string): Promise<void> {
    await shown(page).getByText(on, { exact: true }).waitFor()
    await page.keyboard.press(key)
  }
  const LAMP = 'can i bring back the lamp, the box is open'
  const REFUND = '退款怎么还没到账，都一个星期了'
  const WRAP = 'do you gift wrap?'

  it.each(LOOKS)('can be read by everybody and to the end: $locale, $colorScheme, $width px', async (look) => {
    const { locale, colorScheme, width } = look
    const page = await open('messages', { locale, colorScheme, viewport: { width, height: 800 } })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    const lookAt = async (name: string) => {
      expect(await accessibilityProblems(page), name).toEqual([])
      expect(await clippedTexts(page), name).toEqual([])
      if (PICTURES) {
        const file = `review-${name}-${locale}-${colorScheme}-${width}.png`
        await page.screenshot({ path: join(PICTURES, file), fullPage: true })
      }
    }
    await shown(page).waitFor()
    await lookAt('messages')
    await page.keyboard.press('x')
    await page.keyboard.press('c')
    await page.getByRole('dialog').waitFor()
    await lookAt('choose')
    await page.keyboard.press('Escape')
    await page.locator('.presets button').nth(2).click()
    await page.locator('.decided').waitFor()
    await lookAt('rejected')
    await page.getByRole('tab').nth(1).click()
    await page.getByTestId('backlog-item').first().waitFor()
    await lookAt('backlog')
    await page.locator('.group .button-primary').first().click()
    await page.getByRole('dialog').waitFor()
    await lookAt('draft')
    await page.keyboard.press('Escape')
    await page.getByRole('tab').nth(2).click()
    await page.getByTestId('answer-proposal').first().waitFor()
    await lookAt('answers')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  describe('messages', () => {
    it('are decided by single keys, one after the other, and each act can be taken back', async () => {
      const page = await open()
      await press(page, 'a', LAMP)
      await told(page).getByText('Accepted: Return something.').waitFor()
      await press(page, '2', REFUND)
      await shown(page).getByText('Nothing is proposed').waitFor()
      await page.keyboard.press('x')
      await told(page).getByText('Rejected.').waitFor()
      await press(page, 'n', WRAP)
      await told(page).getByText('Accepted: No need yet.').waitFor()
      await choice(page, 'Accepted').getByText('3').waitFor()
      await page.getByText('4 of 6 reviewed.').waitFor()
      const acts = () => stub.posts.map(({ path, body }) => [path, (body as { act: unknown }).act])
      await expect.poll(acts).toEqual([
        ['candidates/c1', { kind: 'accept', meant: { kind: 'need', need: 'return-item' } }],
        ['candidates/c2', { kind: 'accept', meant: { kind: 'need', need: 'refund-status' } }],
        ['candidates/c3', { kind: 'reject' }],
        ['candidates/c4', { kind: 'accept', meant: { kind: 'none' } }],
      ])

      await page.keyboard.press('u')
      await shown(page).getByText(WRAP, { exact: true }).waitFor()
      await told(page).getByText(`Undone: “${WRAP}”.`).waitFor()
      for (const _ of [1, 2, 3]) await page.keyboard.press('u')
      await shown(page).getByText(LAMP, { exact: true }).waitFor()
      await page.getByText('0 of 6 reviewed.').waitFor()
      expect(await told(page).getByRole('button').count()).toBe(0)
      // The page shows an act at once; it is done when it has been sent.
      await expect.poll(() => stub.candidates.map(({ state }) => state)).toEqual(Array(6).fill('pending'))
      await page.context().close()
    })

    it('are accepted only with the proposal in sight: where people differ the key does nothing', async () => {
      const page = await open()
      await shown(page).waitFor()
      await page.locator('.row').nth(2).click()
      await shown(page).getByText('Nothing is proposed').waitFor()
      await page.keyboard.press('a')
      await page.keyboard.press('j')
      await shown(page).getByText(WRAP, { exact: true }).waitFor()
      expect(stub.posts).toEqual([])
      await page.context().close()
    })

    it('take the focus when they come, so that who cannot see hears the next one', async () => {
      const page = await open()
      await shown(page).waitFor()
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
      await page.getByRole('button', { name: 'Accept: Return something' }).click()
      await page.locator('article:focus', { hasText: REFUND }).waitFor()
      await page.keyboard.press('k')
      await page.keyboard.press('j')
      await page.locator('article:focus', { hasText: 'same paragraph twice' }).waitFor()
      await page.context().close()
    })

    it('may mean any need of the pack, found and accepted without a mouse', async () => {
      const page = await open()
      await shown(page).waitFor()
      await page.keyboard.press('c')
      await page.getByRole('searchbox').fill('addr')
      await page.keyboard.press('Enter')
      await page.locator('dialog button[type=submit]:focus').waitFor()
      await page.keyboard.press('Enter')
      await told(page).getByText('Accepted: Change the delivery address of an order.').waitFor()
      await page.locator('article:focus', { hasText: REFUND }).waitFor()
      await expect
        .poll(() => stub.posts.map(({ body }) => body))
        .toEqual([{ version: 1, act: { kind: 'accept', meant: { kind: 'need', need: 'change-address' } } }])
      await page.context().close()
    })

    it('do not take what is typed into the search for acts', async () => {
      const page = await open()
      await shown(page).waitFor()
      await page.keyboard.press('c')
      await page.getByRole('searchbox').pressSequentially('anxub1')
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(stub.posts).toEqual([])
      await page.context().close()
    })

    it('that were decided are changed or put back, and by whom is said', async () => {
      const page = await open()
      await press(page, 'a', LAMP)
      await press(page, 'a', REFUND)
      await choice(page, 'Accepted').click()
      await shown(page)
        .getByText(/Accepted as “Return something” by Ann Able.*The next model learns from it/)
        .waitFor()
      await page.keyboard.press('2')
      await shown(page)
        .getByText(/Accepted as “How long refunds take” by Ann Able/)
        .waitFor()
      expect(await rows(page)).toEqual([LAMP, REFUND])
      await page.getByRole('button', { name: `Undo, back to review: ${REFUND}` }).click()
      await told(page).getByText('Back to review.').waitFor()
      await page.locator('article:focus', { hasText: LAMP }).waitFor()
      await page.waitForFunction(() => document.querySelectorAll('.row').length === 1)
      // The undo of a change is the meaning there was.
      await page.keyboard.press('u')
      await page.keyboard.press('u')
      await shown(page)
        .getByText(/Accepted as “Return something” by Ann Able/)
        .waitFor()
      const decided = () => stub.candidates.slice(0, 2).map(({ state, decided }) => [state, decided?.meant])
      await expect.poll(decided).toEqual([
        ['accepted', { kind: 'need', need: 'return-item' }],
        ['accepted', { kind: 'need', need: 'refund-status' }],
      ])
      await page.context().close()
    })

    it('show an act at once, and send a hasty undo after what it undoes', async () => {
      const page = await open()
      let release = () => {}
      stub.held = new Promise((resolve) => {
        release = resolve
      })
      await press(page, 'a', LAMP)
      await shown(page).getByText(REFUND, { exact: true }).waitFor()
      await told(page).getByText('Saving').waitFor()
      await page.keyboard.press('u')
      await shown(page).getByText(LAMP, { exact: true }).waitFor()
      expect(stub.posts).toEqual([])
      release()
      await told(page).getByText('Saving').waitFor({ state: 'detached' })
      expect(stub.posts.map(({ body }) => body)).toEqual([
        { version: 1, act: { kind: 'accept', meant: { kind: 'need', need: 'return-item' } } },
        { version: 2, act: { kind: 'undo' } },
      ])
      expect(await rows(page)).toHaveLength(6)
      await page.context().close()
    })

    it('come back where they stood when the line is down, and the page says what was not saved', async () => {
      const page = await open()
      stub.failNext = 'UNREACHABLE'
      await press(page, 'a', LAMP)
      await told(page).getByText(`Not saved: “${LAMP}”.`).waitFor()
      expect((await rows(page))[0]).toBe(LAMP)
      await page.getByText('0 of 6 reviewed.').waitFor()
      expect(await told(page).getByRole('button').count()).toBe(0)
      await press(page, 'k', REFUND)
      await press(page, 'a', LAMP)
      await page.getByText('1 of 6 reviewed.').waitFor()
      await page.context().close()
    })

    it('are decided by one of two managers; the other is told and sees what there is now', async () => {
      const ann = await open()
      const bo = await open('messages', {}, 'Bo')
      await shown(ann).getByText(LAMP).waitFor()
      await press(bo, 'x', LAMP)
      await told(bo).getByText('Rejected.').waitFor()
      await bo.getByText('1 of 6 reviewed.').waitFor()
      await expect.poll(() => stub.candidates[0]?.state).toBe('rejected')
      await press(ann, 'a', LAMP)
      await told(ann)
        .getByText(/Not saved.*Somebody else has decided on this message/)
        .waitFor()
      await choice(ann, 'Rejected').getByText('1').waitFor()
      expect(await rows(ann)).not.toContain(LAMP)
      expect(stub.candidates[0]).toMatchObject({ state: 'rejected', decided: { byName: 'Bo' } })
      await ann.context().close()
      await bo.context().close()
    })

    it('of another state are shown without losing the place of who chose it', async () => {
      const page = await open()
      await choice(page, 'Rejected').focus()
      await page.keyboard.press('Enter')
      await page.getByText('No message has been rejected.').waitFor()
      expect(await choice(page, 'Rejected').evaluate((button) => button === document.activeElement)).toBe(true)
      await page.context().close()
    })

    it('are shown in one language when that is wanted', async () => {
      const page = await open()
      await shown(page).waitFor()
      await page.getByLabel('Language', { exact: true }).selectOption('zh')
      await shown(page).getByText(REFUND, { exact: true }).waitFor()
      expect(await rows(page)).toEqual([REFUND, '能换个地址吗？[地址]'])
      expect(await page.locator('.row-text').first().getAttribute('lang')).toBe('zh-CN')
      await page.context().close()
    })

    it('follow when a full list runs out, and at the end the page says where they come from', async () => {
      stub.candidates = Array.from({ length: 104 }, (_, i) => candidate(`n${i}`, `message ${i}`))
      const page = await open()
      await page.getByText('4 more follow.').waitFor()
      for (let i = 0; i < 104; i++) await press(page, 'x', `message ${i}`)
      await page.getByText('There is nothing to review.').waitFor()
      await page.getByText(/Messages come here by themselves/).waitFor()
      await page.getByText('104 of 104 reviewed.').waitFor()
      await page.locator('.empty:focus').waitFor()
      await expect.poll(() => stub.candidates.every(({ state }) => state === 'rejected')).toBe(true)
      expect(await accessibilityProblems(page)).toEqual([])
      await page.context().close()
    })

    it('are worked through in Chinese too', async () => {
      const page = await open('messages', { locale: 'zh-CN' })
      await press(page, 'a', LAMP)
      await told(page).getByText('已采纳：退货。').waitFor()
      await press(page, 'u', REFUND)
      await told(page).getByText(`已撤销：“${LAMP}”。`).waitFor()
      await page.context().close()
    })

    it('are decided by touch on a phone, where no keys are named', async () => {
      const page = await open('messages', { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true })
      expect(await page.locator('kbd:visible').count()).toBe(0)
      await page.getByRole('button', { name: 'Accept: Return something' }).tap()
      await told(page).getByText('Accepted: Return something.').waitFor()
      await shown(page).getByText(REFUND, { exact: true }).waitFor()
      const { y = -1 } = (await shown(page).locator('blockquote').boundingBox()) ?? {}
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(300)
      await told(page).getByRole('button', { name: 'Undo' }).tap()
      await shown(page).getByText(LAMP, { exact: true }).waitFor()
      await page.context().close()
    })
  })

  describe('missing needs', () => {
    it('become draft needs of the pack, with name and titles as the manager wants them', async () => {
      const page = await open('backlog')
      const first = page.getByTestId('backlog-item').first()
      expect(await first.textContent()).toMatch(/Gift wrap.*26 messages.*21 customers.*9 handovers.*4 dissatisfied/)
      await first.getByRole('button', { name: 'Make a draft need for “Gift wrap”' }).click()
      const dialog = page.getByRole('dialog')
      expect(await dialog.getByLabel('Name in the pack').inputValue()).toBe('gift-wrap')
      await dialog.getByLabel('Name in the pack').fill('Gift Wrap')
      expect(await dialog.getByRole('button', { name: 'Make a draft need' }).isDisabled()).toBe(true)
      await dialog.getByLabel('Name in the pack').fill('gift-wrapping')
      await dialog.getByLabel('Chinese title').fill('礼品包装')
      stub.failNext = 'NEED_EXISTS'
      await page.keyboard.press('Enter')
      await dialog.getByText('The pack already has a need of this name.').waitFor()
      await page.keyboard.press('Enter')
      await dialog.getByText('needs/gift-wrapping.yaml').waitFor()
      await dialog.getByText('5 English examples added').waitFor()
      await dialog.getByText('A model is now trained on it.').waitFor()
      await dialog.locator('button:focus', { hasText: 'Close' }).waitFor()
      await page.keyboard.press('Enter')
      await first.getByText('The pack has the need “gift-wrapping” for it.').waitFor()
      await page.locator('p:focus', { hasText: 'Messages that no need of the pack covers' }).waitFor()
      expect(stub.posts.at(-1)?.body).toEqual({
        cluster: 'g1',
        from: '2026-02-03',
        to: '2026-03-04',
        name: 'gift-wrapping',
        title: { en: 'Gift wrap', zh: '礼品包装' },
      })
      await page.context().close()
    })

    it('are only shown where the server may not write the pack, and that is explained', async () => {
      stub.writable = false
      const page = await open('backlog')
      await page.getByText(/may not write the pack’s folder/).waitFor()
      expect(await page.getByRole('button', { name: /draft need/ }).count()).toBe(0)
      await page.getByRole('tab', { name: 'Answers' }).click()
      await page.getByText(/no answer can be taken over here/).waitFor()
      expect(await page.getByRole('button', { name: /Take over/ }).count()).toBe(0)
      expect(await page.getByRole('textbox').first().isEditable()).toBe(false)
      await page.context().close()
    })

    it('are told to be none where there are none', async () => {
      stub.items = []
      const page = await open('backlog')
      await page.getByText(/No group of messages without a need/).waitFor()
      await page.context().close()
    })
  })

  describe('answers', () => {
    it('of agents stand beside the pack’s with their ratings, and are taken over as they were changed', async () => {
      const page = await open('answers')
      const first = page.getByTestId('answer-proposal').first()
      await first.getByText('Rated 1.9 of 5 (23 ratings, likely 1.5 to 2.3).').waitFor()
      await first.getByText('Rated 4.6 of 5 (9 ratings, likely 4.2 to 5).').waitFor()
      await first.getByRole('textbox').fill('Refunds take up to seven days.')
      await first.getByRole('button', { name: /^Take over/ }).click()
      await first.getByText('needs/refund-status.yaml').waitFor()
      await first.getByText('The bot answers with it in a few seconds.').waitFor()
      await page.locator('h2:focus', { hasText: 'How long refunds take' }).waitFor()
      expect(stub.posts.map(({ body }) => body)).toEqual([
        {
          need: 'refund-status',
          language: 'en',
          text: 'Refunds take up to seven days.',
          replaces: 'Refunds take some time. Please be patient.',
        },
      ])
      expect(await accessibilityProblems(page)).toEqual([])
      await page.context().close()
    })

    it('that somebody changed meanwhile are shown as they are now, and what was typed stays', async () => {
      const page = await open('answers')
      const first = page.getByTestId('answer-proposal').first()
      await first.getByRole('textbox').fill('Refunds take up to seven days.')
      const [proposal, ...others] = stub.proposals
      if (!proposal) throw new Error('there are two proposals')
      stub.proposals = [{ ...proposal, current: { ...proposal.current, text: 'A week.' } }, ...others]
      stub.failNext = 'ANSWER_CHANGED'
      await first.getByRole('button', { name: /^Take over/ }).click()
      await first.getByText('This answer has been changed in the pack in the meantime.').waitFor()
      await first.getByText('A week.').waitFor()
      expect(await first.getByRole('textbox').inputValue()).toBe('Refunds take up to seven days.')
      await first.getByRole('button', { name: /^Take over/ }).click()
      await first.getByText('needs/refund-status.yaml').waitFor()
      expect(stub.posts.at(-1)?.body).toMatchObject({ replaces: 'A week.' })
      await page.context().close()
    })
  })

  describe('with a server behind it', () => {
    const MESSAGES = [
      'may I bring the lamp back, the box is open',
      'purple trombones are heavy',
      '我的东西怎么还没有到',
    ]

    beforeAll(async () => {
      const store = await openStore(join(folder.path, 'candor.db'))
      const at = Date.now()
      const gathered = MESSAGES.map((text, seq) => ({
        conversationId: `conversation-${seq}`,
        customerId: `customer-${seq}`,
        seq: 1,
        at,
        origin: 'handed-over' as const,
        language: /\p{Script=Han}/u.test(text) ? ('zh' as const) : ('en' as const),
        text,
        key: text,
      }))
      await store.candidates.gather(gathered, randomUUID)
      for (const name of ['Mia', 'Bo']) {
        const person = { id: name, name, email: `${name}@shop.test`, role: 'manager', createdAt: 0 } as const
        await store.people.add({ ...person, languages: ['en'], queues: [], capacity: 5 }, await hashPassword(PASSWORD))
      }
      await store.close()
    })

    async function signedIn(name: string): Promise<Page> {
      const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
      const data = { email: `${name}@shop.test`, password: PASSWORD }
      expect((await context.request.post(`${server.url}/api/session`, { data })).status()).toBe(200)
      const page = await context.newPage()
      await page.goto(`${server.url}/review`)
      await shown(page).waitFor()
      return page
    }

    it('keeps what two managers decide, and lets neither overwrite the other unseen', async () => {
      const [mia, bo] = [await signedIn('Mia'), await signedIn('Bo')]
      expect((await rows(mia)).sort()).toEqual([...MESSAGES].sort())
      expect(await rows(bo)).toEqual(await rows(mia))
      const first = (await rows(mia))[0] ?? ''
      await mia.keyboard.press('1')
      await mia.getByText('1 of 3 reviewed.').waitFor()
      await bo.keyboard.press('x')
      await told(bo)
        .getByText(/Somebody else has decided on this message/)
        .waitFor()
      await bo.getByText('1 of 3 reviewed.').waitFor()
      expect(await rows(bo)).not.toContain(first)

      await choice(bo, 'Accepted').click()
      await shown(bo).getByText(first, { exact: true }).waitFor()
      await shown(bo)
        .getByText(/by Mia/)
        .waitFor()
      await bo.keyboard.press('n')
      await shown(bo)
        .getByText(/Accepted as “No need yet” by Bo/)
        .waitFor()
      await bo.keyboard.press('u')
      await shown(bo).locator('.decided', { hasText: 'by Bo' }).waitFor()
      await bo.keyboard.press('b')
      await bo.getByText('0 of 3 reviewed.').waitFor()
      await told(bo).getByText('Saving').waitFor({ state: 'detached' })

      const store = await openStore(join(folder.path, 'candor.db'))
      expect(await store.candidates.counts()).toEqual({ pending: 3, accepted: 0, rejected: 0 })
      await store.close()
      await mia.context().close()
      await bo.context().close()
    })
  })

  it('keeps the view in the address and changes it by arrows', async () => {
    const page = await open('answers')
    const chosen = () => page.getByRole('tab', { selected: true }).textContent()
    expect(await chosen()).toBe('Answers')
    await page.getByRole('tab', { selected: true }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await chosen()).toBe('Messages')
    await page.keyboard.press('ArrowRight')
    expect([await chosen(), new URL(page.url()).hash]).toEqual(['Missing needs', '#backlog'])
    await page.reload()
    await page.getByTestId('backlog-item').first().waitFor()
    await page.context().close()
  })
})
