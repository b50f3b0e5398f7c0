import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskMessage, DeskQueue } from '../../bot/http/api.ts'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('what an agent corrects', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  /** A request as the desk's page sends it. */
  function ask<Answer>(desk: Page, path: string, body?: object): Promise<Answer> {
    return desk.evaluate(
      async ([url, sent]) => {
        const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string }
        const headers = { 'content-type': 'application/json', 'x-candor-csrf': csrfToken }
        const answer = await fetch(
          url,
          sent === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(sent) },
        )
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
        return (await answer.json()) as Answer
      },
      [path, body] as const,
    )
  }

  it('stands in the customer’s chat in the place of the first words, and says that it is edited', async () => {
    const visitors = people(browser, server, folder.path)
    const desk = await visitors.signInAs('ann@example.com', 'agent')
    await desk.getByText('Nobody is waiting.').waitFor()
    const page = await visitors.openChat('zh-CN', '在线客服')
    const chat = page.frameLocator('iframe')
    await write(chat, '输入消息', '转人工')
    await chat.getByText(/正在为您转接人工客服/).waitFor()

    await desk.getByTestId('escalation').first().waitFor()
    const { waiting } = await ask<DeskQueue>(desk, '/api/desk/queue')
    const conversation = `/api/desk/conversations/${waiting[0]?.conversationId}`
    await ask(desk, `/api/desk/escalations/${waiting[0]?.id}/accept`, {})
    const { message } = await ask<{ message: DeskMessage }>(desk, `${conversation}/messages`, { text: '周日送到' })
    await chat.getByText('周日送到').waitFor()

    await ask(desk, `${conversation}/messages/${message.seq}/correct`, { text: '周一送到' })
    await ask(desk, `${conversation}/notes`, { text: '内部备注' })
    const line = chat.locator('.line', { hasText: '周一送到' })
    await line.waitFor()
    expect(await line.count()).toBe(1)
    expect(await line.textContent()).toContain('已更正')
    expect(await chat.locator('.log').textContent()).not.toContain('周日送到')

    await ask(desk, `${conversation}/transfer`, { to: { queue: 'general' } })
    await chat.getByText(/正在为您转给另一位同事/).waitFor()
    expect(await chat.getByRole('status').first().textContent()).toContain('正在转给另一位同事')
    expect(await chat.locator('body').textContent()).not.toContain('内部备注')
    for (const frame of page.frames()) expect(await accessibilityProblems(frame)).toEqual([])

    // It is the same after everything was read anew.
    await page.reload()
    await page.getByRole('button', { name: '在线客服' }).click()
    await chat.locator('.line', { hasText: '周一送到' }).waitFor()
    expect(await chat.locator('.log').textContent()).not.toContain('周日送到')
  }, 120_000)
})
