import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type People, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('an agent who is helped with the answer', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let visitors: People
  let agent: Page

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    visitors = people(browser, server, folder.path)
    agent = await visitors.signInAs('ann@example.com', 'agent')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  /** A customer whom the bot could not help, and whom the agent has accepted. */
  async function served(question: string): Promise<FrameLocator> {
    const chat = (await visitors.openChat('en-US', 'Chat with us')).frameLocator('iframe')
    await write(chat, 'Your message', question)
    await chat.locator('[data-kind="answer"]').first().waitFor()
    await write(chat, 'Your message', 'I want to talk to a person')
    await chat.getByText(/handing you over to a person/).waitFor()
    // The card itself says "to accept", too.
    await agent
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click()
    await reply().waitFor()
    await unfold()
    return chat
  }

  const reply = () => agent.getByRole('textbox', { name: /^Your reply|回复/ })
  const panel = () => agent.locator('.help-panel')
  /** Whatever is folded where space is short. */
  const unfold = () =>
    agent.evaluate(() => {
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('details:has(.help-body)')) folded.open = true
    })

  it('sees what the customer needs, and inserts a canned reply by the keyboard alone', async () => {
    const chat = await served('How do exchanges work?')
    await agent.getByText('Exchange for another size or colour', { exact: true }).first().waitFor()
    await panel().getByText('None. This is the first one').waitFor()

    await reply().focus()
    await agent.keyboard.press('/')
    const dialog = agent.getByRole('dialog', { name: 'Canned replies' })
    await dialog.getByText('6 replies').waitFor()
    await agent.keyboard.type('found')
    await dialog.getByText('1 reply').waitFor()
    expect(await accessibilityProblems(agent)).toEqual([])
    await agent.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await expect
      .poll(() => reply().inputValue())
      .toBe('Thank you, I have found order [orderNumber]. I am checking now where it stands.')
    // The place to fill is marked, so that typing fills it; and undone it is what it was.
    await agent.keyboard.type('CD-104233')
    await expect.poll(() => reply().inputValue()).toContain('order CD-104233. I am')
    expect(await chat.getByText('I have found order').count()).toBe(0)

    await reply().fill('I have put the large blanket aside for you; send the small one back when it has come.')
    await agent.keyboard.press('Enter')
    await chat.getByText('send the small one back').waitFor()
    await agent.getByRole('button', { name: /^Resolve/ }).click()
    await agent.getByRole('button', { name: 'Resolve', exact: true }).click()
    await agent.getByText('The conversation was resolved').waitFor()
  })

  it('is offered what helped before, puts it in where the cursor stands, and sends it when they want', async () => {
    const chat = await served('Can I exchange the blanket for a larger one?')
    await panel()
      .getByRole('button', { name: /send the small one back/ })
      .waitFor()
    const text = await panel().textContent()
    expect(text).toMatch(/From resolved conversations · about Exchange for another size or colour · used once/)
    await reply().fill('So sorry!  Yours, Ann')
    await reply().evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(10, 10))
    await agent.keyboard.press('Alt+1')
    await expect.poll(() => reply().inputValue()).toMatch(/^So sorry! .{20,} Yours, Ann$/)
    await agent.keyboard.press('Control+z')
    await expect.poll(() => reply().inputValue()).toBe('So sorry!  Yours, Ann')

    // A text for the customer goes to the answer, also while a note is written.
    await agent.getByRole('button', { name: 'Internal note', exact: true }).click()
    await agent.getByRole('textbox', { name: /^Internal note/ }).fill('Knows the blanket')
    await agent.keyboard.press('Alt+1')
    await expect.poll(() => reply().inputValue()).toMatch(/.{40,}/)
    await agent.getByRole('button', { name: 'Internal note', exact: true }).click()
    expect(await agent.getByRole('textbox', { name: /^Internal note/ }).inputValue()).toBe('Knows the blanket')
    await agent.getByRole('button', { name: 'To the customer' }).click()
    await reply().fill('')

    // Outside of the box the digit alone does it.
    await agent.locator('#conversation-title').click()
    await reply().evaluate((box: HTMLTextAreaElement) => box.blur())
    await agent.keyboard.press('1')
    await expect.poll(() => reply().inputValue()).toMatch(/.{40,}/)
    expect(await reply().evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await chat.locator('[data-from="agent"]').count()).toBe(0)
    expect(await accessibilityProblems(agent)).toEqual([])
  })

  it('finds it in Chinese and on a small screen, with nothing cut off', async () => {
    await agent.getByRole('button', { name: '中文' }).click()
    await agent.setViewportSize({ width: 390, height: 844 })
    await unfold()
    expect(await panel().textContent()).toMatch(/来自已解决的会话 · 关于.+ · 用过 1 次/)
    await agent.getByRole('button', { name: /常用回复/ }).click()
    await agent.getByRole('dialog', { name: '常用回复' }).getByText('6 条回复').waitFor()
    expect(await accessibilityProblems(agent)).toEqual([])
    const tooWide = await agent.evaluate(() =>
      Array.from(document.querySelectorAll('.help-panel *, dialog *, .reply *'))
        .filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    expect(tooWide).toEqual([])
    expect(await agent.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  it('works on when the help cannot be read', async () => {
    await agent.setViewportSize({ width: 1280, height: 800 })
    await agent.keyboard.press('Escape')
    await agent.route('**/help', (route) => route.abort())
    await agent.reload()
    await reply().waitFor()
    await unfold()
    await agent.getByText('建议读取失败').waitFor()
    await reply().fill('We carry on without it.')
    await agent.keyboard.press('Enter')
    await agent.locator('.transcript').getByText('We carry on without it.').waitFor()
  })
})
