import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { acceptOffered, type People, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('the road from a handover to what the bot may learn', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let visitors: People

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

  it('a message that no need covers reaches the manager with the agent’s verdict, without the address in it', async () => {
    const agent = await visitors.signInAs('ann@example.com', 'agent')
    await agent.getByText('Nobody is waiting.').waitFor()
    const customer = await visitors.openChat('en-US', 'Chat with us')
    const chat = customer.frameLocator('iframe')
    await write(chat, 'Your message', 'Do you sell tickets for the opera?')
    await chat.locator('[data-from="bot"]').last().waitFor()
    await write(chat, 'Your message', 'Opera tickets for tonight, tell me at chris.walker@mail.test')
    await acceptOffered(agent)
    await agent.getByRole('button', { name: 'Resolve …' }).click()
    await agent.getByLabel('There is no need for this yet').check()
    await agent.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
    await agent.getByText('The conversation was resolved.').waitFor()

    const manager = await visitors.signInAs('mia@example.com', 'manager')
    // It was gathered right after the verdict, long before somebody has signed in.
    await manager.getByRole('link', { name: 'Desk' }).waitFor()
    await manager.goto(`${server.url}/review`)
    await manager.getByRole('article').waitFor()
    await manager.getByRole('button', { name: /^Opera tickets for tonight, tell me at \[e-mail\]/ }).click()
    const card = manager.getByRole('article')
    await card.getByText('Opera tickets for tonight').waitFor()
    expect(await card.textContent()).toContain('No need yetann')
    await card.getByRole('button', { name: /^Accept: No need yet/ }).click()
    await manager.getByText('Accepted: No need').first().waitFor()
    expect(await manager.content()).not.toContain('chris.walker')
  })
})
