import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { type People, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('a question that the bot does not understand, asked three ways', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let visitors: People
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

  const open = async (text: string) => {
    await agent.getByTestId('escalation').filter({ hasText: text }).locator('.escalation-open').click()
    const why = agent.locator('.why')
    await why.waitFor()
    return why
  }

  it('leads to a clarification that says what was understood, then to a person', async () => {
    const page = await visitors.openChat('en-US', 'Chat with us')
    const chat = page.frameLocator('iframe')
    await write(chat, 'Your message', 'Do I get the delivery fee back when the parcel is late?')
    await chat.locator('[data-kind="answer"]').first().waitFor()

    await write(
      chat,
      'Your message',
      "That's not what I asked. My parcel came late, who gives me the shipping money back",
    )
    const clarification = chat.locator('[data-kind="clarification"]')
    await clarification.first().getByRole('button', { name: 'Talk to a person' }).waitFor()
    expect(await clarification.first().textContent()).toMatch(/My answer about “.+” was not what you needed;/)

    const ask = chat.getByRole('button', { name: 'What did you understand?' })
    await ask.focus()
    await page.keyboard.press('Enter')
    await clarification.nth(1).waitFor()
    expect(await clarification.nth(1).textContent()).toMatch(/My answer about “.+” was not what you needed;/)
    for (const frame of page.frames()) expect(await accessibilityProblems(frame)).toEqual([])

    await write(chat, 'Your message', 'I mean money for being late')
    await chat.locator('[data-kind="handover"]').waitFor()
    expect(await chat.getByRole('button', { name: 'What did you understand?' }).count()).toBe(0)
  })

  it('shows the agent why: the parts of the gap, the reasons, and what was tried', async () => {
    agent = await visitors.signInAs('ann@example.com', 'agent')
    const why = await open('I mean money for being late')
    for (const part of ['Understanding', 'Details', 'Answer']) {
      expect(await why.locator('.gap-parts li').filter({ hasText: part }).textContent()).toMatch(/\d+ %$/)
    }
    expect(await why.locator('.gap-reasons').textContent()).toMatch(/asking back did not help \+0\.\d\d/)

    const steps = await why.locator('.tried > li').allTextContents()
    expect(steps).toHaveLength(4)
    expect(steps[0]).toMatch(/Answered: .+ \(belief \d+ %\) — the customer refused it/)
    expect(steps[1]).toMatch(/Offered: .+ — the customer picked nothing/)
    expect(steps[2]).toMatch(/Said what it had understood/)
    expect(steps[3]).toMatch(/Handed over: /)
  })

  it('shows on demand what else could have been done, and what it is worth', async () => {
    const offered = agent.locator('.tried > li').nth(1)
    await offered.getByText('What else could have been done').focus()
    await agent.keyboard.press('Enter')
    await offered.getByText('Hand over').waitFor()
    const weighed = (await offered.locator('.weighed').textContent()) ?? ''
    expect(weighed).toMatch(/Offer: .+ · done[+−]\d\.\d\d/)
    expect(weighed).toMatch(/answers only above a belief of \d+ %/)
    expect(await accessibilityProblems(agent)).toEqual([])
  })

  it('is the same road in Chinese', async () => {
    const page = await visitors.openChat('zh-CN', '在线客服')
    const chat = page.frameLocator('iframe')
    await write(chat, '输入消息', '包裹晚到了，你们赔钱吗')
    const clarification = chat.locator('[data-kind="clarification"]').first()
    await clarification.waitFor()
    expect(await clarification.textContent()).toMatch(/我还没弄明白您需要什么|但还不能确定/)
    await write(chat, '输入消息', '晚到了能补偿我吗')
    await chat.locator('[data-kind="handover"]').waitFor()

    await agent.getByRole('button', { name: '中文' }).click()
    const why = await open('晚到了能补偿我吗')
    const steps = await why.locator('.tried > li').allTextContents()
    expect(steps[0]).toMatch(/给出选项：.+ — 顾客没有选择/)
    expect(steps[1]).toMatch(/转人工：/)
    expect(await why.locator('.gap-parts').textContent()).toMatch(/理解\d+%细节\d+%回答\d+%/)
    expect(await accessibilityProblems(agent)).toEqual([])
  })
})
