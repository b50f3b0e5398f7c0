import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskTeamsLink, Session } from '../../bot/http/api.ts'
import { openStore, type Store } from '../../store/index.ts'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { people, write } from '../support/people.ts'
import { openTeams, type Playground, startPlayground, type TeamsPerson } from '../support/playground.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

const OFFER_MS = 10 * 60_000

describe.skipIf(!hasBrowser)('an agent who works from Teams, with the Agents Playground as Teams', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let playground: Playground
  let store: Store
  let desk: Page
  let ann: TeamsPerson
  let teams: Page
  let chat: FrameLocator

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
    playground = await startPlayground(server.url)
    store = await openStore(join(folder.path, 'candor.db'))
    const everybody = people(browser, server, folder.path)
    desk = await everybody.signInAs('ann@example.com', 'agent')
    chat = (await everybody.openChat('en-US', 'Chat with us')).frameLocator('iframe')
    ann = await openTeams(browser, playground)
    teams = ann.page
    // Before the bot has been introduced, what is typed goes nowhere.
    await seen(/this is the assistant/)
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    await store?.close()
    await server?.stop()
    folder.remove()
  })

  /** The list of chats shows the newest message once more. */
  const seen = (text: string | RegExp) => teams.getByText(text).last().waitFor()

  /** Whom it is offered to is the search's affair; here it is offered to the one in Teams. */
  async function offerToAnn(): Promise<void> {
    const agentId = (await store.people.byEmail('ann@example.com'))?.agent.id ?? ''
    const offered = async () => {
      const [waiting] = await store.escalations.waiting(1)
      if (!waiting || waiting.routing.offer?.agentId === agentId) return waiting !== undefined
      const { routing } = waiting
      const offer = { agentId, at: Date.now(), until: Date.now() + OFFER_MS }
      return store.escalations.putRouting(waiting.id, { ...routing, step: routing.step + 1, offer })
    }
    await expect.poll(offered).toBe(true)
  }

  /** Whether it is stored that all there is has been posted in Teams. */
  async function isNoted(): Promise<boolean> {
    const [thread] = await store.agentChats.live()
    const conversation = await store.conversations.get(thread?.conversationId ?? '')
    return thread !== undefined && thread.deliveredSeq === conversation?.lastSeq
  }

  it('links the personal chat with a code of the desk', async () => {
    await desk.getByRole('button', { name: /sign out/i }).waitFor()
    const { code } = await desk.evaluate(async () => {
      const { csrfToken } = (await (await fetch('/api/session')).json()) as Session
      const headers = { 'x-candor-csrf': csrfToken, 'content-type': 'application/json' }
      const answer = await fetch('/api/desk/teams-link', { method: 'POST', headers, body: '{}' })
      return (await answer.json()) as DeskTeamsLink
    })
    await ann.write(`link ${code}`)
    await seen('This chat is linked to you.')
    await ann.write('available')
    await seen('You are available')
  })

  it('shows the customer who waits, and gives them to the agent who presses Accept', async () => {
    await write(chat, 'Your message', 'I want to talk to a person')
    await chat.getByText(/handing you over/).waitFor()
    await offerToAnn()
    await seen(/is waiting for a person/)
    await seen('Asked for a person')
    await teams.getByRole('button', { name: 'Accept' }).click()
    await seen(/ann is helping/i)
    await chat.getByText(/is here now/).waitFor()
  })

  it('carries words both ways, and goes on where it was after the server was killed', async () => {
    await write(chat, 'Your message', 'my parcel is late')
    await seen('my parcel is late')
    // A crash between posting and noting repeats a line.
    await expect.poll(isNoted).toBe(true)
    await server.kill()
    server = await startServer({ dataDir: folder.path, port: server.port })
    await ann.write('I am looking into it')
    await chat.getByText('I am looking into it').waitFor()
    await write(chat, 'Your message', 'thank you so much')
    await seen('thank you so much')
    for (const text of ['my parcel is late', 'thank you so much']) {
      expect(await teams.locator('p', { hasText: text }).count()).toBe(1)
    }
  })

  it('closes the conversation with the outcome that was chosen on the card', async () => {
    await teams.getByRole('button', { name: 'Resolve' }).first().click()
    await teams.getByText('Not resolved').click()
    await teams.getByRole('button', { name: 'Resolve' }).last().click()
    await seen(/closed as not resolved/)
    await seen(/^Done:/)
    await chat.getByText(/This request is closed/).waitFor()
    await expect.poll(() => store.escalations.countWaiting()).toBe(0)
  })
})
