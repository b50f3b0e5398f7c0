import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type People, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('the whole road, in a real browser', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let visitors: People
  let customer: Page
  let chat: FrameLocator
  let agent: Page

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    visitors = people(browser, server, folder.path)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  it('answers an English customer with source and confidence', async () => {
    customer = await visitors.openChat('en-US', 'Chat with us')
    chat = customer.frameLocator('iframe')
    await write(chat, 'Your message', 'How can I get an invoice?')
    const answer = chat.locator('[data-kind="answer"]').last()
    await answer.getByText('Source').waitFor()
    expect(await answer.textContent()).toMatch(/invoice/i)
    expect(await answer.textContent()).toMatch(/\d+ % sure|sure \(\d+/i)
  })

  it('shows what a customer writes as text, never as HTML', async () => {
    await write(chat, 'Your message', '<img src=x onerror="document.title=1"> <b>bold</b>')
    await chat.getByText('<b>bold</b>').waitFor()
    expect(await chat.locator('.bubble b').count()).toBe(0)
  })

  it('hands over when the customer asks for a person, says that none is there, and until when one answers', async () => {
    await chat.getByRole('button', { name: 'Talk to a person' }).last().click()
    const handover = chat.locator('[data-kind="handover"]')
    await handover.waitFor()
    expect(await handover.textContent()).toMatch(/None of us is here right now.+a person answers by/)
    expect(await chat.locator('.attendance').textContent()).toMatch(
      /Nobody is here right now.+answers here by .*\d:\d\d/,
    )
  })

  it('notes how the customer wants to be reached, while the bot stays silent', async () => {
    await write(chat, 'Your message', 'write to cy@example.com')
    await chat.getByText('Noted: we can reach you at cy@example.com').waitFor()
    expect(await chat.locator('[data-from="bot"]').last().getAttribute('data-kind')).toBe('handover')
  })

  it('shows the agent who waits and why, and gives the conversation to the first who accepts', async () => {
    agent = await visitors.signInAs('ann@example.com', 'agent')
    // The customer is offered to the agent; a supervisor may take them all the same.
    const second = await visitors.signInAs('bo@example.com', 'manager')
    await second.getByRole('link', { name: 'Desk' }).click()
    const waiting = (page: Page) => page.getByTestId('escalation').first()
    await waiting(agent).waitFor()
    expect(await waiting(agent).textContent()).toMatch(/asked for a person/i)
    await waiting(second).waitFor()

    const accepts = await Promise.all(
      [agent, second].map((page) => page.getByRole('button', { name: /^Accept:/ }).elementHandle()),
    )
    // Both at once: for whoever is second the button may be gone before a careful click.
    await Promise.all(accepts.map((button) => button?.evaluate((element) => (element as HTMLElement).click())))
    const replyBoxes = [agent, second].map((page) => page.getByRole('textbox', { name: /Your reply to/ }))
    await expect
      .poll(async () => (await Promise.all(replyBoxes.map((box) => box.count()))).join())
      .toMatch(/^(1,0|0,1)$/)
    const annWon = (await replyBoxes[0]?.count()) === 1
    const loser = annWon ? second : agent
    await loser.getByText(/was faster/).waitFor()
    if (!annWon) agent = second
    await loser
      .getByText(annWon ? /^ann/ : /^bo/)
      .first()
      .waitFor()
  })

  it('shows the agent what the bot understood, and carries the answer to the customer', async () => {
    await agent.getByText('What the bot understood').first().waitFor()
    await agent.getByRole('textbox', { name: /Your reply to/ }).fill('Hello, I will send you the invoice by e-mail.')
    await agent.getByRole('button', { name: 'Send', exact: true }).click()
    await chat.getByText('Hello, I will send you the invoice by e-mail.').waitFor()
    await write(chat, 'Your message', 'Great, that is all I need.')
    await agent.getByText('Great, that is all I need.').first().waitFor()
  })

  it('finds its place again after a reload, with every message once', async () => {
    await customer.reload()
    await customer.getByRole('button', { name: 'Chat with us' }).click()
    await chat.getByText('Great, that is all I need.').waitFor()
    expect(await chat.getByText('Hello, I will send you the invoice by e-mail.').count()).toBe(1)
  })

  it('asks the customer how it went once the agent has resolved it', async () => {
    await agent
      .getByRole('button', { name: /^Resolve/ })
      .first()
      .click()
    await agent.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
    await chat.getByText('5 – very happy').click()
    await chat.getByText('Yes', { exact: true }).click()
    await chat.getByRole('button', { name: 'Send' }).first().click()
    await chat
      .getByText(/Thank you/)
      .first()
      .waitFor()
  })

  it('serves a Chinese customer in Chinese, clarifies, and takes the pick', async () => {
    const page = await visitors.openChat('zh-CN', '在线客服')
    const frame = page.frameLocator('iframe')
    await write(frame, '输入消息', '我要退货')
    await frame.locator('[data-kind="answer"]').first().waitFor()
    expect(await frame.locator('[data-kind="answer"]').first().textContent()).toMatch(/退货/)
    await write(frame, '输入消息', '那个东西怎么弄')
    const options = frame.locator('[data-kind="clarification"]').getByRole('button')
    await options.first().waitFor()
    const picked = (await options.first().textContent()) ?? ''
    await options.first().click()
    await frame.locator('[data-from="customer"]').getByText(picked).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('shows the manager what happened', async () => {
    const manager = await visitors.signInAs('mia@example.com', 'manager')
    const figure = (metric: string) => manager.getByTestId(`tile-${metric}`).locator('.tile-main').textContent()
    await expect.poll(() => figure('conversations')).toBe('2')
    expect(await figure('escalations')).toBe('1')
    // One rating is no satisfaction rate, and the page says so.
    expect(await figure('csat-agent')).toMatch(/1 of 1.*too few to tell/)
    expect(await figure('csat-bot')).toMatch(/no data yet/)
    expect(await manager.getByRole('region', { name: /trust/i }).last().textContent()).toMatch(/dl_/)
    expect(await accessibilityProblems(manager)).toEqual([])
  })

  it('has pages in which axe-core finds nothing', async () => {
    expect(await accessibilityProblems(agent)).toEqual([])
    for (const frame of customer.frames()) expect(await accessibilityProblems(frame)).toEqual([])
  })
})
