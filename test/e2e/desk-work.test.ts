import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DeskQueue } from '../../bot/http/api.ts'
import { clippedTexts, hasBrowser, launchBrowser } from '../support/browser.ts'
import { deskConversation } from '../support/desk-conversation.ts'
import { DESK_ME, DESK_NOW, deskEscalation, deskQueue } from '../support/desk-fixtures.ts'
import { type DeskStub, stubDesk } from '../support/desk-stub.ts'
import { acceptOffered, people, write } from '../support/people.ts'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

describe.skipIf(!hasBrowser)('the desk at work', () => {
  const folder = temporaryFolder()
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext | undefined

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path })
    browser = await launchBrowser()
  })
  afterEach(async () => {
    await context?.close()
    context = undefined
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  async function open(queue: DeskQueue, path = '/desk'): Promise<{ page: Page; desk: DeskStub }> {
    context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const desk = await stubDesk(page, queue)
    await page.goto(`${server.url}${path}`)
    await page.locator('#waiting-title').waitFor()
    return { page, desk }
  }
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id)
  const line = (page: Page, place: string) => page.locator(`[data-place="${place}"]`)
  /** The first of my own, as it lies open. */
  const openMine = (queue = deskQueue(3)) => open(queue, '/desk#conversation-302')
  const box = (page: Page) => page.locator('.reply textarea')

  it('lets somebody who has never seen it accept, answer and resolve by what they see alone', async () => {
    const visitors = people(browser, server, folder.path)
    const agent = await visitors.signInAs('new@example.com', 'agent')
    await agent.getByText('Nobody is waiting.').waitFor()
    const customer = await visitors.openChat('en-US', 'Chat with us')
    const chat = customer.frameLocator('iframe')
    await write(chat, 'Your message', 'I want to talk to a person about my invoice')
    await chat.getByText(/handing you over to a person/).waitFor()
    await acceptOffered(agent)
    await expect.poll(() => focused(agent)).toMatch(/^Your reply to/)
    await agent.keyboard.type('Hello, how can I help?')
    await agent.getByRole('button', { name: 'Send', exact: true }).click()
    await chat.getByText('Hello, how can I help?').waitFor()
    await agent.getByRole('button', { name: 'Resolve …' }).click()
    await agent.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
    await agent.getByText('The conversation was resolved. The customer is asked for a rating.').waitFor()
    await agent.getByText('This conversation is closed.').waitFor()
    await expect.poll(() => focused(agent)).toBe('conversation-title')
    await agent.getByText('Nobody is waiting.').waitFor()
    await customer.close()
    await agent.close()
  })

  it('says of each who speaks now, and offers only what can be done', async () => {
    const supervisor = { ...DESK_ME, supervisor: true }
    const other = deskEscalation(7, {
      acceptedAt: DESK_NOW,
      agentName: 'Bo Brandt',
      unansweredSince: DESK_NOW - 60_000,
    })
    const { page, desk } = await open(deskQueue(2, { me: supervisor, others: [other] }))
    desk.conversations.set(
      other.conversationId,
      deskConversation(other, { mine: false, agentName: 'Bo Brandt', supervisorName: 'Eve Ek' }),
    )
    const head = page.locator('.conversation-head')
    const buttons = () => head.locator('.conversation-actions button').allTextContents()

    await line(page, 'offered').locator('.escalation-open').click()
    await head.getByText('Nobody is answering yet: the customer is offered to you.').waitFor()
    expect(await buttons()).toEqual(['Not me', 'Accept this conversation'])
    await line(page, 'waiting').locator('.escalation-open').first().click()
    await head.getByText('Nobody is answering yet: the customer is offered to 陈晓明.').waitFor()
    expect(await buttons()).toEqual(['Accept this conversation'])
    await line(page, 'mine').locator('.escalation-open').first().click()
    await head.getByText('You are answering.').waitFor()
    expect(await buttons()).toEqual(['Transfer …', 'Return to bot', 'Resolve …'])
    await line(page, 'others').locator('.escalation-open').click()
    await head.getByText('Bo Brandt is answering; Eve Ek has joined.').waitFor()
    expect(await buttons()).toEqual(['Take over'])
    expect(await box(page).count()).toBe(0)
  })

  it('shows how long an offer stands, passes it on, and keeps the focus in the lists', async () => {
    const { page, desk } = await open(deskQueue(3))
    await line(page, 'offered').getByText('31 s to accept').waitFor()
    desk.queue = deskQueue(0)
    await line(page, 'offered').getByRole('button', { name: 'Not me: Mara Lindqvist' }).click()
    await page.getByText('The customer is offered to somebody else.').waitFor()
    expect(desk.posts).toEqual([{ path: 'escalations/escalation-0/pass', body: {} }])
    await line(page, 'offered').waitFor({ state: 'detached' })
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Queue 0')
  })

  it('tells an agent who lost the race why, and stays where it was', async () => {
    const { page, desk } = await open(deskQueue(3))
    const error = { code: 'CONVERSATION_TAKEN', message: 'taken', details: { by: 'Bo Brandt' } }
    desk.answers.set('escalations/escalation-0/accept', { status: 409, json: { error } })
    await line(page, 'offered')
      .getByRole('button', { name: /^Accept/ })
      .click()
    await page.getByText('Bo Brandt was faster and has taken this conversation.').waitFor()
  })

  it('takes a break and comes back by one key, and says what that means', async () => {
    const { page, desk } = await open(deskQueue(0))
    desk.queue = deskQueue(0, { me: { ...DESK_ME, available: false } })
    await page.keyboard.press('p')
    await page.getByText('You are on a break: nobody new is offered to you.').waitFor()
    await page.getByText('Nobody new is offered to you. Your open conversations stay yours.').waitFor()
    desk.queue = deskQueue(0)
    await page.keyboard.press('p')
    await page.getByText('You are available again.').waitFor()
    expect(desk.posts.map(({ body }) => body)).toEqual([{ available: false }, { available: true }])
  })

  it('gives a code that makes a Teams chat one to work in, and says what to do with it', async () => {
    const { page, desk } = await open(deskQueue(0))
    await page.getByRole('button', { name: 'Teams …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Work from Teams' })
    await dialog.getByText('link K7MP2XQ4', { exact: true }).waitFor()
    await dialog.getByText(/works once, until .*10:35/).waitFor()
    expect(desk.posts).toEqual([{ path: 'teams-link', body: {} }])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    desk.answers.set('teams-link', { status: 500, json: { error: { code: 'INTERNAL', message: 'no' } } })
    await page.getByRole('button', { name: 'Teams …' }).click()
    await dialog.getByText('Something went wrong on our side. Try again.').waitFor()
  })

  it('helps a supervisor who has joined with the answer as it helps the agent', async () => {
    const other = deskEscalation(7, { acceptedAt: DESK_NOW, agentName: 'Bo Brandt' })
    const me = { ...DESK_ME, supervisor: true }
    const { page, desk } = await open(deskQueue(0, { me, others: [other] }))
    const joined = { mine: false, joined: true, agentName: 'Bo Brandt', supervisorName: 'Ann Able' }
    const { id } = deskConversation(other)
    desk.conversations.set(id, deskConversation(other, joined))
    const suggestion = { text: 'It comes on Monday.', language: 'en', from: 'resolved', used: 1, similarity: 1 }
    desk.answers.set(`conversations/${id}/help`, { status: 200, json: { suggestions: [suggestion], history: [] } })
    desk.answers.set('replies', { status: 200, json: { replies: [] } })
    await line(page, 'others').locator('.escalation-open').click()
    await page.getByRole('button', { name: 'It comes on Monday.' }).click()
    await expect.poll(() => box(page).inputValue()).toBe('It comes on Monday.')
    await box(page).fill('')
    await page.keyboard.press('/')
    await page.getByRole('dialog', { name: 'Canned replies' }).waitFor()
  })

  it('counts and lists a promise as soon as the line of its customer shows it', async () => {
    const { page, desk } = await open(deskQueue(0))
    await page.getByRole('button', { name: 'Promises 1 late' }).click()
    const [, promise] = desk.promises
    if (!promise) throw new Error('nothing was promised')
    desk.promises = [
      promise,
      { ...promise, id: 'promise-3', customerName: 'Mara Lindqvist', contact: 'mara@example.com' },
    ]
    desk.queue = deskQueue(0, { waiting: [deskEscalation(0, { promises: desk.promises.slice(1) })] })
    desk.push({ kind: 'queue' })
    // Long before the list is read again by itself.
    await page.getByRole('button', { name: 'Promises 2' }).waitFor()
    await page.locator('.promise').getByText('mara@example.com').waitFor()
  })

  it('has no break for a manager, whom nobody is offered to', async () => {
    const manager = { ...DESK_ME, supervisor: true, takesOffers: false }
    const { page, desk } = await open(deskQueue(0, { me: manager }))
    await page.getByText('Customers are not offered to managers.').waitFor()
    await page.getByText('Customers are offered to the agents').waitFor()
    expect(await page.getByRole('button', { name: 'Take a break' }).count()).toBe(0)
    await page.keyboard.press('p')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(desk.posts).toEqual([])
  })

  describe('never sends a note to the customer:', () => {
    it('a note goes to the notes alone, under a label, a button and a colour of its own', async () => {
      const { page, desk } = await openMine()
      await box(page).waitFor()
      const replyColour = await page.locator('.reply').evaluate((form) => getComputedStyle(form).backgroundColor)
      await page.keyboard.press('n')
      await page.locator('.reply[data-mode="note"]').waitFor()
      await expect.poll(() => focused(page)).toBe('Internal note for colleagues; the customer never sees it')
      expect(await page.locator('.reply').evaluate((form) => getComputedStyle(form).backgroundColor)).not.toBe(
        replyColour,
      )
      expect(await page.locator('.reply [type="submit"]').textContent()).toBe('Save note')
      await page.keyboard.type('Seems upset, be kind')
      await page.keyboard.press('Enter')
      await page.getByText('The note was saved. Only colleagues see it.').waitFor()
      expect(desk.posts).toEqual([
        { path: 'conversations/conversation-302/notes', body: { text: 'Seems upset, be kind' } },
      ])
      expect(await box(page).inputValue()).toBe('')
    })

    it('what is written in one box never appears in the other', async () => {
      const { page } = await openMine()
      await box(page).fill('for the customer')
      await page.getByRole('button', { name: 'Internal note', exact: true }).click()
      expect(await box(page).inputValue()).toBe('')
      await box(page).fill('for colleagues')
      await page.getByRole('button', { name: 'To the customer' }).click()
      expect(await box(page).inputValue()).toBe('for the customer')
    })

    it('who loses the conversation while writing goes on in a note, not in keys of the desk', async () => {
      const { page, desk } = await openMine()
      await box(page).fill('I am just wri')
      const [mine] = desk.queue.mine
      if (!mine) throw new Error('nothing is mine')
      desk.conversations.set(mine.conversationId, deskConversation(mine, { mine: false, agentName: 'Eve Ek' }))
      desk.push({ kind: 'conversation', conversationId: mine.conversationId })
      await page.locator('.reply[data-mode="note"]').waitFor()
      await page.keyboard.type('apetb?')
      expect(await box(page).inputValue()).toBe('apetb?')
      expect(desk.posts).toEqual([])
    })
  })

  it('keeps a draft for each conversation until it is sent, and sends it again under the same id', async () => {
    const { page, desk } = await openMine()
    const path = 'conversations/conversation-302/messages'
    desk.answers.set(path, { status: 503, json: { error: { code: 'CONVERSATION_BUSY', message: 'busy' } } })
    await box(page).fill('half a thought')
    await box(page).press('Enter')
    await page.getByText('The conversation was changing just now. Try again.').waitFor()
    await line(page, 'mine').nth(1).locator('.escalation-open').click()
    await page.getByRole('heading', { name: '#9f3c' }).waitFor()
    expect(await box(page).inputValue()).toBe('')
    await line(page, 'mine').nth(0).locator('.escalation-open').click()
    await expect.poll(() => box(page).inputValue()).toBe('half a thought')
    desk.answers.clear()
    await box(page).press('Enter')
    await expect.poll(() => box(page).inputValue()).toBe('')
    const sent = desk.posts.filter((post) => post.path === path)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  })

  it('corrects the last message by the arrow up in the empty box, and leaves it by Escape', async () => {
    const { page, desk } = await openMine()
    await box(page).press('ArrowUp')
    expect(await box(page).inputValue()).toContain('Which address should it show?')
    await page.getByText('You are correcting your last message.').waitFor()
    await box(page).press('Escape')
    expect(await box(page).inputValue()).toBe('')
    await box(page).press('ArrowUp')
    await box(page).fill('Which billing address should it show?')
    await box(page).press('Enter')
    await page.getByText('The message was corrected. The customer sees that it was edited.').waitFor()
    expect(desk.posts).toEqual([
      {
        path: 'conversations/conversation-302/messages/10/correct',
        body: { text: 'Which billing address should it show?', clientId: expect.any(String) },
      },
    ])
    await page.locator('.reply[data-mode="reply"]').waitFor()
  })

  it('shows the corrected text, that it was edited, and on demand what it said before', async () => {
    const { page } = await openMine()
    const edited = page.locator('.message', { hasText: 'edited' })
    await edited.getByText('I am looking at order 20260304 now.').waitFor()
    expect(await page.getByText('I am looking at ordr').isVisible()).toBe(false)
    await edited.getByText('What it said before').click()
    expect(await page.getByText('I am looking at ordr').isVisible()).toBe(true)
    expect(await page.getByText('Read by the customer').count()).toBe(1)
  })

  it('transfers to a colleague with a word for them, by keyboard alone', async () => {
    const { page, desk } = await openMine()
    await box(page).waitFor()
    await page.keyboard.press('t')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /Bo Brandt · at the desk · 4 of 5/ }).waitFor()
    await dialog.getByRole('radio', { name: /陈晓明 .*does not serve in English/ }).waitFor()
    await page.keyboard.press('Space')
    await dialog.getByLabel('A word for whoever takes it').fill('Knows the invoice')
    await dialog.getByRole('button', { name: 'Transfer' }).click()
    await page.getByText('The conversation was transferred to Bo Brandt. The customer is told.').waitFor()
    expect(desk.posts).toEqual([
      {
        path: 'conversations/conversation-302/transfer',
        body: { to: { agentId: 'agent-bo' }, comment: 'Knows the invoice' },
      },
    ])
    await expect.poll(() => focused(page)).toBe('conversation-title')
  })

  it('says by keyboard alone that no need fits, or that the answer was wrong where the bot had answered', async () => {
    const { page, desk } = await openMine()
    const [own] = desk.queue.mine
    if (!own) throw new Error('there is none of my own')
    const choices = page.getByRole('dialog').locator('.need-list label')
    await box(page).waitFor()
    await page.keyboard.press('e')
    await choices.first().waitFor()
    expect((await choices.allTextContents()).slice(0, 2)).toEqual([
      'I do not want to say',
      'There is no need for this yet',
    ])
    await page.getByRole('dialog').getByRole('searchbox').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const resolved = () => desk.posts.filter(({ path }) => path.endsWith('/resolve')).map(({ body }) => body)
    await expect.poll(resolved).toEqual([{ outcome: 'resolved', meant: { kind: 'none' } }])

    const answered = { en: 'Invoice', zh: '发票' }
    desk.conversations.set(own.conversationId, { ...deskConversation(own), answered })
    await page.reload()
    await box(page).waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('The bot understood it (Invoice), but its answer was wrong').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
    await expect.poll(resolved).toHaveLength(2)
    expect(resolved()[1]).toEqual({ outcome: 'resolved', meant: { kind: 'answer-wrong' } })
  })

  it('takes over from the bot without waiting', async () => {
    const { page, desk } = await open(deskQueue(0))
    const taken = deskEscalation(0, { conversationId: 'conversation-501', acceptedAt: DESK_NOW })
    const path = 'conversations/conversation-501/take-over'
    desk.answers.set(path, { status: 200, json: deskConversation(taken) })
    desk.conversations.set('conversation-501', deskConversation(taken))
    await page.keyboard.press('w')
    await page.getByRole('button', { name: 'Take over: #a71e' }).click()
    await page.getByText('You have taken over. The customer is told.').waitFor()
    await expect.poll(() => focused(page)).toBe('Your reply to Mara Lindqvist')
  })

  it('shows a long queue in part, the rest on demand, and finds anybody in all of it', async () => {
    const { page } = await open(deskQueue(200))
    expect(await line(page, 'waiting').count()).toBe(25)
    await page.getByRole('searchbox').fill('Ines')
    await expect.poll(() => page.locator('#waiting-title').textContent()).toBe('Waiting 40 / 199')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('button', { name: 'Show 174 more' }).click()
    expect(await line(page, 'waiting').count()).toBe(199)
  })

  it('walks through the lists by j and k in the order in which they are shown', async () => {
    const { page } = await open(deskQueue(3))
    const seen: (string | null)[] = []
    for (const key of ['j', 'j', 'j', 'j', 'j', 'j', 'k']) {
      await page.keyboard.press(key)
      await page.locator('[data-chosen="true"]').waitFor()
      seen.push(await page.locator('[data-chosen="true"]').getAttribute('data-place'))
    }
    expect(seen).toEqual(['offered', 'mine', 'mine', 'waiting', 'waiting', 'waiting', 'waiting'])
  })

  it('announces who comes in one sentence, and notifies only while it is hidden and was allowed to', async () => {
    const { page, desk } = await open(deskQueue(0))
    await page.context().grantPermissions(['notifications'])
    await page.evaluate(() => {
      const shown: string[] = []
      const asked = { count: 0 }
      class Recorder extends EventTarget {
        static permission = 'granted'
        static requestPermission() {
          asked.count += 1
          return Promise.resolve('granted')
        }
        constructor(title: string) {
          super()
          shown.push(title)
        }
      }
      Object.assign(window, { Notification: Recorder, shown, asked })
    })
    const shown = () => page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
    const asked = () => page.evaluate(() => (globalThis as unknown as { asked: { count: number } }).asked.count)
    const announced = page.locator('p[role="status"]')
    const arrive = (waiting: number) => {
      desk.queue = deskQueue(waiting)
      desk.push({ kind: 'queue' })
    }
    arrive(1)
    await expect.poll(() => announced.textContent()).toBe('Offered to you: Mara Lindqvist')
    expect(await asked()).toBe(0)

    await page.getByRole('button', { name: 'Notifications are off' }).click()
    await page.getByRole('button', { name: 'Notifications are on' }).waitFor()
    expect(await asked()).toBe(1)
    arrive(0)
    await line(page, 'offered').waitFor({ state: 'detached' })
    arrive(1)
    await line(page, 'offered').waitFor()
    expect(await shown()).toEqual([])

    arrive(0)
    await line(page, 'offered').waitFor({ state: 'detached' })
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }))
    arrive(1)
    await expect.poll(shown).toEqual(['Offered to you: Mara Lindqvist'])
  })

  it('says when the live line is down', async () => {
    const { page } = await open(deskQueue(0))
    expect(await page.getByText(/The live connection is down/).count()).toBe(0)
    await page.routeWebSocket('**/api/desk/live', (socket) => socket.close())
    await page.reload()
    await page.getByText(/The live connection is down/).waitFor()
  })

  it('has a check for clipped texts that finds one', async () => {
    const { page } = await open(deskQueue(1))
    await page.evaluate(() => {
      const title = document.getElementById('waiting-title')
      title?.setAttribute('style', 'width: 30px; overflow: hidden; white-space: nowrap')
    })
    expect(await clippedTexts(page)).toEqual([expect.stringContaining('waiting-title')])
  })
})
