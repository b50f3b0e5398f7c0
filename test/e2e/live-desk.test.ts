import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, hasBrowser, launchBrowser } from '../support/browser.ts'
import { acceptOffered, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('the live desk', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let shop: Page
  let chat: FrameLocator
  let desk: Page

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    const { openChat, signInAs } = people(browser, server, folder.path)
    shop = await openChat('en-US', 'Chat with us')
    chat = shop.frameLocator('iframe')
    await write(chat, 'Your message', 'I would like to talk to a person, please.')
    desk = await signInAs('gloria@shop.example', 'agent')
    await acceptOffered(desk)
    await desk.getByRole('textbox').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  const transcript = () => desk.locator('.transcript .message[data-from="customer"] .message-text')

  it('catches up after its line was down, with each message once and in order', async () => {
    await write(chat, 'Your message', 'Are you there?')
    await transcript().getByText('Are you there?').waitFor()
    await desk.context().setOffline(true)
    const sayings = Array.from({ length: 12 }, (_, index) => `And another thing, the ${index + 1}th.`)
    for (const saying of sayings) await write(chat, 'Your message', saying)
    await chat.locator('[data-from="customer"][data-delivery="stored"]').getByText('the 12th').waitFor()
    expect(await transcript().getByText('another thing').count()).toBe(0)
    await desk.context().setOffline(false)
    await transcript().getByText('the 12th').waitFor()
    const shown = await transcript().allTextContents()
    expect(shown.slice(-13)).toEqual(['Are you there?', ...sayings])
  })

  it('shows the customer who is writing until the message is there, and says it to the ear once', async () => {
    const announcements = chat.locator('[role="status"]').getByText('gloria is writing …')
    const typing = () =>
      desk.evaluate(async () => {
        const socket = new WebSocket(`ws://${location.host}/api/desk/live`)
        await new Promise((resolve) => socket.addEventListener('open', resolve))
        socket.send(JSON.stringify({ kind: 'typing', conversationId: decodeURIComponent(location.hash.slice(1)) }))
      })
    await typing()
    await chat.locator('.typing').getByText('gloria is writing …').waitFor()
    expect(await announcements.count()).toBe(1)
    const frame = shop.frames().find((each) => each.url().includes('/chat/'))
    if (!frame) throw new TypeError('the chat is not there')
    expect(await accessibilityProblems(frame)).toEqual([])
    await desk.getByRole('textbox').fill('It is on its way.')
    await desk.getByRole('textbox').press('Enter')
    await chat.getByText('It is on its way.').waitFor()
    await chat.locator('.typing').waitFor({ state: 'detached' })
    expect(await announcements.count()).toBe(0)
  })

  it('shows under the last message of the customer that the agent has read it', async () => {
    await write(chat, 'Your message', 'Thank you so much.')
    const line = chat.locator('.line[data-from="customer"]').last()
    await line.getByText('Read', { exact: true }).waitFor()
    expect(await chat.getByText('Read', { exact: true }).count()).toBe(1)
  })
})
